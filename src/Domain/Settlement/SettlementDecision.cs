using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Common;

namespace TalkConnect.Domain.Settlement;

/// <summary>What is to become of held money, and why.</summary>
/// <param name="Outcome">Who gets it.</param>
/// <param name="Reason">Why.</param>
/// <param name="Attendance">The student's attendance it was decided on; null where attendance had no say.</param>
/// <param name="Commission">How what the teacher gets is split; <see cref="Commission.None"/> for a refund.</param>
/// <param name="Refund">What the student gets back: all of it, nothing, or where an admin parted it the student's part.</param>
public sealed record SettlementDecision(
    SettlementOutcome Outcome, SettlementReason Reason, AttendancePercentage? Attendance, Commission Commission, Money Refund);
