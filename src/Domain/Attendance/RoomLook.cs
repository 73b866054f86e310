namespace TalkConnect.Domain.Attendance;

/// <summary>When a room was last given to a server to look into.</summary>
public sealed class RoomLook
{
    /// <summary>The room's name.</summary>
    public required string RoomName { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset LookedAt { get; set; }
}
