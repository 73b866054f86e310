using TalkConnect.Domain.Common;
using TalkConnect.Domain.Users;

namespace TalkConnect.Domain.Settlement;

/// <summary>A run that was stopped, with what it would have done. While one waits for an admin, or is being dismissed, nothing settles.</summary>
public sealed class SettlementPause : AggregateRoot
{
    /// <summary>The longest reason of an admin, in characters.</summary>
    public const int MaxReasonLength = 500;

    private SettlementPause()
    {
    }

    /// <summary>The pause's id: UUIDv7 text.</summary>
    public SettlementPauseId Id { get; private init; }

    /// <summary>Where it is in its life.</summary>
    public SettlementPauseStatus Status { get; private set; }

    /// <summary>Why the run was stopped.</summary>
    public IReadOnlyList<BreakerReason> Reasons { get; private init; } = [];

    /// <summary>How many holds it would have settled.</summary>
    public int Holds { get; private init; }

    /// <summary>How many it would have refunded by what was attended. Some of them may be in doubt: the decisions, which count it, tell.</summary>
    public int Refunds { get; private init; }

    /// <summary>How many students were never seen.</summary>
    public int ZeroAttendance { get; private init; }

    /// <summary>How many holds settled in the week before.</summary>
    public int WeekHolds { get; private init; }

    /// <summary>How many of them were refunded.</summary>
    public int WeekRefunds { get; private init; }

    /// <summary>How many of their students were never seen.</summary>
    public int WeekZeroAttendance { get; private init; }

    /// <summary>When it was stopped.</summary>
    public DateTimeOffset PausedAt { get; private init; }

    /// <summary>When an admin decided.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Which admin.</summary>
    public UserId? DecidedBy { get; private set; }

    /// <summary>Why, in the admin's words.</summary>
    public string? DecisionReason { get; private set; }

    /// <summary>The same for every pause that keeps runs from settling and null for others: unique in the database, so that there is one at most.</summary>
    public string? Waiting { get; private set; }

    /// <summary>Stops a run.</summary>
    public static SettlementPause Begin(
        SettlementPauseId id, IReadOnlyList<BreakerReason> reasons, RunOutlook run, RunBaseline week, DateTimeOffset now) => new()
        {
            Id = id,
            Status = SettlementPauseStatus.Waiting,
            Reasons = reasons,
            Holds = run.Holds,
            Refunds = run.Refunds,
            ZeroAttendance = run.ZeroAttendance,
            WeekHolds = week.Holds,
            WeekRefunds = week.Refunds,
            WeekZeroAttendance = week.ZeroAttendance,
            PausedAt = now,
            Waiting = "waiting",
        };

    /// <summary>The run was right: what it would have done is done.</summary>
    /// <exception cref="DomainException">It was decided already (<c>invalid_transition</c>).</exception>
    public void Proceed(UserId admin, string reason, DateTimeOffset now)
    {
        Decide(SettlementPauseStatus.Proceeded, admin, reason, now);
        Waiting = null;
    }

    /// <summary>
    /// The alarm was right: whom the run would not have paid goes to review, and until <see cref="End"/> nothing settles. A dismissal that was cut short
    /// stays as it is and can be asked for again.
    /// </summary>
    /// <exception cref="DomainException">It was decided otherwise, or its dismissal has ended (<c>invalid_transition</c>).</exception>
    public void Dismiss(UserId admin, string reason, DateTimeOffset now)
    {
        if (Status is not SettlementPauseStatus.Dismissed || Waiting is null)
        {
            Decide(SettlementPauseStatus.Dismissed, admin, reason, now);
        }
    }

    /// <summary>Ends a dismissal whose holds are in review; once more changes nothing.</summary>
    /// <exception cref="DomainException">No admin has decided (<c>invalid_transition</c>).</exception>
    public void End()
    {
        if (Status is SettlementPauseStatus.Waiting)
        {
            throw DomainException.Conflict("invalid_transition", "The paused run still waits for an admin.");
        }

        Waiting = null;
    }

    private void Decide(SettlementPauseStatus status, UserId admin, string reason, DateTimeOffset now)
    {
        if (Status is not SettlementPauseStatus.Waiting)
        {
            throw DomainException.Conflict("invalid_transition", $"The paused run was {Status.Word()} already.");
        }

        Status = status;
        DecidedBy = admin;
        DecisionReason = reason;
        DecidedAt = now;
    }
}

/// <summary>Where a paused run is in its life.</summary>
public enum SettlementPauseStatus
{
    /// <summary>For an admin.</summary>
    Waiting,

    /// <summary>An admin let it go on.</summary>
    Proceeded,

    /// <summary>An admin stopped it for good.</summary>
    Dismissed,
}

/// <summary>What a paused run would have done with one hold.</summary>
public sealed class ForeseenDecision
{
    /// <summary>The pause.</summary>
    public SettlementPauseId PauseId { get; init; }

    /// <summary>The hold.</summary>
    public PaymentHoldId HoldId { get; init; }

    /// <summary>What it would have become: released, refunded or needs_review.</summary>
    public PaymentHoldStatus Outcome { get; init; }

    /// <summary>The student's attendance, in per cent.</summary>
    public Attendance.AttendancePercentage AttendancePercentage { get; init; }

    /// <summary>How much it holds.</summary>
    public Money Amount { get; init; }

    /// <summary>What would become of a hold now.</summary>
    public static ForeseenDecision Of(SettlementPauseId pause, SettlementCase settlement, SettlementRules rules, DateTimeOffset now)
    {
        var decision = rules.Decide(settlement);
        return new ForeseenDecision
        {
            PauseId = pause,
            HoldId = settlement.Hold.Id,
            Outcome = rules.Doubt(settlement, now) is not null ? PaymentHoldStatus.NeedsReview
                : decision.Outcome is SettlementOutcome.Released ? PaymentHoldStatus.Released
                : PaymentHoldStatus.Refunded,
            AttendancePercentage = decision.Attendance!.Value,
            Amount = settlement.Hold.Amount,
        };
    }
}
