using MediatR;
using Microsoft.EntityFrameworkCore;
using TalkConnect.Application.Common;
using TalkConnect.Application.Withdrawals;
using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Ledger;
using TalkConnect.Domain.Settlement;
using TalkConnect.Domain.Withdrawals;
using TalkConnect.Infrastructure.Persistence;

namespace TalkConnect.Infrastructure.Withdrawals;

internal sealed class WithdrawalLines(TalkConnectDbContext db) : IWithdrawalLines
{
    public async Task<IReadOnlyList<WithdrawalLineView>> OfAsync(WithdrawalId id, int after, int atMost, CancellationToken cancellationToken)
    {
        var found = await (
            from line in db.Set<WithdrawalLine>().AsNoTracking()
            join lot in db.Set<Transaction>() on line.TransactionId equals lot.Id
            where line.WithdrawalId == id && line.Position > after
            orderby line.Position
            select new { line, lot.Type, lot.CreatedAt, lot.ReferenceType, lot.ReferenceId, lot.Metadata })
            .Take(atMost)
            .ToListAsync(cancellationToken);

        var sessions = found.Select(row => row.Metadata.SessionId).OfType<string>().Distinct().Select(SessionId.From).ToList();
        var titles = await db.Set<CourseSession>().Where(session => sessions.Contains(session.Id))
            .ToDictionaryAsync(session => session.Id.Value, session => session.Title, cancellationToken);

        return [.. found.Select(row => new WithdrawalLineView(
            row.line.Position,
            row.line.TransactionId,
            row.Type,
            row.CreatedAt,
            row.ReferenceType is ReferenceType.PaymentHold ? PaymentHoldId.From(row.ReferenceId) : null,
            row.Metadata.SessionId,
            row.Metadata.SessionId is { } session ? titles.GetValueOrDefault(session) : null,
            row.Metadata.CourseId,
            row.line.LotAmount,
            row.line.Amount,
            row.line.Remainder))];
    }
}

internal sealed class ListWithdrawalLinesHandler(TalkConnectDbContext db, IWithdrawalLines lines)
    : IRequestHandler<ListWithdrawalLines, Page<WithdrawalLineView>>
{
    public async Task<Page<WithdrawalLineView>> Handle(ListWithdrawalLines request, CancellationToken cancellationToken)
    {
        if (!await db.Set<Withdrawal>().AnyAsync(
            withdrawal => withdrawal.Id == request.Id && (request.Actor.IsAdmin || withdrawal.TeacherId == request.Actor.Id), cancellationToken))
        {
            throw WithdrawalErrors.NotFound();
        }

        var after = (int)Math.Min(request.Page.After?.Position ?? 0, int.MaxValue);
        var found = await lines.OfAsync(request.Id, after, request.Page.Count + 1, cancellationToken);
        return Page.Of([.. found], request, line => new PageCursor(line.Position, ""));
    }
}
