using TalkConnect.Domain.Common;
using TalkConnect.Domain.Ledger;

namespace TalkConnect.Domain.Withdrawals;

/// <summary>What the lots need of a ledger line.</summary>
/// <param name="Id">The line.</param>
/// <param name="Sequence">Its place in the ledger.</param>
/// <param name="Type">What it is for.</param>
/// <param name="Amount">Positive into the balance, negative out of it.</param>
/// <param name="ReferenceType">The kind of its cause.</param>
/// <param name="ReferenceId">Its cause.</param>
public sealed record LedgerEntry(
    TransactionId Id, int Sequence, TransactionType Type, Money Amount, ReferenceType ReferenceType, string ReferenceId)
{
    /// <summary>What the lots need of this line.</summary>
    public static LedgerEntry Of(Transaction line) => new(line.Id, line.Sequence, line.Type, line.Amount, line.ReferenceType, line.ReferenceId);

    /// <summary>Whether it brings a withdrawal's money back.</summary>
    public bool IsReversal => Type is TransactionType.Refund && ReferenceType is ReferenceType.Withdrawal;
}
