using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Ledger;
using TalkConnect.Domain.Settlement;
using TalkConnect.Domain.Users;

namespace TalkConnect.Application.Settlement;

/// <summary>The explanation of a settlement.</summary>
/// <param name="HoldId">The settled hold.</param>
/// <param name="Outcome">What the hold became: released or refunded.</param>
/// <param name="Reason">Why.</param>
/// <param name="Policy">The rule that decided.</param>
/// <param name="ThresholdPercentage">The share that counts as attending.</param>
/// <param name="DurationSeconds">The scheduled length.</param>
/// <param name="AttendedSeconds">How long the student was there.</param>
/// <param name="RequiredSeconds">The fewest seconds that are enough.</param>
/// <param name="MarginSeconds">Attended less required: negative when it was not enough.</param>
/// <param name="AttendancePercentage">The share that was decided on; null where attendance had no say.</param>
/// <param name="Intervals">The student's stays, with the events behind them.</param>
/// <param name="TeacherPresence">How long the teacher was there.</param>
/// <param name="Commission">How a release was split.</param>
/// <param name="TransactionIds">The ledger lines.</param>
/// <param name="CertainSeconds">How long the student was there for sure.</param>
/// <param name="PossibleSeconds">How long the student can have been there, with all that nobody may have heard.</param>
/// <param name="Refunded">What the student got back.</param>
/// <param name="Decision">The admin's decision; null where the rule decided.</param>
/// <param name="DisputeReason">What the student had objected to; null where they had not.</param>
/// <param name="SettledAt">When it was settled.</param>
public sealed record ReceiptView(
    PaymentHoldId HoldId,
    SettlementOutcome Outcome,
    SettlementReason Reason,
    ReceiptPolicy Policy,
    decimal ThresholdPercentage,
    int DurationSeconds,
    int AttendedSeconds,
    int RequiredSeconds,
    int MarginSeconds,
    AttendancePercentage? AttendancePercentage,
    IReadOnlyList<AttendanceInterval> Intervals,
    ReceiptTeacher TeacherPresence,
    ReceiptCommission Commission,
    IReadOnlyList<TransactionId> TransactionIds,
    int CertainSeconds,
    int PossibleSeconds,
    Money Refunded,
    ReceiptDecision? Decision,
    string? DisputeReason,
    DateTimeOffset SettledAt)
{
    /// <summary>The view of a receipt.</summary>
    public static ReceiptView Of(Receipt receipt) => new(
        receipt.HoldId,
        receipt.Outcome,
        receipt.Reason,
        new ReceiptPolicy(receipt.PolicyName, receipt.PolicyVersion),
        receipt.ThresholdPercentage,
        receipt.DurationSeconds,
        receipt.AttendedSeconds,
        receipt.RequiredSeconds,
        receipt.MarginSeconds,
        receipt.AttendancePercentage,
        receipt.Intervals,
        new ReceiptTeacher(receipt.TeacherAttendedSeconds, receipt.TeacherIntervals),
        ReceiptCommission.Of(receipt.Commission),
        receipt.TransactionIds,
        receipt.CertainSeconds,
        receipt.PossibleSeconds,
        receipt.Refunded,
        receipt.DecidedBy is { } admin ? new ReceiptDecision(admin, receipt.DecisionReason!) : null,
        receipt.DisputeReason,
        receipt.SettledAt);
}

/// <summary>A named, versioned rule.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version.</param>
public sealed record ReceiptPolicy(string Name, int Version);

/// <summary>What an admin decided.</summary>
/// <param name="AdminId">The admin.</param>
/// <param name="Reason">Why, in the admin's words.</param>
public sealed record ReceiptDecision(UserId AdminId, string Reason);

/// <summary>The teacher's presence.</summary>
/// <param name="AttendedSeconds">How long they were there.</param>
/// <param name="Intervals">Their stays.</param>
public sealed record ReceiptTeacher(int AttendedSeconds, IReadOnlyList<AttendanceInterval> Intervals);

/// <summary>How a release was split: gross = fee + net.</summary>
/// <param name="Rule">The rule that gave the rate.</param>
/// <param name="Rate">The platform's share, 0 to 1.</param>
/// <param name="Rounding">How the fee was rounded, once.</param>
/// <param name="Gross">What the teacher gets before the commission: the price, or of a split their part.</param>
/// <param name="Fee">What the platform kept.</param>
/// <param name="Net">What the teacher got.</param>
public sealed record ReceiptCommission(string Rule, decimal Rate, string Rounding, Money Gross, Money Fee, Money Net)
{
    internal static ReceiptCommission Of(Commission commission) => new(
        commission.Rule, commission.Rate, Domain.Settlement.Commission.Rounding, commission.Gross, commission.Fee, commission.Net);
}
