using TalkConnect.Domain.Courses;

namespace TalkConnect.Domain.Attendance;

/// <summary>Between what somebody's real attendance must lie, in seconds: certain ≤ attended ≤ possible.</summary>
/// <param name="CertainSeconds">In the room for sure: webhooks told of both ends of each stay.</param>
/// <param name="AttendedSeconds">With the stays too of which a webhook told but one end, or none: a look into the room or its closing tells the other.</param>
/// <param name="PossibleSeconds">
/// With the times too in which nobody could hear whether they were there, with what a stay that began in one can have lasted on, and with stays that still last.
/// </param>
public sealed record AttendanceBounds(int CertainSeconds, int AttendedSeconds, int PossibleSeconds)
{
    /// <summary>The bounds of one person's attendance of a session, as far as it is over.</summary>
    /// <param name="record">What was heard of them; null if nothing was.</param>
    /// <param name="session">The session.</param>
    /// <param name="since">From when they could be in its rooms at all: a student not before the purchase.</param>
    /// <param name="blind">When nobody could hear.</param>
    /// <param name="hadPass">Whether they were given a token: without one nobody begins a stay.</param>
    /// <param name="timing">How long before and after the session people are in its rooms.</param>
    /// <param name="now">The present, until which a stay lasts that has not ended.</param>
    public static AttendanceBounds Of(
        AttendanceRecord? record, CourseSession session, DateTimeOffset since, IEnumerable<BlindTime> blind, bool hadPass, SessionTiming timing, DateTimeOffset now)
    {
        var stays = record?.Intervals ?? [];
        var from = Later(since, timing.Opens(session));
        var to = Earlier(timing.Closes(session), now);
        var unheard = blind
            .Select(time => (From: Later(time.From, from), To: Earlier(hadPass && MayLastOn(time, session, stays) ? to : time.To, to)))
            .Where(time => time.From < time.To)
            .Select(time => new AttendanceInterval(time.From, time.To, null, []));
        return new AttendanceBounds(
            AttendanceInterval.UnionSeconds(stays.Where(stay => stay.IsCertain())),
            AttendanceInterval.UnionSeconds(stays),
            AttendanceInterval.UnionSeconds(stays.Select(stay => stay with { LeftAt = stay.LeftAt ?? now }).Concat(unheard)));
    }

    // Its leave would tell of it. None is to come any more where a room closed afterwards, or where they came once more.
    private static bool MayLastOn(BlindTime time, CourseSession session, IReadOnlyList<AttendanceInterval> stays) =>
        (session.CompletedByClock || !(session.CompletedAt >= time.To)) && !stays.Any(stay => stay.JoinedAt >= time.To);

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
