using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Ledger;
using TalkConnect.Domain.Purchases;
using TalkConnect.Domain.Settlement;

namespace TalkConnect.Infrastructure.Ledger.Verification;

/// <summary>A hold with all that must agree with it; what is missing is null.</summary>
internal sealed record HoldEntry(
    string Id,
    decimal Amount,
    PaymentHoldStatus? Status,
    string StudentId,
    string TeacherId,
    string PurchaseId,
    string SessionId,
    DateTime? DueAt,
    DateTime? SettledAt,
    AttendancePercentage? Percentage,
    DateTime? RevenueAt,
    decimal Fee,
    decimal RefundedAmount,
    PurchaseEntry? Purchase,
    SessionEntry? Session,
    ReceiptEntry? Receipt,
    LineEntry? Release,
    LineEntry? Commission,
    decimal CommissionBooked,
    LineEntry? Refund)
{
    /// <summary>The lines of its settlement.</summary>
    public IEnumerable<LineEntry> Lines => new[] { Release, Commission, Refund }.OfType<LineEntry>();

    /// <summary>Reads a row of <see cref="HoldQuery"/>.</summary>
    public static HoldEntry Of(Row row) => new(
        row.Text("id")!,
        row.Money("amount"),
        row.WordIfAny<PaymentHoldStatus>("status"),
        row.Text("student_id")!,
        row.Text("teacher_id")!,
        row.Text("session_purchase_id")!,
        row.Text("session_id")!,
        row.TimeIfAny("due_at"),
        row.TimeIfAny("released_at"),
        row.PercentageIfAny("release_percentage"),
        row.TimeIfAny("revenue_at"),
        row.Money("fee"),
        row.Money("refunded_amount"),
        row.Has("purchase") ? PurchaseEntry.Of(row) : null,
        row.Has("session") ? SessionEntry.Of(row) : null,
        row.Has("receipt") ? ReceiptEntry.Of(row) : null,
        LineEntry.IfAny(row, "release_line"),
        LineEntry.IfAny(row, "commission_line"),
        row.MoneyIfAny("commission_line_amount") is { } amount ? -amount : 0.00m,
        LineEntry.IfAny(row, "refund_line"));
}

/// <summary>The purchase whose money it is.</summary>
internal sealed record PurchaseEntry(
    PurchaseStatus? Status, decimal PricePaid, decimal? RefundAmount, string? SessionId, string? UserId, string? HoldId)
{
    public static PurchaseEntry Of(Row row) => new(
        row.WordIfAny<PurchaseStatus>("purchase_status"),
        row.Money("purchase_price_paid"),
        row.MoneyIfAny("purchase_refund_amount"),
        row.Text("purchase_session"),
        row.Text("purchase_user"),
        row.Text("purchase_hold"));
}

/// <summary>The session that was bought; its end is the scheduled one or its completion, whichever is later.</summary>
internal sealed record SessionEntry(SessionStatus? Status, string? TeacherId, string? CourseId, long DurationSeconds, DateTime? End)
{
    public static SessionEntry Of(Row row)
    {
        var scheduled = row.TimeIfAny("session_scheduled_end");
        var completed = row.TimeIfAny("session_completed_at");
        return new SessionEntry(
            row.WordIfAny<SessionStatus>("session_status"),
            row.Text("session_teacher"),
            row.Text("session_course_id"),
            row.Number("session_duration_minutes") * 60L,
            completed > scheduled ? completed : scheduled);
    }
}

/// <summary>The explanation of its settlement.</summary>
internal sealed record ReceiptEntry(
    SettlementOutcome? Outcome,
    SettlementReason? Reason,
    SettlementEvidence Evidence,
    string? DecidedBy,
    decimal Rate,
    decimal Refunded,
    decimal Gross,
    decimal Fee,
    decimal Net,
    IReadOnlyList<string> LineIds,
    DateTime? SettledAt)
{
    public static ReceiptEntry Of(Row row) => new(
        row.WordIfAny<SettlementOutcome>("receipt_outcome"),
        row.WordIfAny<SettlementReason>("receipt_reason"),
        SettlementEvidence.Of(row),
        row.Text("receipt_decided_by"),
        row.Rate("receipt_commission_rate"),
        row.Money("receipt_refunded"),
        row.Money("receipt_gross"),
        row.Money("receipt_fee"),
        row.Money("receipt_net"),
        row.JsonIfAny<string[]>("receipt_transaction_ids") ?? [],
        row.TimeIfAny("receipt_settled_at"));
}

/// <summary>A line that its settlement wrote.</summary>
internal sealed record LineEntry(string Id, TransactionMetadata? Metadata)
{
    public static LineEntry? IfAny(Row row, string which) =>
        row.Text(which) is { } id ? new LineEntry(id, row.JsonIfAny<TransactionMetadata>($"{which}_metadata")) : null;
}
