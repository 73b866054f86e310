using TalkConnect.Domain.Courses;

namespace TalkConnect.Domain.Attendance;

/// <summary>Reads the intervals out of what is known of a person's connections.</summary>
internal static class ConnectionLog
{
    /// <summary>The stays, oldest first, with nothing after the session's completion.</summary>
    /// <param name="connections">The person's connections to the session's rooms.</param>
    /// <param name="session">The session: the closings of its rooms, and its completion.</param>
    public static IReadOnlyList<AttendanceInterval> Intervals(IReadOnlyList<Connection> connections, CourseSession session) =>
    [
        .. Stays(connections, session.RoomEndings)
            .Select(stay => stay.Interval)
            .Where(interval => !(interval.JoinedAt > session.CompletedAt))
            .Select(interval => Clip(interval, session.CompletedAt))
            .OrderBy(interval => interval.JoinedAt)
            .ThenBy(interval => interval.LeftAt ?? DateTimeOffset.MaxValue)
            .ThenBy(interval => interval.EventIds[0], StringComparer.Ordinal),
    ];

    /// <summary>Each connection that was ever begun, with its stay as if the session had no end.</summary>
    public static IEnumerable<(Connection Connection, AttendanceInterval Interval)> Stays(
        IReadOnlyList<Connection> connections, IReadOnlyList<RoomEnding> endings) => connections
        .Where(connection => connection.JoinedAt is not null)
        .Select(connection => (connection, Interval(connection, connections, endings)));

    private static AttendanceInterval Interval(
        Connection connection, IReadOnlyList<Connection> connections, IReadOnlyList<RoomEnding> endings)
    {
        var joinedAt = connection.JoinedAt!.Value;
        var (end, endedBy, endEvents) = End(connection, joinedAt, connections, endings);
        return new AttendanceInterval(
            joinedAt, end < joinedAt ? joinedAt : end, endedBy, [.. connection.EventIds.Concat(endEvents).Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>A leave beats an abort, and both beat the closing of the room.</summary>
    private static (DateTimeOffset? At, IntervalEnd? By, IEnumerable<string> Events) End(
        Connection connection, DateTimeOffset joinedAt, IReadOnlyList<Connection> connections, IReadOnlyList<RoomEnding> endings)
    {
        if (connection.LeftAt is { } left)
        {
            return (left, IntervalEnd.Left, []);
        }

        if (Next(connection, joinedAt, connections, other => other.LeftAt) is { } leave)
        {
            return (leave.LeftAt, IntervalEnd.Left, leave.EventIds);
        }

        if (connection.AbortedAt is { } aborted)
        {
            return (aborted, IntervalEnd.Aborted, []);
        }

        if (Next(connection, joinedAt, connections, other => other.AbortedAt) is { } abort)
        {
            return (abort.AbortedAt, IntervalEnd.Aborted, abort.EventIds);
        }

        var ending = endings
            .Where(ending => ending.At >= joinedAt && ending.IsOf(connection.RoomSid, connection.RoomName))
            .MinBy(ending => (ending.At, ending.EventId));
        return ending is null ? (null, null, []) : (ending.At, IntervalEnd.RoomFinished, [ending.EventId]);
    }

    /// <summary>Where events do not name the connection, the next end in the same room closes the open stay.</summary>
    private static Connection? Next(
        Connection connection, DateTimeOffset joinedAt, IReadOnlyList<Connection> connections, Func<Connection, DateTimeOffset?> end) =>
        connection.ParticipantSid is not null
            ? null
            : connections
                .Where(other => other.ParticipantSid is null && other.RoomSid == connection.RoomSid && other.RoomName == connection.RoomName)
                .Where(other => end(other) >= joinedAt)
                .MinBy(end);

    private static AttendanceInterval Clip(AttendanceInterval interval, DateTimeOffset? completedAt)
    {
        if (completedAt is null || interval.LeftAt <= completedAt)
        {
            return interval;
        }

        return interval with { LeftAt = completedAt, EndedBy = interval.EndedBy ?? IntervalEnd.SessionCompleted };
    }
}
