using TalkConnect.Domain.Common;

namespace TalkConnect.Domain.Settlement;

/// <summary>One tick of the settlement: what it completed, settled and failed to settle.</summary>
public sealed class SettlementRun
{
    private readonly HashSet<PaymentHoldId> _failed = [];

    private SettlementRun()
    {
    }

    /// <summary>The run's id: UUIDv7 text.</summary>
    public string Id { get; private init; } = "";

    /// <summary>Whether an admin asked for it; otherwise the schedule did.</summary>
    public bool Manual { get; private init; }

    /// <summary>When it began.</summary>
    public DateTimeOffset StartedAt { get; private init; }

    /// <summary>When it was done.</summary>
    public DateTimeOffset FinishedAt { get; private set; }

    /// <summary>Sessions that were completed because their time was up.</summary>
    public int CompletedSessions { get; private set; }

    /// <summary>Holds released.</summary>
    public int Released { get; private set; }

    /// <summary>Holds refunded.</summary>
    public int Refunded { get; private set; }

    /// <summary>Holds that could not be settled; they are tried again.</summary>
    public int Failed { get; private set; }

    /// <summary>Holds that now wait for an admin because their evidence does not decide.</summary>
    public int NeedsReview { get; private set; }

    /// <summary>Of those that were settled, how many whose student was never seen.</summary>
    public int ZeroAttendance { get; private set; }

    /// <summary>The pause that kept it from settling anything; null when nothing did.</summary>
    public SettlementPauseId? PausedBy { get; private set; }

    /// <summary>Gross of what was released.</summary>
    public Money ReleasedAmount { get; private set; }

    /// <summary>Sum of what was refunded.</summary>
    public Money RefundedAmount { get; private set; }

    /// <summary>The platform's part of what was released.</summary>
    public Money CommissionAmount { get; private set; }

    /// <summary>Whether anything came of it.</summary>
    public bool DidAnything => CompletedSessions + Released + Refunded + NeedsReview + Failed > 0;

    /// <summary>Begins a run.</summary>
    public static SettlementRun Start(string id, bool manual, DateTimeOffset now) => new() { Id = id, Manual = manual, StartedAt = now, FinishedAt = now };

    /// <summary>Counts a session that was completed.</summary>
    public void CountCompleted() => CompletedSessions++;

    /// <summary>Notes what kept it from settling anything.</summary>
    public void Pause(SettlementPauseId? by) => PausedBy = by;

    /// <summary>Counts holds that an admin must decide.</summary>
    public void CountNeedsReview(int holds) => NeedsReview += holds;

    /// <summary>Counts a hold that could not be settled, once.</summary>
    public void CountFailed(PaymentHoldId hold)
    {
        if (_failed.Add(hold))
        {
            Failed++;
        }
    }

    /// <summary>Whether this run has met the hold and could not settle it.</summary>
    public bool HasFailed(PaymentHoldId hold) => _failed.Contains(hold);

    /// <summary>Counts a settled hold.</summary>
    /// <param name="decision">What was decided.</param>
    /// <param name="amount">The held amount.</param>
    public void Count(SettlementDecision decision, Money amount)
    {
        if (decision.Attendance is { Value: 0 })
        {
            ZeroAttendance++;
        }

        if (decision.Outcome is SettlementOutcome.Released)
        {
            Released++;
            ReleasedAmount += amount;
            CommissionAmount += decision.Commission.Fee;
        }
        else
        {
            Refunded++;
            RefundedAmount += amount;
        }
    }

    /// <summary>Ends the run.</summary>
    public void Finish(DateTimeOffset now) => FinishedAt = now;
}
