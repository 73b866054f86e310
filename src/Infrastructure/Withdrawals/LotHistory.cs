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

    public async Task<LotMark> LastMarkAsync(UserId user, CancellationToken cancellationToken)
    {
        var found = await (
            from reserve in db.Set<Transaction>()
            join line in db.Set<WithdrawalLine>() on reserve.ReferenceId equals (string)(object)line.WithdrawalId
            join lot in db.Set<Transaction>() on line.TransactionId equals lot.Id
            where reserve.UserId == user && reserve.Type == TransactionType.Withdrawal && line.IsFurthest
            orderby reserve.Sequence descending, line.Position descending
            select new { reserve.Sequence, LotSequence = lot.Sequence, line.LotAmount, line.Remainder })
            .FirstOrDefaultAsync(cancellationToken);

        return found is null ? LotMark.Beginning : new LotMark(found.Sequence, found.LotSequence, found.LotAmount - found.Remainder);
    }

    public async Task<IReadOnlyList<LedgerEntry>> UsesAfterAsync(UserId user, int sequence, CancellationToken cancellationToken) =>
        await Entries(db.Set<Transaction>().Where(line => line.UserId == user
            && line.Sequence > sequence
            && (line.Type == TransactionType.Purchase
                || line.Type == TransactionType.AdminDebit
                || line.Type == TransactionType.Withdrawal
                || (line.Type == TransactionType.Refund && line.ReferenceType == ReferenceType.Withdrawal)))).ToListAsync(cancellationToken);

    public async IAsyncEnumerable<LedgerEntry> LotsFromAsync(
        UserId user, int sequence, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        List<LedgerEntry> page;
        do
        {
            var from = sequence;
            page = await Entries(db.Set<Transaction>().Where(line => line.UserId == user
                && line.Sequence >= from
                && line.Type != TransactionType.Purchase
                && line.Type != TransactionType.AdminDebit
                && line.Type != TransactionType.Withdrawal
                && !(line.Type == TransactionType.Refund && line.ReferenceType == ReferenceType.Withdrawal)))
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
}
