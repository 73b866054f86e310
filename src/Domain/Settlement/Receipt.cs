using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Ledger;
using TalkConnect.Domain.Users;

namespace TalkConnect.Domain.Settlement;

/// <summary>The immutable explanation of one settlement, complete enough to be checked by hand.</summary>
public sealed class Receipt
{
    private Receipt()
    {
    }

    /// <summary>The settled hold.</summary>
    public PaymentHoldId HoldId { get; private init; }

    /// <summary>Who got the money.</summary>
    public SettlementOutcome Outcome { get; private init; }

    /// <summary>Why.</summary>
    public SettlementReason Reason { get; private init; }

    /// <summary>The rule that decided.</summary>
    public string PolicyName { get; private init; } = "";

    /// <summary>Its version.</summary>
    public int PolicyVersion { get; private init; }

    /// <summary>The threshold as it stood, in per cent.</summary>
    public decimal ThresholdPercentage { get; private init; }

    /// <summary>The scheduled length, in seconds.</summary>
    public int DurationSeconds { get; private init; }

    /// <summary>How long the student was there.</summary>
    public int AttendedSeconds { get; private init; }

    /// <summary>The fewest seconds that reach the threshold.</summary>
    public int RequiredSeconds { get; private init; }

    /// <summary>The distance to the threshold: positive above it, negative below.</summary>
    public int MarginSeconds => AttendedSeconds - RequiredSeconds;

    /// <summary>The share that was decided on; null where attendance had no say.</summary>
    public AttendancePercentage? AttendancePercentage { get; private init; }

    /// <summary>The student's stays, with the events behind them.</summary>
    public IReadOnlyList<AttendanceInterval> Intervals { get; private init; } = [];

    /// <summary>How long the teacher was there.</summary>
    public int TeacherAttendedSeconds { get; private init; }

    /// <summary>The teacher's stays.</summary>
    public IReadOnlyList<AttendanceInterval> TeacherIntervals { get; private init; } = [];

    /// <summary>How a release was split.</summary>
    public Commission Commission { get; private init; } = Commission.None;

    /// <summary>The ledger lines that the settlement wrote.</summary>
    public IReadOnlyList<TransactionId> TransactionIds { get; private init; } = [];

    /// <summary>How long the student was there for sure: the stays whose both ends were seen.</summary>
    public int CertainSeconds { get; private init; }

    /// <summary>How long the student can have been there, with all that nobody may have heard.</summary>
    public int PossibleSeconds { get; private init; }

    /// <summary>What the student got back.</summary>
    public Money Refunded { get; private init; }

    /// <summary>The admin who decided; null where the rule did.</summary>
    public UserId? DecidedBy { get; private init; }

    /// <summary>Why, in the admin's words; null where the rule decided.</summary>
    public string? DecisionReason { get; private init; }

    /// <summary>What the student had objected to, in their words; null where they had not.</summary>
    public string? DisputeReason { get; private init; }

    /// <summary>When it was settled.</summary>
    public DateTimeOffset SettledAt { get; private init; }

    internal static Receipt Of(
        SettlementCase settlement,
        SettlementDecision decision,
        Resolution? resolution,
        SettlementRules rules,
        IReadOnlyList<Transaction> transactions,
        DateTimeOffset now)
    {
        var bounds = settlement.StudentBounds(rules.Timing, now);
        return new Receipt
        {
            HoldId = settlement.Hold.Id,
            Outcome = decision.Outcome,
            Reason = decision.Reason,
            PolicyName = rules.Policy.Name,
            PolicyVersion = rules.Policy.Version,
            ThresholdPercentage = rules.Threshold.Percent,
            DurationSeconds = settlement.Session.DurationSeconds,
            AttendedSeconds = settlement.StudentAttendance?.AttendedSeconds ?? 0,
            RequiredSeconds = rules.Threshold.RequiredSeconds(settlement.Session.DurationSeconds),
            AttendancePercentage = decision.Attendance,
            Intervals = settlement.StudentAttendance?.Intervals ?? [],
            TeacherAttendedSeconds = settlement.TeacherAttendance?.AttendedSeconds ?? 0,
            TeacherIntervals = settlement.TeacherAttendance?.Intervals ?? [],
            Commission = decision.Commission,
            TransactionIds = [.. transactions.Select(transaction => transaction.Id)],
            CertainSeconds = bounds.CertainSeconds,
            PossibleSeconds = bounds.PossibleSeconds,
            Refunded = decision.Refund,
            DecidedBy = resolution?.AdminId,
            DecisionReason = resolution?.Reason,
            DisputeReason = settlement.Hold.DisputeReason,
            SettledAt = now,
        };
    }
}
