using MediatR;
using Microsoft.EntityFrameworkCore;
using TalkConnect.Application.Common;
using TalkConnect.Application.Ledger;
using TalkConnect.Application.Revenue;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Ledger;
using TalkConnect.Infrastructure.Persistence;

namespace TalkConnect.Infrastructure.Revenue;

/// <summary>
/// A month is a part of the ledger without a gap, from its last line before the month to its last line in the month. So
/// each month begins with what the one before ended with, even where the clocks of two servers differ.
/// </summary>
internal sealed class GetStatementHandler(TalkConnectDbContext db, Currency currency) : IRequestHandler<GetStatement, Statement>
{
    public async Task<Statement> Handle(GetStatement request, CancellationToken cancellationToken)
    {
        var ledger = db.Set<Transaction>().AsNoTracking().Where(line => line.UserId == request.TeacherId);
        var before = await LastBeforeAsync(ledger, request.Begin, cancellationToken);
        var last = await LastBeforeAsync(ledger, request.End, cancellationToken);
        var lines = await ledger
            .Where(line => line.Sequence > before.Sequence && line.Sequence <= last.Sequence)
            .OrderBy(line => line.Sequence)
            .ToListAsync(cancellationToken);

        var totals = lines.GroupBy(line => line.Type)
            .Select(type => new StatementTotal(type.Key, type.Aggregate(Money.Zero, (sum, line) => sum + line.Amount)))
            .OrderBy(total => total.Type);
        return new Statement(
            request.Month, RevenuePeriod.FindZone(request.TimeZone)!.Id, currency.Code, before.Balance,
            lines.Count > 0 ? lines[^1].BalanceAfter : before.Balance, [.. totals], lines.ConvertAll(TransactionView.Of));
    }

    private static async Task<(int Sequence, Money Balance)> LastBeforeAsync(
        IQueryable<Transaction> ledger, DateTimeOffset moment, CancellationToken cancellationToken)
    {
        var last = await ledger.Where(line => line.CreatedAt < moment).OrderByDescending(line => line.Sequence)
            .Select(line => new { line.Sequence, line.BalanceAfter }).FirstOrDefaultAsync(cancellationToken);
        return last is null ? (0, Money.Zero) : (last.Sequence, last.BalanceAfter);
    }
}
