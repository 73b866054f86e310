using TalkConnect.Domain.Common;
using TalkConnect.Domain.Ledger;

namespace TalkConnect.Domain.Withdrawals;

/// <summary>Money that came into a ledger by one line: a release less its commission, a deposit, a credit or a refund.</summary>
public sealed class Lot
{
    internal Lot(LedgerEntry line, int position)
    {
        TransactionId = line.Id;
        Cause = line.ReferenceId;
        Position = position;
        Amount = line.Amount;
        Remaining = line.Amount;
    }

    /// <summary>The line that brought the money.</summary>
    public TransactionId TransactionId { get; }

    /// <summary>What came in, net.</summary>
    public Money Amount { get; private set; }

    /// <summary>What is left of it.</summary>
    public Money Remaining { get; private set; }

    internal string Cause { get; }

    internal int Position { get; }

    internal void Charge(Money fee)
    {
        Amount -= fee;
        Remaining -= fee;
    }

    internal Money Use(Money atMost)
    {
        var used = Remaining < atMost ? Remaining : atMost;
        Remaining -= used;
        return used;
    }

    internal void Free(Money used) => Remaining += used;
}

/// <summary>What was used of a lot.</summary>
/// <param name="Lot">The lot.</param>
/// <param name="Amount">How much of it.</param>
/// <param name="Remainder">What was left of it then.</param>
public sealed record LotShare(Lot Lot, Money Amount, Money Remainder);
