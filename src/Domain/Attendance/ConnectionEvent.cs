using TalkConnect.Domain.Common;

namespace TalkConnect.Domain.Attendance;

/// <summary>What a webhook said of one connection.</summary>
public enum ConnectionEventKind
{
    /// <summary>The connection became active.</summary>
    Joined,

    /// <summary>An active connection ended.</summary>
    Left,

    /// <summary>A connection ended that LiveKit did not count as active.</summary>
    Aborted,
}

/// <summary>One event of one person's connection to a room, with its times cut to whole seconds.</summary>
public sealed record ConnectionEvent
{
    /// <summary>An event as LiveKit told it.</summary>
    /// <param name="kind">What happened.</param>
    /// <param name="eventId">The event that said so.</param>
    /// <param name="roomSid">The opening of the room; null when the event did not say.</param>
    /// <param name="roomName">The room's name.</param>
    /// <param name="participantSid">The connection; null when the event did not say.</param>
    /// <param name="joinedAt">When the connection began; null when the event did not say.</param>
    /// <param name="at">When the event happened.</param>
    public ConnectionEvent(
        ConnectionEventKind kind, string eventId, string? roomSid, string roomName, string? participantSid, DateTimeOffset? joinedAt, DateTimeOffset at)
    {
        Kind = kind;
        EventId = eventId;
        RoomSid = roomSid;
        RoomName = roomName;
        ParticipantSid = participantSid;
        JoinedAt = joinedAt?.Cut();
        At = at.Cut();
    }

    /// <summary>What happened.</summary>
    public ConnectionEventKind Kind { get; }

    /// <summary>The event that said so.</summary>
    public string EventId { get; }

    /// <summary>The opening of the room.</summary>
    public string? RoomSid { get; }

    /// <summary>The room's name.</summary>
    public string RoomName { get; }

    /// <summary>The connection.</summary>
    public string? ParticipantSid { get; }

    /// <summary>When the connection began.</summary>
    public DateTimeOffset? JoinedAt { get; }

    /// <summary>When the event happened.</summary>
    public DateTimeOffset At { get; }

    /// <summary>
    /// When the stay began as far as this event tells; null where it does not. An event without a participant sid that
    /// only says "left" closes a stay that another event began.
    /// </summary>
    public DateTimeOffset? Start => Kind switch
    {
        ConnectionEventKind.Joined => JoinedAt ?? At,
        ConnectionEventKind.Left => JoinedAt ?? (ParticipantSid is null ? null : At),
        _ => null,
    };
}
