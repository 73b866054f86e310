namespace TalkConnect.Domain.Courses;

/// <summary>LiveKit said that a room of a session had closed.</summary>
/// <param name="RoomSid">The one opening of the room that ended; null when the event did not say.</param>
/// <param name="RoomName">The room's name.</param>
/// <param name="At">When it closed, in whole seconds.</param>
/// <param name="HeardAt">When we heard of it.</param>
/// <param name="EventId">The event that said so.</param>
public sealed record RoomEnding(string? RoomSid, string RoomName, DateTimeOffset At, DateTimeOffset HeardAt, string EventId)
{
    /// <summary>Whether that room is the one that ended: by its sid where both have one, else by its name.</summary>
    public bool IsOf(string? roomSid, string roomName) =>
        RoomSid is not null && roomSid is not null ? RoomSid == roomSid : RoomName == roomName;
}
