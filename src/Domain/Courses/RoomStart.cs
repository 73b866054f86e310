namespace TalkConnect.Domain.Courses;

/// <summary>LiveKit said that a room of a session had opened. Without a closing before it, a server of LiveKit's had died.</summary>
/// <param name="RoomSid">The opening; null when the event did not say.</param>
/// <param name="RoomName">The room's name.</param>
/// <param name="At">When it opened, in whole seconds.</param>
/// <param name="EventId">The event that said so.</param>
public sealed record RoomStart(string? RoomSid, string RoomName, DateTimeOffset At, string EventId);
