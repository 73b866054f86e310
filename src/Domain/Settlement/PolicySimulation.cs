using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Courses;

namespace TalkConnect.Domain.Settlement;

/// <summary>What would have become of settled holds under other rules, beside what did. It is fed hold by hold and keeps sums only.</summary>
/// <param name="rules">The other rules.</param>
/// <param name="today">The rules as they stand.</param>
public sealed class PolicySimulation(OtherRules rules, SettlementRules today)
{
    /// <summary>The most flips that are kept as examples.</summary>
    public const int MaxExamples = 20;

    private readonly SortedSet<SimulatedFlip> _nearest = new(SimulatedFlip.NearestFirst);

    /// <summary>How many holds a policy had decided.</summary>
    public int Holds { get; private set; }

    /// <summary>How many of them would have been released instead of refunded.</summary>
    public int ToReleased { get; private set; }

    /// <summary>How many of them would have been refunded instead of released.</summary>
    public int ToRefunded { get; private set; }

    /// <summary>How many of them would have had the same outcome.</summary>
    public int Unchanged => Holds - ToReleased - ToRefunded;

    /// <summary>How many others were refunded because their session was cancelled.</summary>
    public int Cancelled { get; private set; }

    /// <summary>How many others an admin had decided.</summary>
    public int ByHand { get; private set; }

    /// <summary>What each side would have more or less.</summary>
    public MoneyShift Money { get; private set; } = MoneyShift.None;

    /// <summary>The flips that are nearest to the threshold, those first.</summary>
    public IReadOnlyCollection<SimulatedFlip> Examples => _nearest;

    /// <summary>How far the attendance of the students was from the threshold.</summary>
    public MarginHistogram Margins { get; } = new();

    /// <summary>What another hold period would have moved; null where none is asked about.</summary>
    public HoldPeriodShift? HoldPeriod { get; } = rules.HoldPeriod is { } period ? new HoldPeriodShift(period, today.Timing) : null;

    /// <summary>Decides one more hold once more.</summary>
    public void Take(SettledHold hold)
    {
        if (hold.DecidedByPolicy)
        {
            Compare(hold, rules.Decide(hold, today.Commission));
            HoldPeriod?.Take(hold);
        }
        else if (hold.Reason is SettlementReason.SessionCancelled)
        {
            Cancelled++;
        }
        else
        {
            // What an admin decided stands; the commission on it follows the rates all the same.
            ByHand++;
            Money += MoneyShift.Between(hold.Commission, rules.CommissionOn(hold, hold.Commission.Gross, today.Commission));
        }
    }

    private void Compare(SettledHold hold, SettlementDecision after)
    {
        Holds++;
        Money += MoneyShift.Between(hold.Commission, after.Commission);
        var threshold = rules.ThresholdFor(hold);
        Margins.Take(hold.Attendance.Value - threshold.Percent);

        if (after.Outcome == hold.Outcome)
        {
            return;
        }

        ToReleased += after.Outcome is SettlementOutcome.Released ? 1 : 0;
        ToRefunded += after.Outcome is SettlementOutcome.Refunded ? 1 : 0;
        _nearest.Add(new SimulatedFlip(
            hold.HoldId,
            hold.SessionId,
            hold.Amount,
            hold.Attendance,
            hold.AttendedSeconds - threshold.RequiredSeconds(hold.DurationSeconds),
            hold.Outcome,
            after.Outcome,
            after.Reason));
        if (_nearest.Count > MaxExamples)
        {
            _nearest.Remove(_nearest.Max!);
        }
    }
}

/// <summary>A hold that other rules would have decided the other way.</summary>
/// <param name="HoldId">The hold.</param>
/// <param name="SessionId">The session.</param>
/// <param name="Amount">How much.</param>
/// <param name="Attendance">The student's attendance, in per cent.</param>
/// <param name="MarginSeconds">Its distance to the threshold: positive above it, negative below.</param>
/// <param name="Before">What did become of it.</param>
/// <param name="After">What would have.</param>
/// <param name="Reason">Why it would have.</param>
public sealed record SimulatedFlip(
    PaymentHoldId HoldId,
    SessionId SessionId,
    Money Amount,
    AttendancePercentage Attendance,
    int MarginSeconds,
    SettlementOutcome Before,
    SettlementOutcome After,
    SettlementReason Reason)
{
    /// <summary>Those first that are nearest to the threshold.</summary>
    internal static readonly IComparer<SimulatedFlip> NearestFirst = Comparer<SimulatedFlip>.Create((left, right) =>
        (Math.Abs(left.MarginSeconds), left.HoldId).CompareTo((Math.Abs(right.MarginSeconds), right.HoldId)));
}
