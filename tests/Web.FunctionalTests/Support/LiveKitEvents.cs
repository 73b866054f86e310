using System.Globalization;
using System.Text.Json.Nodes;

namespace TalkConnect.Web.FunctionalTests.Support;

/// <summary>Events as a LiveKit server writes them: camelCase, 64-bit numbers as text, defaults left out.</summary>
public static class LiveKitEvents
{
    public static JsonObject Joined(Room room, Person person, string sid, DateTimeOffset joinedAt, JsonObject? extra = null) =>
        OfParticipant("participant_joined", room, joinedAt.AddSeconds(1), person.Id, sid, joinedAt, "ACTIVE", extra);

    public static JsonObject Left(Room room, Person person, string sid, DateTimeOffset joinedAt, DateTimeOffset at, JsonObject? extra = null) =>
        OfParticipant("participant_left", room, at, person.Id, sid, joinedAt, "DISCONNECTED", extra);

    public static JsonObject Aborted(Room room, Person person, string sid, DateTimeOffset joinedAt, DateTimeOffset at) =>
        OfParticipant("participant_connection_aborted", room, at, person.Id, sid, joinedAt, "DISCONNECTED", null);

    public static JsonObject RoomStarted(Room room, DateTimeOffset at) => Of("room_started", room, at);

    public static JsonObject RoomFinished(Room room, DateTimeOffset at) => Of("room_finished", room, at);

    public static JsonObject Of(string name, Room room, DateTimeOffset at) => new()
    {
        ["event"] = name,
        ["room"] = new JsonObject
        {
            ["sid"] = room.Sid,
            ["name"] = room.Name,
            ["emptyTimeout"] = 300,
            ["departureTimeout"] = 20,
            ["creationTime"] = Seconds(at.AddMinutes(-5)),
            ["turnPassword"] = "ICkSr2rEeslkN6e9bXL4Ji5zzMD5Z7zzr6ulOaxMj6N",
            ["enabledCodecs"] = new JsonArray { new JsonObject { ["mime"] = "audio/opus" } },
        },
        ["id"] = Sids.New("EV"),
        ["createdAt"] = Seconds(at),
    };

    public static string Seconds(DateTimeOffset at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static JsonObject OfParticipant(
        string name, Room room, DateTimeOffset at, string identity, string sid, DateTimeOffset joinedAt, string state, JsonObject? extra)
    {
        var participant = new JsonObject
        {
            ["sid"] = sid,
            ["identity"] = identity,
            ["state"] = state,
            ["joinedAt"] = Seconds(joinedAt),
            ["joinedAtMs"] = joinedAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
            ["name"] = "Nguyễn Thị Ánh",
            ["version"] = 2,
            ["permission"] = new JsonObject { ["canSubscribe"] = true, ["canPublish"] = true, ["canPublishData"] = true },
        };
        foreach (var (field, value) in extra ?? [])
        {
            participant[field] = value?.DeepClone();
        }

        var told = Of(name, room, at);
        told["participant"] = participant;
        return told;
    }
}
