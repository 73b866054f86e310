using TalkConnect.Domain.Common;
using TalkConnect.Domain.Ledger;

namespace TalkConnect.Domain.Withdrawals;

/// <summary>A part of a withdrawal, and the money that came in that it is paid with. Written with the request, and never changed.</summary>
public sealed class WithdrawalLine
{
    private WithdrawalLine()
    {
    }

    /// <summary>The withdrawal.</summary>
    public WithdrawalId WithdrawalId { get; private init; }

    /// <summary>1, 2, 3 … in the withdrawal, the oldest money first.</summary>
    public int Position { get; private init; }

    /// <summary>The ledger line that brought the money.</summary>
    public TransactionId TransactionId { get; private init; }

    /// <summary>What that line brought, less its commission.</summary>
    public Money LotAmount { get; private init; }

    /// <summary>How much of it this withdrawal takes.</summary>
    public Money Amount { get; private init; }

    /// <summary>What is left of it after that.</summary>
    public Money Remainder { get; private init; }

    /// <summary>
    /// Whether it is known that no money that came later had been used by then. If so for a withdrawal's last line, the lots
    /// after it can be followed from there (<see cref="LotMark"/>).
    /// </summary>
    public bool IsFurthest { get; private init; }

    /// <summary>The lines of a withdrawal, out of what it has used.</summary>
    public static IEnumerable<WithdrawalLine> Of(WithdrawalId id, IReadOnlyList<LotShare> shares) => shares.Select((share, index) => new WithdrawalLine
    {
        WithdrawalId = id,
        Position = index + 1,
        TransactionId = share.Lot.TransactionId,
        LotAmount = share.Lot.Amount,
        Amount = share.Amount,
        Remainder = share.Remainder,
        IsFurthest = share.IsFurthest,
    });
}
