using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Courses;

namespace TalkConnect.Domain.Settlement;

/// <summary>The rules as they stand when a hold settles.</summary>
/// <param name="Policy">Turns presences into an outcome.</param>
/// <param name="Threshold">The share of the session that counts as attending it.</param>
/// <param name="Commission">The platform's share.</param>
/// <param name="Timing">How long around its scheduled time people are in a session's rooms, and how long its money then waits.</param>
public sealed record SettlementRules(
    SettlementPolicy Policy, AttendanceThreshold Threshold, CommissionPolicy Commission, SessionTiming Timing)
{
    /// <summary>Why the evidence does not decide a hold now; null when it does, however what was not heard is read.</summary>
    public ReviewReason? Doubt(SettlementCase settlement, DateTimeOffset now)
    {
        var student = settlement.StudentBounds(Timing, now);
        var teacher = settlement.TeacherBounds(Timing, now);
        var duration = settlement.Session.DurationSeconds;

        return !Agree(duration, (student.CertainSeconds, student.AttendedSeconds), (teacher.CertainSeconds, teacher.AttendedSeconds))
            ? ReviewReason.MissingLeave
            : !Agree(duration, (student.CertainSeconds, student.PossibleSeconds), (teacher.CertainSeconds, teacher.PossibleSeconds))
                ? ReviewReason.BlindTime
                : null;
    }

    /// <summary>Decides a hold on its evidence.</summary>
    public SettlementDecision Decide(SettlementCase settlement)
    {
        var student = settlement.AttendanceOf(settlement.StudentAttendance);
        var teacher = settlement.AttendanceOf(settlement.TeacherAttendance);
        var (outcome, reason) = Policy.Decide(Threshold.IsMetBy(student), Threshold.IsMetBy(teacher));
        var commission = outcome is SettlementOutcome.Released
            ? Commission.On(settlement.Hold.Amount, settlement.Teacher)
            : Settlement.Commission.None;

        var refund = outcome is SettlementOutcome.Refunded ? settlement.Hold.Amount : Money.Zero;
        return new SettlementDecision(outcome, reason, student, commission, refund);
    }

    /// <summary>Whether the policy has one outcome for all that can have been between the bounds.</summary>
    private bool Agree(int duration, (int Least, int Most) student, (int Least, int Most) teacher) =>
        student.Least == student.Most && teacher.Least == teacher.Most
        || (from ofStudent in new[] { student.Least, student.Most }
            from ofTeacher in new[] { teacher.Least, teacher.Most }
            select Policy.Decide(Meets(ofStudent, duration), Meets(ofTeacher, duration)).Outcome).Distinct().Count() == 1;

    private bool Meets(int seconds, int duration) => Threshold.IsMetBy(AttendancePercentage.Of(seconds, duration));
}
