using TalkConnect.Domain.Common;
using TalkConnect.Domain.Ledger;

namespace TalkConnect.Domain.Withdrawals;

/// <summary>
/// What is left of the money that came in, first in first out. It follows from the ledger alone: whoever goes through the
/// same lines finds the same lots.
/// </summary>
public sealed class Lots
{
    private readonly List<Lot> _lots = [];
    private readonly Dictionary<string, IReadOnlyList<LotShare>> _withdrawals = new(StringComparer.Ordinal);
    private int _first;

    /// <summary>All lots, the oldest first, used up or not.</summary>
    public IReadOnlyList<Lot> All => _lots;

    /// <summary>Goes on by one line, in the order of the ledger.</summary>
    /// <returns>What a line that takes money out has used; nothing for one that brings money.</returns>
    /// <exception cref="DomainException">More goes out than came in (<c>ledger_broken</c>).</exception>
    public IReadOnlyList<LotShare> Follow(LedgerEntry line)
    {
        if (line.IsReversal)
        {
            Free(line.ReferenceId);
        }
        else if (line.Amount > Money.Zero)
        {
            _lots.Add(new Lot(line, _lots.Count));
        }
        else if (line.Type is TransactionType.Commission)
        {
            LotOf(line).Charge(-line.Amount);
        }
        else
        {
            return Use(line);
        }

        return [];
    }

    private List<LotShare> Use(LedgerEntry line)
    {
        var shares = new List<LotShare>();
        for (var left = -line.Amount; left > Money.Zero; _first++)
        {
            if (_first == _lots.Count)
            {
                throw Broken();
            }

            var lot = _lots[_first];
            var used = lot.Use(left);
            left -= used;
            if (used > Money.Zero)
            {
                shares.Add(new LotShare(lot, used, lot.Remaining));
            }

            if (lot.Remaining > Money.Zero)
            {
                break;
            }
        }

        if (line.Type is TransactionType.Withdrawal)
        {
            _withdrawals[line.ReferenceId] = shares;
        }

        return shares;
    }

    /// <summary>Its lots can be used again, and being older they are used before the others.</summary>
    private void Free(string withdrawal)
    {
        foreach (var share in _withdrawals.TryGetValue(withdrawal, out var shares) ? shares : throw Broken())
        {
            share.Lot.Free(share.Amount);
            _first = Math.Min(_first, share.Lot.Position);
        }
    }

    /// <summary>A release and its commission stand side by side in the ledger.</summary>
    private Lot LotOf(LedgerEntry commission) => _lots.Count > 0 && _lots[^1].Cause == commission.ReferenceId ? _lots[^1] : throw Broken();

    private static DomainException Broken() => DomainException.Conflict(
        "ledger_broken", "The lines of this ledger do not add up. An admin has to run the ledger's verification.");
}
