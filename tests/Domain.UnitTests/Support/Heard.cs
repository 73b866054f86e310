using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Courses;

namespace TalkConnect.Domain.UnitTests.Support;

/// <summary>What LiveKit says, in one line. An event's id is what it says, so that two are the same only if all of it is.</summary>
internal static class Heard
{
    /// <summary>A connection became active, two seconds after it had begun.</summary>
    public static ConnectionEvent Joined(string at, string connection = "PA_1", Room? room = null) =>
        Joined(Today.At(at), connection, room ?? Room.Lesson1);

    /// <summary>A connection ended; the event also says when it had begun.</summary>
    public static ConnectionEvent Left(string joinedAt, string at, string connection = "PA_1", Room? room = null) =>
        Left(Today.At(joinedAt), Today.At(at), connection, room ?? Room.Lesson1);

    /// <summary>A connection was given up.</summary>
    public static ConnectionEvent Aborted(string joinedAt, string at, string connection = "PA_1", Room? room = null) =>
        Aborted(Today.At(joinedAt), Today.At(at), connection, room ?? Room.Lesson1);

    /// <summary>A room closed, and we heard of it at once.</summary>
    public static RoomEnding Closed(string at, Room? room = null, string? heardAt = null) =>
        Closed(Today.At(at), room ?? Room.Lesson1, Today.At(heardAt ?? at));

    public static ConnectionEvent Joined(DateTimeOffset at, string connection, Room room) =>
        Told(ConnectionEventKind.Joined, at, at.AddSeconds(2), connection, room);

    public static ConnectionEvent Left(DateTimeOffset joinedAt, DateTimeOffset at, string connection, Room room) =>
        Told(ConnectionEventKind.Left, joinedAt, at, connection, room);

    public static ConnectionEvent Aborted(DateTimeOffset joinedAt, DateTimeOffset at, string connection, Room room) =>
        Told(ConnectionEventKind.Aborted, joinedAt, at, connection, room);

    public static RoomEnding Closed(DateTimeOffset at, Room room, DateTimeOffset heardAt) =>
        new(room.Sid, room.Name, at, heardAt, $"closed {room.Sid ?? room.Name} {at:HH:mm:ss}");

    /// <summary>Any event, with the parts that a test wants to leave out.</summary>
    public static ConnectionEvent Told(
        ConnectionEventKind kind, DateTimeOffset? joinedAt, DateTimeOffset at, string? connection, Room room) =>
        new(kind, $"{kind} {connection ?? room.Name} {joinedAt:HH:mm:ss}-{at:HH:mm:ss}", room.Sid, room.Name, connection, joinedAt, at);
}

/// <summary>Events without sids: the room's name and the person are all they say of the connection.</summary>
internal static class HeardWithoutSids
{
    public static ConnectionEvent Joined(string at) =>
        Heard.Told(ConnectionEventKind.Joined, Today.At(at), Today.At(at).AddSeconds(2), null, Room.Lesson1WithoutSid);

    /// <summary>A leave that does not say which stay it ends.</summary>
    public static ConnectionEvent Left(string at, Room? room = null) =>
        Heard.Told(ConnectionEventKind.Left, null, Today.At(at), null, room ?? Room.Lesson1WithoutSid);

    public static ConnectionEvent Left(string joinedAt, string at) =>
        Heard.Told(ConnectionEventKind.Left, Today.At(joinedAt), Today.At(at), null, Room.Lesson1WithoutSid);

    public static ConnectionEvent Aborted(string? joinedAt, string at) => Heard.Told(
        ConnectionEventKind.Aborted, joinedAt is null ? null : Today.At(joinedAt), Today.At(at), null, Room.Lesson1WithoutSid);
}
