namespace TalkConnect.Domain.Courses;

/// <summary>How long around its scheduled time people are in a session's rooms, and how long its money then waits.</summary>
/// <param name="Grace">How long before the scheduled start they come, and after the scheduled end the clock completes it (<c>Sessions:CompletionGraceMinutes</c>).</param>
/// <param name="HoldPeriod">How long the money waits after the end (<c>Settlement:HoldPeriod</c>).</param>
public sealed record SessionTiming(TimeSpan Grace, TimeSpan HoldPeriod)
{
    /// <summary>No event is as late as this, and nothing falls due later: it still has a date in every zone.</summary>
    public static readonly DateTimeOffset EndOfTime = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The last moment at which somebody can still join the session.</summary>
    public DateTimeOffset LastEntry(CourseSession session) => session.ScheduledEnd + Grace;

    /// <summary>From when people are in the session's rooms.</summary>
    public DateTimeOffset Opens(CourseSession session) => session.ScheduledAt - Grace;

    /// <summary>Until when people are in the session's rooms: later than the last entry where it was completed later.</summary>
    public DateTimeOffset Closes(CourseSession session) => session.CompletedAt > LastEntry(session) ? session.CompletedAt.Value : LastEntry(session);

    /// <summary>From when the session's holds may be settled.</summary>
    public DateTimeOffset DueAt(CourseSession session) => session.CompletedAt is { } completed
        ? DueAfter(completed > session.ScheduledEnd ? completed : session.ScheduledEnd)
        : DueAfter(LastEntry(session));

    /// <summary>From when money may be settled that waits since then.</summary>
    /// <remarks>A clock that is centuries ahead may have told when the room closed.</remarks>
    public DateTimeOffset DueAfter(DateTimeOffset over) => HoldPeriod > EndOfTime - over ? EndOfTime : over + HoldPeriod;
}
