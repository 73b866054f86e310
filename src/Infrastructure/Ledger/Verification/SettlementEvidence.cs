using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Settlement;

namespace TalkConnect.Infrastructure.Ledger.Verification;

/// <summary>What a receipt says that a settlement was decided on.</summary>
internal sealed record SettlementEvidence(
    SettlementPolicy? Policy,
    AttendanceThreshold Threshold,
    int DurationSeconds,
    int CertainSeconds,
    int AttendedSeconds,
    int PossibleSeconds,
    int RequiredSeconds,
    AttendancePercentage? Percentage,
    int TeacherAttendedSeconds,
    int? SecondsOfIntervals,
    int? TeacherSecondsOfIntervals)
{
    /// <summary>The share that was attended; null of a session without length.</summary>
    public AttendancePercentage? PercentageByAttendance => Share(AttendedSeconds);

    /// <summary>What the policy makes of it; null where it cannot be said.</summary>
    public (SettlementOutcome Outcome, SettlementReason Reason)? Decision =>
        Policy is not null && Share(AttendedSeconds) is { } student && Share(TeacherAttendedSeconds) is { } teacher
            ? Policy.Decide(Threshold.IsMetBy(student), Threshold.IsMetBy(teacher))
            : null;

    /// <summary>Whether it comes out the same however what was not heard of the student is read; true where it cannot be said.</summary>
    public bool IsBeyondDoubt =>
        Policy is null || Share(CertainSeconds) is not { } least || Share(PossibleSeconds) is not { } most || Share(TeacherAttendedSeconds) is not { } teacher
        || Outcome(Policy, least, teacher) == Outcome(Policy, most, teacher);

    public static SettlementEvidence Of(Row row)
    {
        var (name, version) = (row.Text("receipt_policy_name"), row.Number("receipt_policy_version"));
        return new SettlementEvidence(
            SettlementPolicy.All.FirstOrDefault(policy => policy.Name == name && policy.Version == version)
                ?? row.Unreadable<SettlementPolicy>("receipt_policy_name", "a policy that there is in that version"),
            AttendanceThreshold.Of(row.PercentageIfAny("receipt_threshold_percentage")?.Value ?? 0),
            row.Number("receipt_duration_seconds"),
            row.Number("receipt_certain_seconds"),
            row.Number("receipt_attended_seconds"),
            row.Number("receipt_possible_seconds"),
            row.Number("receipt_required_seconds"),
            row.PercentageIfAny("receipt_attendance_percentage"),
            row.Number("receipt_teacher_attended_seconds"),
            SecondsOf(row, "receipt_intervals"),
            SecondsOf(row, "receipt_teacher_intervals"));
    }

    private static int? SecondsOf(Row row, string intervals) => row.JsonIfAny<AttendanceInterval?[]>(intervals) is not { } stays
        ? null
        : stays.Contains(null)
            ? row.Unreadable<int?>(intervals, "a list of stays")
            : AttendanceInterval.UnionSeconds(stays!);

    private SettlementOutcome Outcome(SettlementPolicy policy, AttendancePercentage student, AttendancePercentage teacher) =>
        policy.Decide(Threshold.IsMetBy(student), Threshold.IsMetBy(teacher)).Outcome;

    private AttendancePercentage? Share(int seconds) => DurationSeconds > 0 ? AttendancePercentage.Of(seconds, DurationSeconds) : null;
}
