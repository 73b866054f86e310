using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Common;

namespace TalkConnect.Domain.Settlement;

/// <summary>Rules to decide settled holds by once more. What is null stays as each receipt recorded it.</summary>
/// <param name="Policy">Turns presences into an outcome.</param>
/// <param name="Threshold">The share of a session that counts as attending it.</param>
/// <param name="HoldPeriod">How long money waits after the session.</param>
/// <param name="ReferredRate">The platform's share of what a referred teacher is paid.</param>
/// <param name="StandardRate">The platform's share of what any other teacher is paid.</param>
public sealed record OtherRules(
    SettlementPolicy? Policy, AttendanceThreshold? Threshold, TimeSpan? HoldPeriod, decimal? ReferredRate, decimal? StandardRate)
{
    /// <summary>The threshold that a hold is decided by.</summary>
    public AttendanceThreshold ThresholdFor(SettledHold hold) => Threshold ?? AttendanceThreshold.Of(hold.ThresholdPercentage);

    /// <summary>Decides a hold once more, on the evidence that its receipt keeps.</summary>
    /// <param name="hold">A hold that a policy decided.</param>
    /// <param name="today">The rates for a release of what was refunded, which recorded none.</param>
    public SettlementDecision Decide(SettledHold hold, CommissionPolicy today)
    {
        var policy = Policy ?? SettlementPolicy.Named(hold.PolicyName);
        var threshold = ThresholdFor(hold);
        var (outcome, reason) = policy.Decide(threshold.IsMetBy(hold.Attendance), threshold.IsMetBy(hold.TeacherAttendance));
        return outcome is SettlementOutcome.Released
            ? new SettlementDecision(outcome, reason, hold.Attendance, CommissionOn(hold, hold.Amount, today), Money.Zero)
            : new SettlementDecision(outcome, reason, hold.Attendance, Commission.None, hold.Amount);
    }

    /// <summary>The commission on what a teacher is paid of a hold.</summary>
    internal Commission CommissionOn(SettledHold hold, Money gross, CommissionPolicy today)
    {
        var recorded = hold.Commission != Commission.None;
        var referred = recorded ? hold.Commission.IsOfReferred : hold.TeacherIsReferred;
        return recorded && (referred ? ReferredRate : StandardRate) is null
            ? hold.Commission
            : new CommissionPolicy(ReferredRate ?? today.ReferredRate, StandardRate ?? today.StandardRate).On(gross, referred);
    }
}
