namespace TalkConnect.Domain.Courses;

/// <summary>
/// Finds out when a session was over, if it is, from the closings of its rooms and the stays in them, in the order in
/// which they happened.
/// </summary>
internal static class CompletionReplay
{
    /// <summary>The moment of completion; null while the session goes on.</summary>
    /// <param name="session">The session with its room closings.</param>
    /// <param name="presences">Every stay in its rooms.</param>
    /// <param name="entries">When its teacher or a purchaser came.</param>
    /// <param name="lastEntry">Until when somebody can come back.</param>
    public static DateTimeOffset? CompletedAt(
        CourseSession session, IReadOnlyCollection<Presence> presences, IReadOnlyCollection<DateTimeOffset> entries, DateTimeOffset lastEntry)
    {
        DateTimeOffset? completed = null;

        foreach (var ending in session.RoomEndings.OrderBy(ending => ending.At).ThenBy(ending => ending.EventId, StringComparer.Ordinal))
        {
            var stillOver = completed is { } before && !CameBack(before, ending.At);
            if (!stillOver)
            {
                completed = Ends(session, ending, presences) ? ending.At : null;
            }
        }

        return completed is { } last && CameBack(last, lastEntry) ? null : completed;

        bool CameBack(DateTimeOffset after, DateTimeOffset until) =>
            entries.Any(entry => entry > after && entry <= until && entry <= lastEntry);
    }

    /// <summary>A room that closed before the start, or while somebody was in another room, does not end the session.</summary>
    private static bool Ends(CourseSession session, RoomEnding ending, IReadOnlyCollection<Presence> presences) =>
        ending.At >= session.ScheduledAt
        && ending.HeardAt >= session.ScheduledAt
        && !presences.Any(stay => !ending.IsOf(stay.RoomSid, stay.RoomName) && stay.Covers(ending.At));
}
