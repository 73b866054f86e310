using TalkConnect.Domain.Common;
using TalkConnect.Domain.Ledger;

namespace TalkConnect.Domain.Withdrawals;

/// <summary>
/// What is left of the money that came in, first in first out. It follows from the ledger alone: whoever goes through the
/// same lines finds the same lots.
/// </summary>
/// <remarks>
/// As the oldest lots are used first, lots may be followed before the lines that use older ones: only the order among lots,
/// and the order among the lines that use or free them, matter.
/// </remarks>
public sealed class Lots
{
    private readonly SortedDictionary<int, Lot> _left = [];
    private readonly Dictionary<string, IReadOnlyList<LotShare>> _withdrawals = new(StringComparer.Ordinal);
    private Lot? _newest;
    private int _furthest;

    /// <summary>The lots with something left, the oldest first.</summary>
    public IReadOnlyCollection<Lot> Left => _left.Values;

    /// <summary>What is left of all of them.</summary>
    public Money Remaining { get; private set; }

    /// <summary>Goes on by one line.</summary>
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
            Add(new Lot(line));
        }
        else if (line.Type is TransactionType.Commission)
        {
            Charge(line);
        }
        else
        {
            var shares = Use(-line.Amount);
            if (line.Type is TransactionType.Withdrawal)
            {
                _withdrawals[line.ReferenceId] = shares;
            }

            return shares;
        }

        return [];
    }

    /// <summary>Begins at a mark, once its lot is here.</summary>
    public void Begin(LotMark mark) => Use(mark.Used);

    /// <summary>Whether it is known what this withdrawal used.</summary>
    public bool Knows(string withdrawal) => _withdrawals.ContainsKey(withdrawal);

    /// <summary>Takes in what a withdrawal before the mark used, so that the line which gives it back can be followed.</summary>
    public void Remember(string withdrawal, IEnumerable<LotUse> uses) =>
        _withdrawals[withdrawal] = [.. uses.Select(use => new LotShare(new Lot(use), use.Amount, Money.Zero, IsFurthest: false))];

    private void Add(Lot lot)
    {
        _newest = _left.TryAdd(lot.Sequence, lot) ? lot : throw Broken();
        Remaining += lot.Remaining;
    }

    /// <summary>A release and its commission stand side by side in the ledger.</summary>
    private void Charge(LedgerEntry commission)
    {
        if (_newest?.Cause != commission.ReferenceId)
        {
            throw Broken();
        }

        _newest.Charge(-commission.Amount);
        Remaining += commission.Amount;
        Forget(_newest);
    }

    private List<LotShare> Use(Money amount)
    {
        if (amount > Remaining)
        {
            throw Broken();
        }

        Remaining -= amount;
        var shares = new List<LotShare>();
        while (amount > Money.Zero)
        {
            var lot = _left.First().Value;
            var used = lot.Use(amount);
            amount -= used;
            if (used > Money.Zero)
            {
                shares.Add(new LotShare(lot, used, lot.Remaining, lot.Sequence >= _furthest));
                _furthest = Math.Max(_furthest, lot.Sequence);
            }

            Forget(lot);
        }

        return shares;
    }

    private void Forget(Lot lot)
    {
        if (lot.Remaining == Money.Zero)
        {
            _left.Remove(lot.Sequence);
        }
    }

    /// <summary>Its lots can be used again, and being older they are used before the others.</summary>
    private void Free(string withdrawal)
    {
        foreach (var share in _withdrawals.TryGetValue(withdrawal, out var shares) ? shares : throw Broken())
        {
            var lot = _left.GetValueOrDefault(share.Lot.Sequence) ?? share.Lot;
            lot.Free(share.Amount);
            _left[lot.Sequence] = lot;
            Remaining += share.Amount;
        }
    }

    private static DomainException Broken() => DomainException.Conflict(
        "ledger_broken", "The lines of this ledger do not add up. An admin has to run the ledger's verification.");
}
