using TalkConnect.Domain.Common;
using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Settlement;

namespace TalkConnect.Infrastructure.Ledger.Verification;

/// <summary>A settled hold with the receipt of it.</summary>
internal sealed record ReceiptedHold(HoldEntry Hold, ReceiptEntry Receipt)
{
    public SettlementEvidence Evidence => Receipt.Evidence;

    public IEnumerable<string> LineIds => Hold.Lines.Select(line => line.Id);
}

/// <summary>What must hold between a settled hold, its receipt and its lines.</summary>
internal static class ReceiptRules
{
    /// <summary>The rules of every receipt.</summary>
    public static readonly Rule<ReceiptedHold>[] OfAll =
    [
        new(
            "receipt_names_its_lines",
            it => it.Receipt.LineIds.Order(StringComparer.Ordinal).SequenceEqual(it.LineIds.Order(StringComparer.Ordinal)),
            it => $"The receipt names the lines {string.Join(", ", it.Receipt.LineIds)}; the ledgers have {string.Join(", ", it.LineIds)}."),
        new(
            "hold_agrees_with_its_receipt",
            it => it.Hold.SettledAt is null || it.Hold.SettledAt == it.Receipt.SettledAt,
            it => $"released_at is {it.Hold.SettledAt:o}; the receipt says {it.Receipt.SettledAt:o}."),
        new(
            "hold_agrees_with_its_receipt",
            it => it.Hold.Percentage == it.Evidence.Percentage,
            it => $"release_percentage is {it.Hold.Percentage?.ToString() ?? "missing"}; the receipt says {it.Evidence.Percentage?.ToString() ?? "none"}."),
        new(
            "hold_agrees_with_its_receipt",
            it => it.Hold.RefundedAmount == it.Receipt.Refunded,
            it => $"refunded_amount is {it.Hold.RefundedAmount}; the receipt says {it.Receipt.Refunded}."),
        new(
            "receipt_adds_up",
            it => it.Receipt.Gross + it.Receipt.Refunded == it.Hold.Amount,
            it => $"The receipt has {it.Receipt.Gross} for the teacher and {it.Receipt.Refunded} for the student; the hold has {it.Hold.Amount}."),
        new(
            "outcome_follows_from_its_evidence",
            it => it.Evidence.CertainSeconds <= it.Evidence.AttendedSeconds && it.Evidence.AttendedSeconds <= it.Evidence.PossibleSeconds,
            it => $"attended_seconds is {it.Evidence.AttendedSeconds}; it should be between {it.Evidence.CertainSeconds} and {it.Evidence.PossibleSeconds}."),
        new(
            "outcome_follows_from_its_evidence",
            it => (it.Evidence.SecondsOfIntervals ?? it.Evidence.AttendedSeconds) == it.Evidence.AttendedSeconds,
            it => $"attended_seconds is {it.Evidence.AttendedSeconds}; its intervals cover {it.Evidence.SecondsOfIntervals} s."),
        new(
            "outcome_follows_from_its_evidence",
            it => (it.Evidence.TeacherSecondsOfIntervals ?? it.Evidence.TeacherAttendedSeconds) == it.Evidence.TeacherAttendedSeconds,
            it => $"The teacher attended {it.Evidence.TeacherAttendedSeconds} s; the teacher's intervals cover {it.Evidence.TeacherSecondsOfIntervals} s."),
        new(
            "outcome_follows_from_its_evidence",
            it => it.Evidence.DurationSeconds > 0 && it.Evidence.DurationSeconds == (it.Hold.Session?.DurationSeconds ?? it.Evidence.DurationSeconds),
            it => $"The receipt says that the session lasts {it.Evidence.DurationSeconds} s; it lasts {it.Hold.Session?.DurationSeconds} s."),
        new(
            "outcome_follows_from_its_evidence",
            it => it.Evidence.RequiredSeconds == it.Evidence.Threshold.RequiredSeconds(it.Evidence.DurationSeconds),
            it => $"required_seconds is {it.Evidence.RequiredSeconds}; {it.Evidence.Threshold.Percent} % of {it.Evidence.DurationSeconds} s are {it.Evidence.Threshold.RequiredSeconds(it.Evidence.DurationSeconds)}."),
        new(
            "receipt_adds_up",
            it => it.Receipt.Fee + it.Receipt.Net == it.Receipt.Gross && it.Receipt.Fee == Money.Of(it.Receipt.Gross).Share(it.Receipt.Rate).Value,
            it => $"The receipt splits {it.Receipt.Gross} into fee {it.Receipt.Fee} and net {it.Receipt.Net}; at the rate {it.Receipt.Rate} the fee is {Money.Of(it.Receipt.Gross).Share(it.Receipt.Rate)}."),
        new(
            "commission_fits_its_receipt",
            it => it.Receipt.Fee == it.Hold.CommissionBooked,
            it => $"The receipt's fee is {it.Receipt.Fee}; the ledger's commission is {it.Hold.CommissionBooked}."),
    ];

