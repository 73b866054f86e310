using TalkConnect.Domain.Courses;

namespace TalkConnect.Domain.Attendance;

/// <summary>
/// A webhook as it was heard: the facts that attendance follows from. Its body is not kept, because it holds secrets
/// (TURN passwords) and personal data that nothing needs.
/// </summary>
public sealed class WebhookEvent
{
    /// <summary>The longest id and the longest sid that are kept, in characters.</summary>
    public const int MaxIdLength = 64;

    /// <summary>The longest room name and identity that LiveKit allows, in characters.</summary>
    public const int MaxNameLength = 256;

    /// <summary>The event's own id, or the SHA-256 of its body where it has none.</summary>
    public required string Id { get; init; }

    /// <summary>What happened, in LiveKit's word.</summary>
    public required string Event { get; init; }

    /// <summary>The room's name.</summary>
    public string? RoomName { get; init; }

    /// <summary>The opening of the room.</summary>
    public string? RoomSid { get; init; }

    /// <summary>The participant's identity: a user's id, or something else's.</summary>
    public string? Identity { get; init; }

    /// <summary>The participant's connection.</summary>
    public string? ParticipantSid { get; init; }

    /// <summary>Whether the participant is a person, not an agent or recorder.</summary>
    public bool IsPerson { get; init; }

    /// <summary>When the connection began.</summary>
    public DateTimeOffset? JoinedAt { get; init; }

    /// <summary>When it happened; where the event does not say, when it was heard.</summary>
    public DateTimeOffset OccurredAt { get; init; }

    /// <summary>When it was heard.</summary>
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The session whose room it was in; null for other rooms.</summary>
    public SessionId? SessionId { get; set; }
}
