using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using TalkConnect.Application.Withdrawals;
using TalkConnect.Domain.Ledger;
using TalkConnect.Domain.Users;
using TalkConnect.Domain.Withdrawals;
using TalkConnect.Infrastructure.Persistence;

namespace TalkConnect.Infrastructure.Withdrawals;

/// <summary>Reads of a ledger what its lots need, and no more.</summary>
internal sealed class LotHistory(TalkConnectDbContext db) : ILotHistory
{
    // Most withdrawals need few lots; whoever needs many asks again.
    private const int PageSize = 200;

    // By type, because SQLite cannot compare money: it would be by sign.
    private static readonly Expression<Func<Transaction, bool>> UsesOrFreesLots = line =>
        line.Type == TransactionType.Purchase
        || line.Type == TransactionType.AdminDebit
        || line.Type == TransactionType.Withdrawal
        || (line.Type == TransactionType.Refund && line.ReferenceType == ReferenceType.Withdrawal);

    private static readonly Expression<Func<Transaction, bool>> BringsLots =
        Expression.Lambda<Func<Transaction, bool>>(Expression.Not(UsesOrFreesLots.Body), UsesOrFreesLots.Parameters);

    public async Task<LotMark> LastMarkAsync(UserId user, CancellationToken cancellationToken)
    {
        // In SQL, because a reference is no WithdrawalId to EF: it would cast one of the two, and no index knows the result.
        var marks = await db.Database.SqlQuery<Mark>($"""
            SELECT t.sequence AS Sequence, t.reference_id AS Withdrawal
            FROM transactions t
            WHERE t.user_id = {user.Value} AND t.type = 'withdrawal'
              AND (SELECT l.is_furthest FROM withdrawal_lines l WHERE l.withdrawal_id = t.reference_id ORDER BY l.position DESC LIMIT 1)
            ORDER BY t.sequence DESC
            LIMIT 1
            """).ToListAsync(cancellationToken);
        if (marks is not [var mark])
        {
            return LotMark.Beginning;
        }

        var withdrawal = WithdrawalId.From(mark.Withdrawal);
        var last = await (
            from line in db.Set<WithdrawalLine>()
            join lot in db.Set<Transaction>() on line.TransactionId equals lot.Id
            where line.WithdrawalId == withdrawal
            orderby line.Position descending
            select new { lot.Sequence, line.LotAmount, line.Remainder })
            .FirstAsync(cancellationToken);
        return new LotMark(mark.Sequence, last.Sequence, last.LotAmount - last.Remainder);
    }

    public async Task<IReadOnlyList<LedgerEntry>> UsesAfterAsync(UserId user, int sequence, CancellationToken cancellationToken) =>
        await Entries(db.Set<Transaction>().Where(line => line.UserId == user && line.Sequence > sequence).Where(UsesOrFreesLots)).ToListAsync(cancellationToken);

    public async IAsyncEnumerable<LedgerEntry> LotsFromAsync(
        UserId user, int sequence, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        List<LedgerEntry> page;
        do
        {
            var from = sequence;
            page = await Entries(db.Set<Transaction>().Where(line => line.UserId == user && line.Sequence >= from).Where(BringsLots))
                .Take(PageSize)
                .ToListAsync(cancellationToken);

            foreach (var line in page)
            {
                sequence = line.Sequence + 1;
                yield return line;
            }
        }
        while (page.Count == PageSize);
    }

    public async Task<IReadOnlyList<LotUse>> UsesOfAsync(WithdrawalId withdrawal, CancellationToken cancellationToken) => await (
        from line in db.Set<WithdrawalLine>()
        join lot in db.Set<Transaction>() on line.TransactionId equals lot.Id
        where line.WithdrawalId == withdrawal
        orderby line.Position
        select new LotUse(line.TransactionId, lot.Sequence, line.LotAmount, line.Amount))
        .ToListAsync(cancellationToken);

    private static IQueryable<LedgerEntry> Entries(IQueryable<Transaction> lines) => lines
        .OrderBy(line => line.Sequence)
        .Select(line => new LedgerEntry(line.Id, line.Sequence, line.Type, line.Amount, line.ReferenceType, line.ReferenceId));

    private sealed record Mark(int Sequence, string Withdrawal);
}
