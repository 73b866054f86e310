using CsCheck;
using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Settlement;

namespace TalkConnect.Domain.UnitTests.Support;

/// <summary>Holds as they were settled under some rules; a session lasted an hour.</summary>
internal static class Past
{
    /// <summary>Holds of every kind, each under rules of its own.</summary>
    public static Gen<SettledHold> Holds(Gen<SettlementRules> rules) =>
        from rule in rules
        from id in Gen.Guid
        from student in Gen.Int[0, 4_000]
        from teacher in Gen.Int[0, 4_000]
        from cents in Gen.Frequency((1, Gen.Int[1, 100]), (1, Gen.Int[1, 1_000_000_000]))
        from referred in Gen.Bool
        from reason in Gen.OneOf<SettlementReason?>(
            null, null, null, null, null, null, SettlementReason.SessionCancelled, SettlementReason.Reviewed, SettlementReason.DisputeResolved)
        let hold = Of(id.ToString(), rule, student, teacher, cents / 100m, referred)
        select reason is SettlementReason.SessionCancelled
            ? hold with { Reason = reason.Value, Outcome = SettlementOutcome.Refunded, Commission = Commission.None }
            : reason is null ? hold
            : hold with { Reason = reason.Value };

    /// <summary>A hold of 100.00 whose teacher was there all the time.</summary>
    public static SettledHold Hold(string id, SettlementRules rules, int minutes = 0, int seconds = 0, bool referred = false) =>
        Of(id, rules, (minutes * 60) + seconds, 3_600, 100m, referred);

    private static SettledHold Of(string id, SettlementRules rules, int student, int teacher, decimal price, bool referred)
    {
        bool Met(int seconds) => rules.Threshold.IsMetBy(AttendancePercentage.Of(seconds, 3_600));
        var (outcome, reason) = rules.Policy.Decide(Met(student), Met(teacher));
        var amount = Money.Of(price);
        var due = Today.At("11:00") + rules.Timing.HoldPeriod;
        return new SettledHold
        {
            HoldId = PaymentHoldId.From(id),
            SessionId = SessionId.From("session"),
            Amount = amount,
            Outcome = outcome,
            Reason = reason,
            PolicyName = rules.Policy.Name,
            ThresholdPercentage = rules.Threshold.Percent,
            DurationSeconds = 3_600,
            AttendedSeconds = student,
            TeacherAttendedSeconds = teacher,
            Commission = outcome is SettlementOutcome.Released ? rules.Commission.On(amount, A.Teacher(referred: referred)) : Commission.None,
            TeacherIsReferred = referred,
            OverAt = Today.At("11:00"),
            DueAt = due,
            SettledAt = due.AddMinutes(5),
        };
    }
}
