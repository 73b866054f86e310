using System.Text.Json;
using TalkConnect.Domain.Attendance;

namespace TalkConnect.Infrastructure.LiveKit;

/// <summary>Reads a list of participants: snake_case with every default, 64-bit numbers as text. Only people who are connected count.</summary>
internal static class RosterReader
{
    public static IReadOnlyList<SeenInRoom> Read(ReadOnlySpan<byte> json)
    {
        var list = ProtoJson.Field(JsonElement.Parse(json), "participants", "participants");
        return list is not { ValueKind: JsonValueKind.Array } participants ? [] : [.. participants.EnumerateArray().Select(Person).OfType<SeenInRoom>()];
    }

    private static SeenInRoom? Person(JsonElement participant) =>
        ProtoJson.Text(participant, "state", "state") == "ACTIVE"
        && ProtoJson.IsPerson(participant)
        && ProtoJson.Text(participant, "identity", "identity") is { } identity
        && ProtoJson.Sid(ProtoJson.Text(participant, "sid", "sid")) is { } sid
        && (ProtoJson.Seconds(participant, "joinedAt", "joined_at", 1) ?? ProtoJson.Seconds(participant, "joinedAtMs", "joined_at_ms", 1000)) is { } joinedAt
            ? new SeenInRoom(identity, sid, joinedAt)
            : null;
}
