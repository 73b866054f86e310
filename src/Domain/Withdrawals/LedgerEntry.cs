using TalkConnect.Domain.Common;
using TalkConnect.Domain.Ledger;

namespace TalkConnect.Domain.Withdrawals;

/// <summary>What the lots need of a ledger line.</summary>
/// <param name="Id">The line.</param>
/// <param name="Type">What it is for.</param>
/// <param name="Amount">Positive into the balance, negative out of it.</param>
/// <param name="ReferenceType">The kind of its cause.</param>
/// <param name="ReferenceId">Its cause.</param>
public sealed record LedgerEntry(TransactionId Id, TransactionType Type, Money Amount, ReferenceType ReferenceType, string ReferenceId)
{
    /// <summary>Whether it brings a withdrawal's money back.</summary>
    public bool IsReversal => Type is TransactionType.Refund && ReferenceType is ReferenceType.Withdrawal;
}
