using TalkConnect.Domain.Courses;

namespace TalkConnect.Domain.Attendance;

/// <summary>Between what somebody's real attendance must lie, in seconds: certain ≤ attended ≤ possible.</summary>
/// <param name="CertainSeconds">In the room for sure: webhooks told of both ends of each stay.</param>
/// <param name="AttendedSeconds">With the stays too of which a webhook told but one end, or none: a look into the room or its closing tells the other.</param>
/// <param name="PossibleSeconds">With the times too in which nobody could hear whether they were there.</param>
public sealed record AttendanceBounds(int CertainSeconds, int AttendedSeconds, int PossibleSeconds)
{
    /// <summary>The bounds of one person's attendance of a session that is over.</summary>
    /// <param name="record">What was heard of them; null if nothing was.</param>
    /// <param name="session">The session.</param>
    /// <param name="since">From when they could be in its rooms at all: a student not before the purchase.</param>
    /// <param name="blind">When nobody could hear.</param>
    /// <param name="timing">How long before and after the session people are in its rooms.</param>
    public static AttendanceBounds Of(
        AttendanceRecord? record, CourseSession session, DateTimeOffset since, IEnumerable<BlindTime> blind, SessionTiming timing)
    {
        var stays = record?.Intervals ?? [];
        return new AttendanceBounds(
            AttendanceInterval.UnionSeconds(stays.Where(stay => stay.IsCertain())),
            AttendanceInterval.UnionSeconds(stays),
            AttendanceInterval.UnionSeconds(stays.Concat(Unheard(session, since, blind, timing))));
    }

    /// <summary>The stays that could have been where nobody could hear.</summary>
    private static IEnumerable<AttendanceInterval> Unheard(
        CourseSession session, DateTimeOffset since, IEnumerable<BlindTime> blind, SessionTiming timing)
    {
        var from = since > timing.Opens(session) ? since : timing.Opens(session);
        var to = timing.Closes(session);
        return blind
            .Select(time => (From: time.From > from ? time.From : from, To: time.To < to ? time.To : to))
            .Where(time => time.From < time.To)
            .Select(time => new AttendanceInterval(time.From, time.To, null, []));
    }
}
