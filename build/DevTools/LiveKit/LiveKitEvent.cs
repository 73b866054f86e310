using System.Globalization;
using System.Text.Json.Nodes;

namespace TalkConnect.DevTools.LiveKit;

/// <summary>
/// One webhook event in LiveKit's wire form: members in the order of its protobuf declarations, 64-bit numbers as strings,
/// enums by name, default values left out.
/// </summary>
internal sealed record LiveKitEvent(string Name, string RoomName, string RoomSid, DateTimeOffset At)
{
    public static IReadOnlyList<string> RoomEvents { get; } = ["room_started", "room_finished"];

    public static IReadOnlyList<string> ParticipantEvents { get; } =
        ["participant_joined", "participant_left", "participant_connection_aborted", "track_published", "track_unpublished"];

    public LiveKitParticipant? Participant { get; init; }

    public string Id { get; init; } = LiveKitIds.New("EV");

    /// <summary>Track events name their room and participant by id and name only.</summary>
    private bool IsTrack => Name.StartsWith("track_", StringComparison.Ordinal);

    public byte[] ToBytes()
    {
        var body = new JsonObject { ["event"] = Name, ["room"] = Room() };
        body.AddUnlessNull("participant", IsTrack ? Participant?.Reference() : Participant?.Describe(Name));
        body.AddUnlessNull("track", IsTrack ? Microphone() : null);
        body.AddUnlessNull("id", Id.Length > 0 ? Id : null);
        body["createdAt"] = Int64(At.ToUnixTimeSeconds());
        return body.ToUtf8();
    }

    public static string Int64(long value) => value.ToString(CultureInfo.InvariantCulture);

    private JsonObject Room()
    {
        var room = new JsonObject();
        room.AddUnlessNull("sid", RoomSid.Length > 0 ? RoomSid : null);
        room["name"] = RoomName;
        if (!IsTrack)
        {
            var created = Participant?.JoinedAt ?? At;
            room["emptyTimeout"] = 300;
            room["departureTimeout"] = 20;
            room["creationTime"] = Int64(created.ToUnixTimeSeconds());
            room["creationTimeMs"] = Int64(created.ToUnixTimeMilliseconds());
            room["turnPassword"] = "a-secret-that-no-log-may-show";
            room["enabledCodecs"] = new JsonArray(new JsonObject { ["mime"] = "audio/opus" }, new JsonObject { ["mime"] = "video/VP8" });
        }

        return room;
    }

    /// <summary>A microphone has no type: AUDIO is the default.</summary>
    private static JsonObject Microphone() => new()
    {
        ["sid"] = "TR_AMxS3k9QpLw2vN",
        ["source"] = "MICROPHONE",
        ["mimeType"] = "audio/red",
        ["mid"] = "1",
    };
}