    /// <summary>The rules of the receipt of a release.</summary>
    public static readonly Rule<ReceiptedHold>[] OfReleased =
    [
        new(
            "receipt_adds_up",
            it => it.Receipt.Gross > 0,
            it => $"The receipt's gross is {it.Receipt.Gross}; of a release the teacher should have something."),
    ];

    /// <summary>The rules of the receipt of a refund.</summary>
    public static readonly Rule<ReceiptedHold>[] OfRefunded =
    [
        new(
            "receipt_adds_up",
            it => it.Receipt.Gross == 0,
            it => $"The receipt of a refund splits {it.Receipt.Gross}; it should split nothing."),
    ];

    /// <summary>The rules where attendance decided.</summary>
    public static readonly Rule<ReceiptedHold>[] OfDecided =
    [
        new(
            "outcome_follows_from_its_evidence",
            it => it.Evidence.PercentageByAttendance is not { } share || it.Evidence.Percentage == share,
            it => $"attendance_percentage is {it.Evidence.Percentage?.ToString() ?? "missing"}; {it.Evidence.AttendedSeconds} s of {it.Evidence.DurationSeconds} s are {it.Evidence.PercentageByAttendance}."),
        new(
            "outcome_follows_from_its_evidence",
            it => it.Receipt.DecidedBy is null && (it.Receipt.Gross == 0 || it.Receipt.Refunded == 0),
            it => $"A rule decided it; it should be nobody's decision, and all of it released or refunded, not {it.Receipt.Gross} and {it.Receipt.Refunded}."),
        new(
            "outcome_follows_from_its_evidence",
            it => it.Evidence.Decision is not { } decision || decision == (it.Receipt.Outcome, it.Receipt.Reason),
            it => $"It was {it.Receipt.Outcome?.Word()} because {it.Receipt.Reason?.Word()}; by {it.Evidence.Policy!.Name} it should be {it.Evidence.Decision!.Value.Outcome.Word()} because {it.Evidence.Decision.Value.Reason.Word()}."),
        new(
            "outcome_follows_from_its_evidence",
            it => it.Evidence.IsBeyondDoubt,
            it => $"Between {it.Evidence.CertainSeconds} and {it.Evidence.PossibleSeconds} s lie the {it.Evidence.RequiredSeconds} s that are required; an admin should have decided it."),
    ];

    /// <summary>The rules where an admin decided, because the evidence did not or the student had objected.</summary>
    public static readonly Rule<ReceiptedHold>[] OfResolved =
    [
        new(
            "outcome_follows_from_its_evidence",
            it => it.Evidence.PercentageByAttendance is not { } share || it.Evidence.Percentage == share,
            it => $"attendance_percentage is {it.Evidence.Percentage?.ToString() ?? "missing"}; {it.Evidence.AttendedSeconds} s of {it.Evidence.DurationSeconds} s are {it.Evidence.PercentageByAttendance}."),
        new(
            "outcome_follows_from_its_evidence",
            it => it.Receipt.DecidedBy is { Length: > 0 },
            it => $"It was decided by hand because {it.Receipt.Reason?.Word()}; the receipt should say by whom."),
    ];

    /// <summary>The rules where the session was cancelled, so that attendance had no say.</summary>
    public static readonly Rule<ReceiptedHold>[] OfCancelled =
    [
        new(
            "outcome_follows_from_its_evidence",
            it => it.Hold.Session is null or { Status: SessionStatus.Cancelled or null },
            it => $"The receipt's reason is session_cancelled; session {it.Hold.SessionId} is {it.Hold.Session!.Status!.Value.Word()}."),
        new(
            "outcome_follows_from_its_evidence",
            it => it.Receipt.Outcome is SettlementOutcome.Refunded && it.Evidence.Percentage is null,
            it => $"The session was cancelled; the receipt should say refunded without a percentage and says {it.Receipt.Outcome?.Word()} with {it.Evidence.Percentage?.ToString() ?? "none"}."),
    ];
}
