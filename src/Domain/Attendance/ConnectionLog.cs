using TalkConnect.Domain.Courses;

namespace TalkConnect.Domain.Attendance;

/// <summary>Reads the intervals out of what is known of a person's connections.</summary>
internal static class ConnectionLog
{
    /// <summary>The stays, oldest first, with nothing after the session's completion.</summary>
    /// <param name="connections">The person's connections to the session's rooms.</param>
    /// <param name="sightings">What looks into the rooms showed of the person.</param>
    /// <param name="session">The session: the closings of its rooms, and its completion.</param>
    public static IReadOnlyList<AttendanceInterval> Intervals(
        IReadOnlyList<Connection> connections, IReadOnlyList<Sighting> sightings, CourseSession session) =>
    [
        .. Stays(connections, sightings, session)
            .Select(stay => stay.Interval)
            .Where(interval => !(interval.JoinedAt > session.CompletedAt))
            .Select(interval => Clip(interval, session.CompletedAt))
            .OrderBy(interval => interval.JoinedAt)
            .ThenBy(interval => interval.LeftAt ?? DateTimeOffset.MaxValue)
            .ThenBy(interval => interval.EventIds.Count == 0 ? "" : interval.EventIds[0], StringComparer.Ordinal),
    ];

    /// <summary>Each connection that was ever begun, with its stay as if the session had no end.</summary>
    public static IEnumerable<(Connection Connection, AttendanceInterval Interval)> Stays(
        IReadOnlyList<Connection> connections, IReadOnlyList<Sighting> sightings, CourseSession session) => connections
        .Where(connection => connection.JoinedAt is not null)
        .Select(connection => (connection, Interval(connection, startTold: true, connections, sightings, session)))
        .Concat(sightings.Select(sighting => Unheard(sighting, connections)).OfType<Connection>()
            .Select(connection => (connection, Interval(connection, startTold: false, connections, sightings, session))));

    /// <summary>A stay that no webhook told of: both were lost, and looks into the room showed it all the same.</summary>
    private static Connection? Unheard(Sighting sighting, IReadOnlyList<Connection> connections)
    {
        var told = connections.FirstOrDefault(connection => connection.ParticipantSid == sighting.ParticipantSid);
        return told switch
        {
            null => new Connection { RoomName = sighting.RoomName, ParticipantSid = sighting.ParticipantSid, JoinedAt = sighting.JoinedAt },
            { JoinedAt: null } => told with { JoinedAt = sighting.JoinedAt },
            _ => null,
        };
    }

    private static AttendanceInterval Interval(
        Connection connection, bool startTold, IReadOnlyList<Connection> connections, IReadOnlyList<Sighting> sightings, CourseSession session)
    {
        var joinedAt = connection.JoinedAt!.Value;
        var sighting = connection.ParticipantSid is null ? null : sightings.FirstOrDefault(one => one.ParticipantSid == connection.ParticipantSid);
        var (end, endedBy, endEvents) = End(connection, joinedAt, sighting, connections, session.RoomEndings);


        // Where only a look tells when the stay began, as of one that was aborted, nothing is certain of it.
        var how = !startTold && endedBy is IntervalEnd.Left or IntervalEnd.Aborted ? IntervalEnd.NotSeen : endedBy;
        return new AttendanceInterval(
            joinedAt, end < joinedAt ? joinedAt : end, how, [.. connection.EventIds.Concat(endEvents).Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>A leave beats an abort, and both beat what is inferred from the room.</summary>
    private static (DateTimeOffset? At, IntervalEnd? By, IEnumerable<string> Events) End(
        Connection connection, DateTimeOffset joinedAt, Sighting? sighting, IReadOnlyList<Connection> connections, IReadOnlyList<RoomEnding> endings)
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
            .Where(ending => connection.RoomSid is not null || !(ending.At < sighting?.SeenAt))
            .MinBy(ending => (ending.At, ending.EventId));
        if (sighting?.GoneAt is { } gone && !(ending?.At <= gone))
        {
            return (gone, IntervalEnd.NotSeen, []);
        }

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

    private static AttendanceInterval Clip(AttendanceInterval interval, DateTimeOffset? completedAt) =>
        completedAt is null || interval.LeftAt <= completedAt
            ? interval
            : interval with { LeftAt = completedAt, EndedBy = interval.EndedBy ?? IntervalEnd.SessionCompleted };
}
