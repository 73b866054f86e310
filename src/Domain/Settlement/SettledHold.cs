using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Courses;

namespace TalkConnect.Domain.Settlement;

/// <summary>What is on record of a settled hold, as far as it can be decided once more.</summary>
public sealed record SettledHold
{
    /// <summary>The hold.</summary>
    public required PaymentHoldId HoldId { get; init; }

    /// <summary>The session that was bought.</summary>
    public required SessionId SessionId { get; init; }

    /// <summary>What was held.</summary>
    public required Money Amount { get; init; }

    /// <summary>Who got it.</summary>
    public required SettlementOutcome Outcome { get; init; }

    /// <summary>Why.</summary>
    public required SettlementReason Reason { get; init; }

    /// <summary>The rule that decided.</summary>
    public required string PolicyName { get; init; }

    /// <summary>The threshold as it stood, in per cent.</summary>
    public required decimal ThresholdPercentage { get; init; }

    /// <summary>The scheduled length, in seconds.</summary>
    public required int DurationSeconds { get; init; }

    /// <summary>How long the student was there.</summary>
    public required int AttendedSeconds { get; init; }

    /// <summary>How long the teacher was there.</summary>
    public required int TeacherAttendedSeconds { get; init; }

    /// <summary>How the teacher's part was split; <see cref="Commission.None"/> where there was none.</summary>
    public required Commission Commission { get; init; }

    /// <summary>Whether the teacher has a referrer today: a refund records no commission, and so not whether they had one.</summary>
    public required bool TeacherIsReferred { get; init; }

    /// <summary>When the session was over: its scheduled end, or its completion if that was later.</summary>
    public required DateTimeOffset OverAt { get; init; }

    /// <summary>From when it could be settled.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>When it was settled.</summary>
    public required DateTimeOffset SettledAt { get; init; }

    /// <summary>Whether a policy decided, and not a cancellation or an admin.</summary>
    public bool DecidedByPolicy => Reason is SettlementReason.Attended or SettlementReason.AttendanceBelowThreshold
        or SettlementReason.TeacherAbsent or SettlementReason.TeacherWaited;

    /// <summary>The share of the session that the student attended.</summary>
    public AttendancePercentage Attendance => AttendancePercentage.Of(AttendedSeconds, DurationSeconds);

    /// <summary>The share of the session that the teacher attended.</summary>
    public AttendancePercentage TeacherAttendance => AttendancePercentage.Of(TeacherAttendedSeconds, DurationSeconds);
}
