using TalkConnect.Domain.Common;
using TalkConnect.Domain.Ledger;

namespace TalkConnect.Infrastructure.Ledger.Verification;

/// <summary>What must hold of a line of a ledger.</summary>
internal static class LineRules
{
    /// <summary>Every kind of line that there is: what for, in which direction, against which account, caused by what.</summary>
    private static readonly HashSet<(TransactionType?, int Sign, CounterAccount?, ReferenceType?)> Known =
    [
        (TransactionType.Deposit, 1, CounterAccount.External, ReferenceType.Deposit),
        (TransactionType.Purchase, -1, CounterAccount.Escrow, ReferenceType.SessionPurchase),
        (TransactionType.PaymentRelease, 1, CounterAccount.Escrow, ReferenceType.PaymentHold),
        (TransactionType.Commission, -1, CounterAccount.Platform, ReferenceType.PaymentHold),
        (TransactionType.Refund, 1, CounterAccount.Escrow, ReferenceType.PaymentHold),
        (TransactionType.Refund, 1, CounterAccount.Payouts, ReferenceType.Withdrawal),
        (TransactionType.Withdrawal, -1, CounterAccount.Payouts, ReferenceType.Withdrawal),
        (TransactionType.AdminCredit, 1, CounterAccount.Platform, ReferenceType.Adjustment),
        (TransactionType.AdminDebit, -1, CounterAccount.Platform, ReferenceType.Adjustment),
    ];

    /// <summary>The rules of every line.</summary>
    public static readonly Rule<LedgerLine>[] All =
    [
        new(
            "sequence_without_gaps",
            line => line.Sequence == line.Before.Sequence + 1,
            line => $"Its sequence is {line.Sequence}; after {line.Before.Sequence} of user {line.UserId} it should be {line.Before.Sequence + 1}."),
        new(
            "balance_chain",
            line => line.BalanceBefore == line.Before.Balance,
            line => $"balance_before is {line.BalanceBefore}; the line before ended with {line.Before.Balance}."),
        new(
            "line_adds_up",
            line => line.BalanceAfter == line.BalanceBefore + line.Amount,
            line => $"balance_after is {line.BalanceAfter}; {line.BalanceBefore} + {line.Amount} is {line.BalanceBefore + line.Amount}."),
        new(
            "balance_not_negative",
            line => line.BalanceAfter >= 0,
            line => $"balance_after is {line.BalanceAfter}; it should never be below zero."),
        new(
            "line_fits_its_type",
            line => Known.Contains((line.Type, Math.Sign(line.Amount), line.CounterAccount, line.ReferenceType)),
            line => $"A {Word(line.Type)} of {line.Amount} with counter account {Word(line.CounterAccount)} for a {Word(line.ReferenceType)} cannot be."),
        new(
            "line_fits_its_type",
            line => line.Status is TransactionStatus.Completed || (line.Type is TransactionType.Withdrawal && line.Status is not null),
            line => $"A {Word(line.Type)} has the status {Word(line.Status)}; it should be completed."),
        new(
            "line_fits_its_type",
            line => line.Status is null || line.Status is TransactionStatus.Completed == line.CompletedAt is not null,
            line => $"It is {Word(line.Status)} and its completed_at is {(line.CompletedAt is { } at ? $"{at:o}" : "missing")}; a completed line has one, and no other."),
        new(
            "line_has_its_cause",
            line => !line.Cause.IsKept || line.Cause.UserId is not null,
            line => $"Its cause {Word(line.ReferenceType)} {line.ReferenceId} does not exist."),
        new(
            "line_has_its_cause",
            line => line.Cause.UserId is null || line.Cause.UserId == line.UserId,
            line => $"It is in the ledger of user {line.UserId}; its cause {Word(line.ReferenceType)} {line.ReferenceId} is of user {line.Cause.UserId}."),
        new(
            "line_has_its_cause",
            line => line.Cause.Amount is null || line.Cause.Amount == line.Amount,
            line => $"Its amount is {line.Amount}; by its cause {Word(line.ReferenceType)} {line.ReferenceId} it should be {line.Cause.Amount}."),
        new(
            "metadata_tells_why",
            line => line.AdjustmentMetadata is null or { Reason.Length: > 0, AdminId.Length: > 0 },
            line => $"The adjustment's reason is '{line.AdjustmentMetadata!.Reason}', its admin '{line.AdjustmentMetadata.AdminId}'; both should be there."),
    ];

    private static string Word<TEnum>(TEnum? value)
        where TEnum : struct, Enum => value?.Word() ?? "(unreadable)";
}
