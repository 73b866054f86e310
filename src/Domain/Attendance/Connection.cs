namespace TalkConnect.Domain.Attendance;

/// <summary>
/// All that is known of one connection of one person to a room. Events are merged into it so that their order and
/// repetition have no say: a start and an end are each the earliest that was told.
/// </summary>
public sealed record Connection
{
    /// <summary>The opening of the room; null when the events did not say.</summary>
    public string? RoomSid { get; init; }

    /// <summary>The room's name.</summary>
    public required string RoomName { get; init; }

    /// <summary>The connection; null when the events did not say.</summary>
    public string? ParticipantSid { get; init; }

    /// <summary>When it began; null when only an end is known that begins nothing.</summary>
    public DateTimeOffset? JoinedAt { get; init; }

    /// <summary>The start that its events name, which is what they have in common where they name no connection.</summary>
    public DateTimeOffset? NamedStart { get; init; }

    /// <summary>When it ended by a leave; null when none was heard.</summary>
    public DateTimeOffset? LeftAt { get; init; }

    /// <summary>When LiveKit gave it up; it counts only where no leave was heard.</summary>
    public DateTimeOffset? AbortedAt { get; init; }

    /// <summary>The events that told of it.</summary>
    public IReadOnlyList<string> EventIds { get; init; } = [];

    /// <summary>What a first event tells.</summary>
    public static Connection First(ConnectionEvent told) => new Connection
    {
        RoomSid = told.RoomSid,
        RoomName = told.RoomName,
        ParticipantSid = told.ParticipantSid,
        NamedStart = told.ParticipantSid is null ? told.JoinedAt ?? told.Start : null,
    }.With(told);

    /// <summary>Whether the event tells of this connection: the same sids, or without a participant sid the same start.</summary>
    public bool IsOf(ConnectionEvent told) =>
        RoomSid == told.RoomSid
        && (RoomSid is not null || RoomName == told.RoomName)
        && ParticipantSid == told.ParticipantSid
        && (ParticipantSid is not null || (NamedStart is not null && NamedStart == (told.JoinedAt ?? told.Start)));

    /// <summary>This connection with what one more event tells.</summary>
    public Connection With(ConnectionEvent told) => this with
    {
        JoinedAt = Earliest(JoinedAt, told.Start),
        LeftAt = told.Kind is ConnectionEventKind.Left ? Earliest(LeftAt, told.At) : LeftAt,
        AbortedAt = told.Kind is ConnectionEventKind.Aborted ? Earliest(AbortedAt, told.At) : AbortedAt,
        EventIds = [.. EventIds.Append(told.EventId).Order(StringComparer.Ordinal)],
    };

    private static DateTimeOffset? Earliest(DateTimeOffset? known, DateTimeOffset? told) =>
        known is null || told < known ? told ?? known : known;
}
