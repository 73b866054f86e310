using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Settlement;
using TalkConnect.Domain.Users;

namespace TalkConnect.Application.Settlement;

/// <summary>A run that was stopped.</summary>
/// <param name="Id">The pause.</param>
/// <param name="Status">Where it is in its life.</param>
/// <param name="Reasons">Why the run was stopped.</param>
/// <param name="Holds">How many holds it would have settled.</param>
/// <param name="Refunds">How many it would have refunded.</param>
/// <param name="ZeroAttendance">How many students were never seen.</param>
/// <param name="WeekHolds">How many holds settled in the week before.</param>
/// <param name="WeekRefunds">How many of them were refunded.</param>
/// <param name="WeekZeroAttendance">How many of their students were never seen.</param>
/// <param name="PausedAt">When it was stopped.</param>
/// <param name="DecidedAt">When an admin decided.</param>
/// <param name="DecidedBy">Which admin.</param>
/// <param name="DecisionReason">Why, in the admin's words.</param>
public sealed record SettlementPauseView(
    SettlementPauseId Id,
    SettlementPauseStatus Status,
    IReadOnlyList<BreakerReason> Reasons,
    int Holds,
    int Refunds,
    int ZeroAttendance,
    int WeekHolds,
    int WeekRefunds,
    int WeekZeroAttendance,
    DateTimeOffset PausedAt,
    DateTimeOffset? DecidedAt,
    UserId? DecidedBy,
    string? DecisionReason)
{
    /// <summary>The view of a pause.</summary>
    public static SettlementPauseView Of(SettlementPause pause) => new(
        pause.Id, pause.Status, pause.Reasons, pause.Holds, pause.Refunds, pause.ZeroAttendance, pause.WeekHolds, pause.WeekRefunds,
        pause.WeekZeroAttendance, pause.PausedAt, pause.DecidedAt, pause.DecidedBy, pause.DecisionReason);
}

/// <summary>A run that was stopped, with what it would have done in sum.</summary>
/// <param name="Pause">The pause.</param>
/// <param name="Foreseen">How many holds would have become what.</param>
public sealed record SettlementPauseDetail(SettlementPauseView Pause, IReadOnlyList<ForeseenSum> Foreseen);

/// <summary>How many holds a stopped run would have dealt with in the same way.</summary>
/// <param name="Outcome">What they would have become.</param>
/// <param name="Holds">How many.</param>
/// <param name="Amount">How much they hold.</param>
public sealed record ForeseenSum(PaymentHoldStatus Outcome, int Holds, Money Amount);

/// <summary>What a stopped run would have done with one hold.</summary>
/// <param name="HoldId">The hold.</param>
/// <param name="Outcome">What it would have become.</param>
/// <param name="AttendancePercentage">The student's attendance.</param>
/// <param name="Amount">How much it holds.</param>
/// <param name="SessionTitle">The title of its session.</param>
/// <param name="StudentName">The name of its student.</param>
public sealed record ForeseenDecisionView(
    PaymentHoldId HoldId,
    PaymentHoldStatus Outcome,
    AttendancePercentage AttendancePercentage,
    Money Amount,
    string? SessionTitle,
    string? StudentName);
