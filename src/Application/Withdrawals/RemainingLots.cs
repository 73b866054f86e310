using TalkConnect.Domain.Common;
using TalkConnect.Domain.Ledger;
using TalkConnect.Domain.Users;
using TalkConnect.Domain.Withdrawals;

namespace TalkConnect.Application.Withdrawals;

/// <summary>Reads a user's ledger for its lots. Whoever asks has locked the user.</summary>
public interface ILotHistory
{
    /// <summary>The last place from which the lots can be followed; the beginning of the ledger if there is none.</summary>
    Task<LotMark> LastMarkAsync(UserId user, CancellationToken cancellationToken);

    /// <summary>The lines after a place that use lots or free them, oldest first.</summary>
    Task<IReadOnlyList<LedgerEntry>> UsesAfterAsync(UserId user, int sequence, CancellationToken cancellationToken);

    /// <summary>The lines that bring lots, and their commissions, from a place on, oldest first.</summary>
    IAsyncEnumerable<LedgerEntry> LotsFromAsync(UserId user, int sequence, CancellationToken cancellationToken);

    /// <summary>What an earlier withdrawal used.</summary>
    Task<IReadOnlyList<LotUse>> UsesOfAsync(WithdrawalId withdrawal, CancellationToken cancellationToken);
}

/// <summary>
/// Finds the lots that a withdrawal uses without going through the whole ledger: from the last mark on, and no further than
/// the amount asks for.
/// </summary>
internal sealed class RemainingLots(ILotHistory history)
{
    /// <summary>A user's oldest lots, at least as many as cover the amount.</summary>
    /// <exception cref="DomainException">The lines of the ledger do not add up (<c>ledger_broken</c>).</exception>
    public async Task<Lots> OfAsync(UserId user, Money amount, CancellationToken cancellationToken)
    {
        var mark = await history.LastMarkAsync(user, cancellationToken);
        var uses = await history.UsesAfterAsync(user, mark.Sequence, cancellationToken);
        var needed = mark.MostInUse(uses, amount);

        var lots = new Lots();
        await foreach (var line in history.LotsFromAsync(user, mark.LotSequence, cancellationToken))
        {
            // A lot's commission follows it, so enough is known only when the next lot comes.
            if (lots.Remaining >= needed && line.Type is not TransactionType.Commission)
            {
                break;
            }

            lots.Follow(line);
        }

        lots.Begin(mark);
        foreach (var line in uses)
        {
            if (line.IsReversal && !lots.Knows(line.ReferenceId))
            {
                lots.Remember(line.ReferenceId, await history.UsesOfAsync(WithdrawalId.From(line.ReferenceId), cancellationToken));
            }

            lots.Follow(line);
        }

        return lots;
    }
}
