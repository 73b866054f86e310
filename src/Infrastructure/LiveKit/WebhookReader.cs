using System.Security.Cryptography;
using System.Text.Json;
using TalkConnect.Application.Attendance;
using TalkConnect.Domain.Attendance;

namespace TalkConnect.Infrastructure.LiveKit;

/// <summary>
/// Reads an event as a proto3 JSON parser would: names in camelCase or snake_case, whole numbers as text or number, null
/// as absent; unknown fields, events and values are ignored.
/// </summary>
internal static class WebhookReader
{
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
        catch (FormatException wrong)
        {
            throw Bad(wrong.Message);
        }
    }

    private static LiveKitEvent ReadEvent(ReadOnlySpan<byte> body)
    {
        var root = Parse(body);
        var name = ProtoJson.Text(root, "event", "event") ?? throw Bad("event is missing");
        var room = ProtoJson.Object(root, "room");
        var participant = ProtoJson.Object(root, "participant");

        var told = new LiveKitEvent(
            Key(ProtoJson.Text(root, "id", "id"), body),
            Cut(name, WebhookEvent.MaxIdLength),
            ProtoJson.Sid(ProtoJson.Text(room, "sid", "sid")),
            ProtoJson.Text(room, "name", "name") is { } roomName ? Cut(roomName, WebhookEvent.MaxNameLength) : null,
            ProtoJson.Sid(ProtoJson.Text(participant, "sid", "sid")),
            ProtoJson.Text(participant, "identity", "identity") is { } identity ? Cut(identity, WebhookEvent.MaxNameLength) : null,
            ProtoJson.IsPerson(participant),
            ProtoJson.Seconds(participant, "joinedAt", "joined_at", 1) ?? ProtoJson.Seconds(participant, "joinedAtMs", "joined_at_ms", 1000),
            ProtoJson.Seconds(root, "createdAt", "created_at", 1));

        var ofRoom = told.Event is WebhookEvent.RoomFinished;
        var ofPerson = told.Event is WebhookEvent.ParticipantJoined or WebhookEvent.ParticipantLeft or WebhookEvent.ParticipantAborted;
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
        id is { Length: > 0 } ? ProtoJson.Sid(id)! : Convert.ToHexStringLower(SHA256.HashData(body));

    private static string Cut(string text, int length) => text.Length > length ? text[..length] : text;

    private static InvalidInputBodyException Bad(string what) => new($"The signed body is no LiveKit event: {what}.");
}
