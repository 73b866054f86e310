using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TalkConnect.Application.Attendance;
using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Courses;

namespace TalkConnect.Infrastructure.LiveKit;

/// <summary>
/// Reads an event as a proto3 JSON parser would: names in camelCase or snake_case, whole numbers as text or number, null
/// as absent; unknown fields, events and values are ignored.
/// </summary>
internal static class WebhookReader
{
    private static readonly HashSet<string> NotPeople = new(StringComparer.OrdinalIgnoreCase) { "INGRESS", "EGRESS", "AGENT", "1", "2", "4" };

    /// <summary>The beginning of the last year that there is: what is later has no date in some zone, and nothing can be added to it.</summary>
    private static readonly long EndOfTime = SessionTiming.EndOfTime.ToUnixTimeSeconds();

    public static LiveKitEvent Read(ReadOnlySpan<byte> body)
    {
        try
        {
            return ReadEvent(body);
        }
        catch (InvalidOperationException)
        {
            throw Bad("it holds text that is no Unicode");
        }
    }

    private static LiveKitEvent ReadEvent(ReadOnlySpan<byte> body)
    {
        var root = Parse(body);
        var name = Text(root, "event", "event") ?? throw Bad("event is missing");
        var room = Object(root, "room");
        var participant = Object(root, "participant");

        var told = new LiveKitEvent(
            Key(Text(root, "id", "id"), body),
            Cut(name, WebhookEvent.MaxIdLength),
            Sid(Text(room, "sid", "sid")),
            Text(room, "name", "name") is { } roomName ? Cut(roomName, WebhookEvent.MaxNameLength) : null,
            Sid(Text(participant, "sid", "sid")),
            Text(participant, "identity", "identity") is { } identity ? Cut(identity, WebhookEvent.MaxNameLength) : null,
            IsPerson(participant),
            Seconds(participant, "joinedAt", "joined_at", 1) ?? Seconds(participant, "joinedAtMs", "joined_at_ms", 1000),
            Seconds(root, "createdAt", "created_at", 1));

        var ofRoom = told.Event is LiveKitEvent.RoomFinished;
        var ofPerson = told.Event is LiveKitEvent.ParticipantJoined or LiveKitEvent.ParticipantLeft or LiveKitEvent.ParticipantAborted;
        if ((ofRoom || ofPerson) && told.RoomName is null)
        {
            throw Bad("room.name is missing");
        }

        return ofPerson && told.Identity is null ? throw Bad("participant.identity is missing") : told;
    }

    private static JsonElement Parse(ReadOnlySpan<byte> body)
    {
        try
        {
            var root = JsonElement.Parse(body);
            return root.ValueKind is JsonValueKind.Object ? root : throw Bad("the body is not a JSON object");
        }
        catch (JsonException)
        {
            throw Bad("the body is not JSON");
        }
    }

    /// <summary>Events have an id that is the same in every delivery; where there is none, the same bytes are the same event.</summary>
    private static string Key(string? id, ReadOnlySpan<byte> body) =>
        id is { Length: > 0 } ? Sid(id)! : Convert.ToHexStringLower(SHA256.HashData(body));

    /// <summary>
    /// What is too long to be kept stands there as its hash: still the same for the same. So does what ends in a space,
    /// which some databases pass over.
    /// </summary>
    private static string? Sid(string? sid) => sid switch
    {
        null or "" => null,
        { Length: <= WebhookEvent.MaxIdLength } when !sid.EndsWith(' ') => sid,
        _ => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sid))),
    };

    private static bool IsPerson(JsonElement? participant)
    {
        var permission = participant is { } person ? Object(person, "permission") : null;
        return !(Field(participant, "kind", "kind") is { } kind && NotPeople.Contains(kind.ToString()))
            && !IsTrue(permission, "recorder")
            && !IsTrue(permission, "agent");
    }

    private static bool IsTrue(JsonElement? element, string name) => Field(element, name, name)?.ValueKind is JsonValueKind.True;

    private static JsonElement? Field(JsonElement? element, string camel, string snake)
    {
        if (element is not { } parent)
        {
            return null;
        }

        var found = parent.TryGetProperty(camel, out var value) || parent.TryGetProperty(snake, out value);
        return found && value.ValueKind is not JsonValueKind.Null ? value : null;
    }

    private static JsonElement? Object(JsonElement element, string name) => Field(element, name, name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Object } found => found,
        _ => throw Bad($"{name} is not an object"),
    };

    private static string? Text(JsonElement? element, string camel, string snake) => Field(element, camel, snake) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } found => found.GetString() is { Length: > 0 } text ? text : null,
        _ => throw Bad($"{snake} is not text"),
    };

    /// <summary>A time as a whole number since 1970; 0 is how proto3 writes "not set".</summary>
    private static DateTimeOffset? Seconds(JsonElement? element, string camel, string snake, int unitsPerSecond)
    {
        if (Field(element, camel, snake) is not { } value)
        {
            return null;
        }

        var text = value.ValueKind is JsonValueKind.String ? value.GetString() : value.ValueKind is JsonValueKind.Number ? value.GetRawText() : null;
        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var units)
            || units < 0
            || units / unitsPerSecond >= EndOfTime)
        {
            throw Bad($"{snake} is not a time in whole seconds since 1970");
        }

        return units == 0 ? null : DateTimeOffset.FromUnixTimeSeconds(units / unitsPerSecond);
    }

    private static string Cut(string text, int length) => text.Length > length ? text[..length] : text;

    private static InvalidInputBodyException Bad(string what) => new($"The signed body is no LiveKit event: {what}.");
}
