using TalkConnect.Domain.Common;
using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Users;

namespace TalkConnect.Domain.Attendance;

/// <summary>One person's attendance of one session: the connections that were heard of, and what they amount to.</summary>
/// <remarks>It follows from the set of events, never from their order or repetition.</remarks>
public sealed class AttendanceRecord : AggregateRoot
{
    private AttendanceRecord()
    {
    }

    /// <summary>The record's id.</summary>
    public AttendanceRecordId Id { get; private init; }

    /// <summary>The session.</summary>
    public SessionId SessionId { get; private init; }

    /// <summary>The person.</summary>
    public UserId UserId { get; private init; }

    /// <summary>Every connection that was heard of.</summary>
    public IReadOnlyList<Connection> Connections { get; private set; } = [];

    /// <summary>What looks into the rooms showed.</summary>
    public IReadOnlyList<Sighting> Sightings { get; private set; } = [];

    /// <summary>The stays in the room, oldest first.</summary>
    public IReadOnlyList<AttendanceInterval> Intervals { get; private set; } = [];

    /// <summary>When the person first came; null if they never did.</summary>
    public DateTimeOffset? JoinedAt { get; private set; }

    /// <summary>When the person last left; null while they are there.</summary>
    public DateTimeOffset? LeftAt { get; private set; }

    /// <summary>The length of the union of the intervals that have ended.</summary>
    public int AttendedSeconds { get; private set; }

    /// <summary>Whole minutes of it.</summary>
    public int DurationMinutes { get; private set; }

    /// <summary>Its share of the scheduled length.</summary>
    public AttendancePercentage AttendancePercentage { get; private set; }

    /// <summary>What it amounts to.</summary>
    public AttendanceStatus Status { get; private set; }

    /// <summary>When the first event was heard.</summary>
    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>Whether the person was ever in the room, as far as is known: a leave alone says so too.</summary>
    public bool Entered => Sightings.Count > 0 || Connections.Any(connection => connection.JoinedAt is not null || connection.LeftAt is not null);

    /// <summary>Opens the record of a person at a session.</summary>
    public static AttendanceRecord Open(AttendanceRecordId id, SessionId sessionId, UserId userId, DateTimeOffset now) =>
        new() { Id = id, SessionId = sessionId, UserId = userId, CreatedAt = now };

    /// <summary>The record as if nothing had been heard or seen.</summary>
    internal AttendanceRecord Unheard()
    {
        var record = (AttendanceRecord)MemberwiseClone();
        record.Connections = [];
        record.Sightings = [];
        return record;
    }

    /// <summary>Knows of looks into the rooms what another record knew of them until then.</summary>
    internal void SeeAs(AttendanceRecord other, DateTimeOffset until) => Sightings = SightingLog.Until(other.Sightings, until);

    /// <summary>Takes in one event; the same event twice changes nothing.</summary>
    public void Hear(ConnectionEvent told)
    {
        if (Connections.Any(connection => connection.EventIds.Contains(told.EventId)))
        {
            return;
        }

        var known = Connections.FirstOrDefault(connection => connection.IsOf(told));
        Connections = known is null
            ? [.. Connections, Connection.First(told)]
            : [.. Connections.Select(connection => ReferenceEquals(connection, known) ? known.With(told) : connection)];
    }

    /// <summary>Takes in a look into one of the session's rooms.</summary>
    /// <param name="room">The room's name.</param>
    /// <param name="seen">This person's connections in it; none when they were not there.</param>
    /// <param name="at">When it was looked into.</param>
    public void Look(string room, IReadOnlyList<SeenInRoom> seen, DateTimeOffset at) =>
        Sightings = SightingLog.With(Sightings, Connections, room, seen, at);

    /// <summary>The stays as they bear on whether the session is over.</summary>
    /// <param name="session">The session, for the closings of its rooms.</param>
    /// <param name="ofParticipant">Whether the person is the teacher or a purchaser.</param>
    public IEnumerable<Presence> Presences(CourseSession session, bool ofParticipant) =>
        ConnectionLog.Stays(Connections, Sightings, session).Select(stay => new Presence(
            stay.Connection.RoomSid, stay.Connection.RoomName, stay.Interval.JoinedAt, stay.Interval.LeftAt, ofParticipant));

    /// <summary>Reckons what the connections amount to, as the session stands.</summary>
    public void Reckon(CourseSession session, AttendanceRules rules)
    {
        Intervals = ConnectionLog.Intervals(Connections, Sightings, session);
        JoinedAt = Intervals.Count == 0 ? null : Intervals.Min(interval => interval.JoinedAt);
        LeftAt = Intervals.Any(interval => interval.LeftAt is null) ? null : Intervals.Max(interval => interval.LeftAt);
        AttendedSeconds = AttendanceInterval.UnionSeconds(Intervals);
        DurationMinutes = AttendedSeconds / 60;
        AttendancePercentage = AttendancePercentage.Of(AttendedSeconds, session.DurationSeconds);
        Status = !rules.Threshold.IsMetBy(AttendancePercentage) ? AttendanceStatus.Absent
            : JoinedAt > session.ScheduledAt + rules.LateAfter ? AttendanceStatus.Late
            : AttendanceStatus.Present;
    }
}
