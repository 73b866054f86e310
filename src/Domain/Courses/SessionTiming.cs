namespace TalkConnect.Domain.Courses;

/// <summary>How long after its end a session stays open, and how long its money then waits.</summary>
/// <param name="Grace">How long after the scheduled end a session is completed by the clock (<c>Sessions:CompletionGraceMinutes</c>).</param>
/// <param name="HoldPeriod">How long the money waits after the end (<c>Settlement:HoldPeriod</c>).</param>
public sealed record SessionTiming(TimeSpan Grace, TimeSpan HoldPeriod)
{
    /// <summary>The last moment at which somebody can still join the session.</summary>
    public DateTimeOffset LastEntry(CourseSession session) => session.ScheduledEnd + Grace;

    /// <summary>From when the session's holds may be settled.</summary>
    public DateTimeOffset DueAt(CourseSession session) => session.CompletedAt is { } completed
        ? (completed > session.ScheduledEnd ? completed : session.ScheduledEnd) + HoldPeriod
        : LastEntry(session) + HoldPeriod;
}
