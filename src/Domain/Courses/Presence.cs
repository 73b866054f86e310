namespace TalkConnect.Domain.Courses;

/// <summary>One stay of somebody in a room of a session, as far as it bears on whether the session is over.</summary>
/// <param name="RoomSid">The opening of the room; null when the events did not say.</param>
/// <param name="RoomName">The room's name.</param>
/// <param name="JoinedAt">When it began.</param>
/// <param name="LeftAt">When it ended, as seen or because its room ended; null while it lasts.</param>
/// <param name="OfParticipant">Whether it is the teacher's or a purchaser's: only theirs start and reopen a session.</param>
public sealed record Presence(string? RoomSid, string RoomName, DateTimeOffset JoinedAt, DateTimeOffset? LeftAt, bool OfParticipant)
{
    /// <summary>Whether somebody is in the room at that moment.</summary>
    public bool Covers(DateTimeOffset moment) => JoinedAt <= moment && (LeftAt is null || LeftAt > moment);
}
