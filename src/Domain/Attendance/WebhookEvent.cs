using TalkConnect.Domain.Common;
using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Users;

namespace TalkConnect.Domain.Attendance;

/// <summary>
/// A webhook as it was heard: the facts that attendance follows from. Its body is not kept, because it holds secrets
/// (TURN passwords) and personal data that nothing needs.
/// </summary>
public sealed class WebhookEvent
{
    /// <summary>A person's connection became active.</summary>
    public const string ParticipantJoined = "participant_joined";

    /// <summary>An active connection ended.</summary>
    public const string ParticipantLeft = "participant_left";

    /// <summary>A connection ended that was not counted as active.</summary>
    public const string ParticipantAborted = "participant_connection_aborted";

    /// <summary>A room opened.</summary>
    public const string RoomStarted = "room_started";

    /// <summary>A room closed.</summary>
    public const string RoomFinished = "room_finished";

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

    /// <summary>What it says of a connection; null when it is not about one.</summary>
    public ConnectionEventKind? Kind => Event switch
    {
        ParticipantJoined => ConnectionEventKind.Joined,
        ParticipantLeft => ConnectionEventKind.Left,
        ParticipantAborted => ConnectionEventKind.Aborted,
        _ => null,
    };

    /// <summary>Whose connection it is about; null when it is about none, or about nobody who could be a user of ours.</summary>
    public UserId? Person => Kind is not null && IsPerson && EntityIdText.IsValid(Identity) ? UserId.From(Identity!) : null;

    /// <summary>What it tells of a connection; null when it is not about one, or names no room.</summary>
    public ConnectionEvent? AsConnection() => Kind is { } kind && RoomName is not null
        ? new ConnectionEvent(kind, Id, RoomSid, RoomName, ParticipantSid, JoinedAt, OccurredAt)
        : null;

    /// <summary>The room that it says opened; null when it does not.</summary>
    public RoomStart? AsStart() => Event is RoomStarted && RoomName is not null ? new RoomStart(RoomSid, RoomName, OccurredAt, Id) : null;

    /// <summary>The room that it says closed; null when it does not.</summary>
    public RoomEnding? AsEnding() =>
        Event is RoomFinished && RoomName is not null ? new RoomEnding(RoomSid, RoomName, OccurredAt, ReceivedAt, Id) : null;
}
