using System.Text.Json.Nodes;

namespace TalkConnect.DevTools.LiveKit;

/// <summary>Somebody, or some machine, in a room. The sid names one connection: whoever joins again gets another one.</summary>
internal sealed record LiveKitParticipant(string Identity, string Sid)
{
    /// <summary>When the connection began; the join and the leave of one sid carry the same value.</summary>
    public DateTimeOffset? JoinedAt { get; init; }

    /// <summary>STANDARD is a person, and the default that is never written.</summary>
    public string Kind { get; init; } = "STANDARD";

    public string LeaveReason { get; init; } = "CLIENT_INITIATED";

    public JsonObject Reference()
    {
        var participant = new JsonObject();
        participant.AddUnlessNull("sid", Sid.Length > 0 ? Sid : null);
        participant["identity"] = Identity;
        return participant;
    }

    public JsonObject Describe(string eventName)
    {
        var joining = eventName == "participant_joined";
        var participant = Reference();
        participant["state"] = joining ? "ACTIVE" : "DISCONNECTED";
        participant.AddUnlessNull("joinedAt", JoinedAt is { } seconds ? LiveKitEvent.Int64(seconds.ToUnixTimeSeconds()) : null);
        participant.AddUnlessNull("joinedAtMs", JoinedAt is { } exact ? LiveKitEvent.Int64(exact.ToUnixTimeMilliseconds()) : null);
        participant["name"] = Identity;
        participant["version"] = joining ? 2 : 6;
        participant["permission"] = Permission();
        participant.AddUnlessNull("kind", Kind == "STANDARD" ? null : Kind);
        participant.AddUnlessNull("disconnectReason", eventName switch
        {
            "participant_left" => LeaveReason,
            "participant_connection_aborted" => "JOIN_FAILURE",
            _ => null,
        });
        return participant;
    }

    private JsonObject Permission() => Kind switch
    {
        "EGRESS" => new JsonObject { ["canSubscribe"] = true, ["hidden"] = true, ["recorder"] = true },
        "AGENT" => new JsonObject { ["canSubscribe"] = true, ["canPublish"] = true, ["canPublishData"] = true, ["agent"] = true },
        _ => new JsonObject { ["canSubscribe"] = true, ["canPublish"] = true, ["canPublishData"] = true },
    };
}
