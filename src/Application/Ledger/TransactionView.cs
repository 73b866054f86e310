using TalkConnect.Domain.Common;
using TalkConnect.Domain.Ledger;

namespace TalkConnect.Application.Ledger;

/// <summary>One line of a user's ledger.</summary>
/// <param name="Id">The line.</param>
/// <param name="Sequence">1, 2, 3 … in the user's ledger.</param>
/// <param name="Type">What it is for.</param>
/// <param name="Amount">Positive into the balance, negative out of it.</param>
/// <param name="BalanceBefore">The balance before it.</param>
/// <param name="BalanceAfter">The balance after it.</param>
/// <param name="Status">How far it is.</param>
/// <param name="CounterAccount">The account on the other side.</param>
/// <param name="ReferenceType">The kind of its cause.</param>
/// <param name="ReferenceId">Its cause.</param>
/// <param name="Description">For people.</param>
/// <param name="Metadata">For whoever asks why.</param>
/// <param name="CreatedAt">When it was written.</param>
/// <param name="CompletedAt">When the money had moved.</param>
public sealed record TransactionView(
    TransactionId Id,
    int Sequence,
    TransactionType Type,
    Money Amount,
    Money BalanceBefore,
    Money BalanceAfter,
    TransactionStatus Status,
    CounterAccount CounterAccount,
    ReferenceType ReferenceType,
    string ReferenceId,
    string Description,
    TransactionMetadata Metadata,
    DateTimeOffset CreatedAt,
    DateTimeOffset? CompletedAt)
{
    /// <summary>The view of a line.</summary>
    public static TransactionView Of(Transaction line) => new(
        line.Id, line.Sequence, line.Type, line.Amount, line.BalanceBefore, line.BalanceAfter, line.Status, line.CounterAccount,
        line.ReferenceType, line.ReferenceId, line.Description, line.Metadata, line.CreatedAt, line.CompletedAt);
}

/// <summary>A line that was just written, and the balance after it.</summary>
/// <param name="Transaction">The line.</param>
/// <param name="CreditBalance">The balance after it.</param>
public sealed record PostingAnswer(TransactionView Transaction, Money CreditBalance)
{
    internal static PostingAnswer Of(Transaction line) => new(TransactionView.Of(line), line.BalanceAfter);
}
