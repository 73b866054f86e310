namespace TalkConnect.Application.Attendance;

/// <summary>A verified webhook, read tolerantly; what the body does not say is null.</summary>
/// <param name="Id">The event's id, or the SHA-256 of its body where it has none.</param>
/// <param name="Event">What happened, in LiveKit's word.</param>
/// <param name="RoomSid">The opening of the room.</param>
/// <param name="RoomName">The room's name.</param>
/// <param name="ParticipantSid">The connection.</param>
/// <param name="Identity">Whose it is.</param>
/// <param name="IsPerson">Whether a person's, not an agent's or recorder's.</param>
/// <param name="JoinedAt">When the connection began.</param>
/// <param name="CreatedAt">When the event happened.</param>
public sealed record LiveKitEvent(
    string Id,
    string Event,
    string? RoomSid,
    string? RoomName,
    string? ParticipantSid,
    string? Identity,
    bool IsPerson,
    DateTimeOffset? JoinedAt,
    DateTimeOffset? CreatedAt);

/// <summary>Verifies and reads LiveKit's webhooks.</summary>
public interface ILiveKitWebhooks
{
    /// <summary>The hash of the body that LiveKit signed with one of our keys, not long ago; null where it did not. No body is needed for that.</summary>
    /// <param name="authorization">The Authorization header.</param>
    string? SignedHash(string? authorization);

    /// <summary>Whether a signed hash is the hash of exactly these bytes.</summary>
    /// <param name="hash">What <see cref="SignedHash"/> answered.</param>
    /// <param name="body">The raw bytes.</param>
    bool IsHashOf(string hash, ReadOnlySpan<byte> body);

    /// <summary>Reads a body in LiveKit's form or in snake_case.</summary>
    /// <exception cref="InvalidInputBodyException">The body is no event.</exception>
    LiveKitEvent Read(ReadOnlySpan<byte> body);
}

/// <summary>A signed body that is no event.</summary>
/// <param name="message">What is wrong with it, without its content.</param>
public sealed class InvalidInputBodyException(string message) : Exception(message);
