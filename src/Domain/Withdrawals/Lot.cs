using TalkConnect.Domain.Common;
using TalkConnect.Domain.Ledger;

namespace TalkConnect.Domain.Withdrawals;

/// <summary>Money that came into a ledger by one line: a release less its commission, a deposit, a credit or a refund.</summary>
public sealed class Lot
{
    internal Lot(LedgerEntry line)
    {
        TransactionId = line.Id;
        Cause = line.ReferenceId;
        Sequence = line.Sequence;
        Amount = line.Amount;
        Remaining = line.Amount;
    }

    internal Lot(LotUse use)
    {
        TransactionId = use.Lot;
        Cause = "";
        Sequence = use.LotSequence;
        Amount = use.LotAmount;
    }

    /// <summary>The line that brought the money.</summary>
    public TransactionId TransactionId { get; }

    /// <summary>That line's place in the ledger.</summary>
    public int Sequence { get; }

    /// <summary>What came in, net.</summary>
    public Money Amount { get; private set; }

    /// <summary>What is left of it.</summary>
    public Money Remaining { get; private set; }

    internal string Cause { get; }

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
