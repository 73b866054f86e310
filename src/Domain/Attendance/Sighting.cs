namespace TalkConnect.Domain.Attendance;

/// <summary>
/// What looks into a room showed of one connection: a second source beside webhooks, which get lost. A look is
/// taken by our clock, a start by LiveKit's.
/// </summary>
/// <param name="ParticipantSid">The connection.</param>
/// <param name="RoomName">The room.</param>
/// <param name="JoinedAt">When it began.</param>
/// <param name="SeenAt">The last look that showed it; its start where none did.</param>
/// <param name="GoneAt">The first look after that which did not; null while there is none.</param>
public sealed record Sighting(string ParticipantSid, string RoomName, DateTimeOffset JoinedAt, DateTimeOffset SeenAt, DateTimeOffset? GoneAt);

/// <summary>Somebody in a room, as LiveKit lists them.</summary>
/// <param name="Identity">Who.</param>
/// <param name="ParticipantSid">The connection.</param>
/// <param name="JoinedAt">When it began.</param>
public sealed record SeenInRoom(string Identity, string ParticipantSid, DateTimeOffset JoinedAt);
