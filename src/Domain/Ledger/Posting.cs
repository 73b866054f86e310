using TalkConnect.Domain.Common;
using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Purchases;
using TalkConnect.Domain.Users;
using TalkConnect.Domain.Withdrawals;

namespace TalkConnect.Domain.Ledger;

/// <summary>What is to be written into a ledger: the part of a line that does not depend on the balance.</summary>
/// <param name="Type">What it is for; it fixes the sign.</param>
/// <param name="Amount">Positive into the user's balance, negative out of it.</param>
/// <param name="CounterAccount">The other side.</param>
/// <param name="ReferenceType">The kind of cause.</param>
/// <param name="ReferenceId">The cause; a user has one line per type and cause.</param>
/// <param name="Description">For people.</param>
/// <param name="Metadata">For whoever asks why.</param>
public sealed record Posting(
    TransactionType Type,
    Money Amount,
    CounterAccount CounterAccount,
    ReferenceType ReferenceType,
    string ReferenceId,
    string Description,
    TransactionMetadata Metadata)
{
    /// <summary>How far it is when it is written.</summary>
    public TransactionStatus Status { get; private init; } = TransactionStatus.Completed;

    /// <summary>Money came in from outside.</summary>
    public static Posting OfDeposit(DepositId id, Money amount, string externalReference) => new(
        TransactionType.Deposit, Positive(amount), CounterAccount.External, ReferenceType.Deposit, id.Value,
        "Deposit", new TransactionMetadata { ExternalReference = externalReference });

    /// <summary>A student pays for a place.</summary>
    public static Posting OfPurchase(PurchaseId id, CourseSession session) => new(
        TransactionType.Purchase, -Positive(session.Price), CounterAccount.Escrow, ReferenceType.SessionPurchase, id.Value,
        $"Purchase of session {session.Title}",
        new TransactionMetadata { SessionId = session.Id.Value, CourseId = session.CourseId.Value });

    /// <summary>An admin gives credit.</summary>
    public static Posting OfCredit(AdjustmentId id, Money amount, string reason, UserId admin) => new(
        TransactionType.AdminCredit, Positive(amount), CounterAccount.Platform, ReferenceType.Adjustment, id.Value,
        "Credit by an admin", new TransactionMetadata { Reason = reason, AdminId = admin.Value });

    /// <summary>An admin takes credit.</summary>
    public static Posting OfDebit(AdjustmentId id, Money amount, string reason, UserId admin) => new(
        TransactionType.AdminDebit, -Positive(amount), CounterAccount.Platform, ReferenceType.Adjustment, id.Value,
        "Debit by an admin", new TransactionMetadata { Reason = reason, AdminId = admin.Value });

    /// <summary>A teacher wants money paid out; it waits for the bank.</summary>
    public static Posting OfWithdrawal(WithdrawalId id, Money amount) => new(
        TransactionType.Withdrawal, -Positive(amount), CounterAccount.Payouts, ReferenceType.Withdrawal, id.Value,
        "Withdrawal to a bank account", new TransactionMetadata())
    {
        Status = TransactionStatus.Pending,
    };

    /// <summary>A withdrawal was rejected or cancelled, and its money comes back.</summary>
    public static Posting OfReversal(WithdrawalId id, Money amount, WithdrawalStatus outcome) => new(
        TransactionType.Refund, Positive(amount), CounterAccount.Payouts, ReferenceType.Withdrawal, id.Value,
        $"Withdrawal {outcome.Word()}", new TransactionMetadata { Reason = $"withdrawal_{outcome.Word()}" });

    /// <summary>The amount, which must be one that somebody can pay.</summary>
    /// <exception cref="DomainException"><c>amount_out_of_range</c>.</exception>
    internal static Money Positive(Money amount) => amount.IsAmount
        ? amount
        : throw DomainException.Invalid("amount_out_of_range", $"An amount is 0.01 to {Money.MaxAmount}.", "amount");
}
