using TalkConnect.Domain.Common;
using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Purchases;
using TalkConnect.Domain.Settlement;

namespace TalkConnect.Infrastructure.Ledger.Verification;

/// <summary>What must hold of a hold, by its status.</summary>
internal static class HoldRules
{
    /// <summary>The rules of every hold.</summary>
    public static readonly Rule<HoldEntry>[] OfAll =
    [
        new(
            "hold_fits_its_purchase",
            hold => hold.Purchase is not null,
            hold => $"Its purchase {hold.PurchaseId} does not exist."),
        new(
            "hold_fits_its_purchase",
            hold => hold.Purchase is null
                || (hold.Purchase.HoldId, hold.Purchase.SessionId, hold.Purchase.UserId, hold.Purchase.PricePaid)
                    == (hold.Id, hold.SessionId, hold.StudentId, hold.Amount),
            hold => $"It holds {hold.Amount} of student {hold.StudentId} for session {hold.SessionId}; its purchase {hold.PurchaseId} is of {hold.Purchase!.PricePaid}, student {hold.Purchase.UserId}, session {hold.Purchase.SessionId}, hold {hold.Purchase.HoldId}."),
        new(
            "hold_fits_its_session",
            hold => hold.Session?.TeacherId == hold.TeacherId,
            hold => $"Its teacher is {hold.TeacherId}; the teacher of its session {hold.SessionId} is {hold.Session?.TeacherId ?? "missing with it"}."),
        // By how much it may be later is a setting, and a hold keeps the one of its day. One that an admin has settled no longer follows its session.
        new(
            "due_after_the_session",
            hold => !(hold.DueAt < hold.Session?.End) || hold.Receipt?.DecidedBy is not null,
            hold => $"due_at is {hold.DueAt:o}; it should not be before its session's end, {hold.Session?.End:o}."),
        new(
            "revenue_follows_its_hold",
            hold => hold.RevenueAt == (hold.SettledAt ?? hold.DueAt),
            hold => $"revenue_at is {hold.RevenueAt:o}; it should be {hold.SettledAt ?? hold.DueAt:o}."),
        new(
            "revenue_follows_its_hold",
            hold => hold.Fee == (hold.Status is PaymentHoldStatus.Released ? hold.Receipt?.Fee ?? hold.Fee : 0),
            hold => $"fee is {hold.Fee}; it should be {(hold.Status is PaymentHoldStatus.Released ? hold.Receipt!.Fee : 0.00m)}."),
    ];

    /// <summary>The rules of a hold that has settled either way.</summary>
    public static readonly Rule<HoldEntry>[] OfSettled =
    [
        new(
            "settled_hold_has_a_receipt",
            hold => hold.SettledAt is not null,
            hold => $"It is {hold.Status?.Word()}; released_at should be there and is not."),
        new(
            "settled_hold_has_a_receipt",
            hold => hold.Receipt?.Outcome?.Word() == hold.Status?.Word(),
            hold => $"It is {hold.Status?.Word()}; its receipt {(hold.Receipt is { } receipt ? $"says {receipt.Outcome?.Word() ?? "nothing readable"}" : "does not exist")}."),
    ];

    /// <summary>The rules of a released hold.</summary>
    public static readonly Rule<HoldEntry>[] OfReleased =
    [
        new(
            "released_hold_is_paid_out",
            hold => hold.Release is not null,
            hold => $"It is released; there is no payment_release of {hold.Amount - hold.RefundedAmount} in the ledger of teacher {hold.TeacherId}."),
        new(
            "released_hold_is_paid_out",
            hold => hold.Refund is null || hold.RefundedAmount > 0,
            hold => $"It is released; the refund {hold.Refund!.Id} is in the ledger of student {hold.StudentId} too."),
        new(
            "released_hold_is_paid_out",
            hold => (hold.RefundedAmount == 0 || hold.Refund is not null) && hold.RefundedAmount < hold.Amount,
            hold => $"It is released and {hold.RefundedAmount} of {hold.Amount} refunded; the teacher should have a part of it, and the refund be in the ledger of student {hold.StudentId}."),
        new(
            "purchase_follows_its_hold",
            hold => hold.Purchase is { Status: PurchaseStatus.Completed } purchase && (purchase.RefundAmount ?? 0) == hold.RefundedAmount,
            hold => $"It is released; its purchase should be completed with a refund of {hold.RefundedAmount} and is {State(hold.Purchase)}."),
    ];

    /// <summary>The rules of a refunded hold.</summary>
    public static readonly Rule<HoldEntry>[] OfRefunded =
    [
        new(
            "refunded_hold_is_given_back",
            hold => hold.Refund is not null && hold.RefundedAmount == hold.Amount,
            hold => $"It is refunded; there is no refund of {hold.Amount} in the ledger of student {hold.StudentId}."),
        new(
            "refunded_hold_is_given_back",
            hold => hold is { Release: null, Commission: null },
            hold => $"It is refunded; lines {string.Join(", ", hold.Lines.Except([hold.Refund]).Select(line => line!.Id))} of a release are in the ledger of teacher {hold.TeacherId} too."),
        new(
            "purchase_follows_its_hold",
            hold => hold.Purchase is { Status: PurchaseStatus.Refunded } purchase && purchase.RefundAmount == hold.Amount,
            hold => $"It is refunded; its purchase should be refunded with {hold.Amount} and is {State(hold.Purchase)}."),
    ];

    /// <summary>The rules of a hold that is held, disputed or needs review.</summary>
    public static readonly Rule<HoldEntry>[] OfUnsettled =
    [
        new(
            "unsettled_hold_moves_nothing",
            hold => !hold.Lines.Any() && hold.RefundedAmount == 0,
            hold => $"It is {hold.Status?.Word()}; lines {string.Join(", ", hold.Lines.Select(line => line.Id))} of its settlement are in ledgers."),
        new(
            "unsettled_hold_moves_nothing",
            hold => hold is { Receipt: null, SettledAt: null },
            hold => $"It is {hold.Status?.Word()}; it should have neither receipt nor released_at, and {(hold.Receipt is null ? "released_at" : "a receipt")} is there."),
        new(
            "purchase_follows_its_hold",
            hold => hold.Purchase is { Status: PurchaseStatus.Active, RefundAmount: null },
            hold => $"It is {hold.Status?.Word()}; its purchase should be active without a refund and is {State(hold.Purchase)}."),
        new(
            "cancelled_session_holds_nothing",
            hold => hold.Session?.Status is not SessionStatus.Cancelled,
            hold => $"It is {hold.Status?.Word()}; its session {hold.SessionId} is cancelled, so it should be refunded."),
    ];

    private static string State(PurchaseEntry? purchase) => purchase is null
        ? "missing"
        : FormattableString.Invariant($"{purchase.Status?.Word() ?? "unreadable"} with {(purchase.RefundAmount is { } refund ? $"a refund of {refund}" : "no refund")}");
}
