using TalkConnect.Domain.Attendance;

namespace TalkConnect.Domain.Settlement;

/// <summary>The rules as they stand when a hold settles.</summary>
/// <param name="Policy">Turns presences into an outcome.</param>
/// <param name="Threshold">The share of the session that counts as attending it.</param>
/// <param name="Commission">The platform's share.</param>
public sealed record SettlementRules(SettlementPolicy Policy, AttendanceThreshold Threshold, CommissionPolicy Commission)
{
    /// <summary>Decides a hold on its evidence.</summary>
    public SettlementDecision Decide(SettlementCase settlement)
    {
        var student = settlement.AttendanceOf(settlement.StudentAttendance);
        var teacher = settlement.AttendanceOf(settlement.TeacherAttendance);
        var (outcome, reason) = Policy.Decide(Threshold.IsMetBy(student), Threshold.IsMetBy(teacher));
        var commission = outcome is SettlementOutcome.Released
            ? Commission.On(settlement.Hold.Amount, settlement.Teacher)
            : Settlement.Commission.None;

        return new SettlementDecision(outcome, reason, student, commission);
    }
}
