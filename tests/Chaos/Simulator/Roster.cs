using System.Globalization;
using System.Text.Json.Nodes;

namespace TalkConnect.Chaos.Simulator;

/// <summary>People as LiveKit writes them: in webhooks, and in answers of its room service.</summary>
internal static class Roster
{
    /// <summary>In a webhook: camelCase, defaults left out.</summary>
    public static JsonObject Participant(Connection one, TimeSpan skew)
    {
        var participant = new JsonObject
        {
            ["sid"] = one.Sid,
            ["identity"] = one.Identity,
            ["state"] = "ACTIVE",
            ["joinedAt"] = LiveKitEvents.Seconds(one.From + skew),
            ["joinedAtMs"] = Milliseconds(one.From + skew),
            ["name"] = "Nguyễn Thị Ánh",
            ["version"] = 2,
        };
        if (one.Kind is { } kind)
        {
            participant["kind"] = kind;
        }

        return participant;
    }

    /// <summary>In an answer: snake_case, every default there.</summary>
    public static JsonObject Listed(Connection one, TimeSpan skew) => new()
    {
        ["sid"] = one.Sid,
        ["identity"] = one.Identity,
        ["state"] = "ACTIVE",
        ["tracks"] = new JsonArray(),
        ["metadata"] = "",
        ["joined_at"] = LiveKitEvents.Seconds(one.From + skew),
        ["joined_at_ms"] = Milliseconds(one.From + skew),
        ["name"] = "",
        ["version"] = 3,
        ["permission"] = one.Kind is null ? null : new JsonObject { ["hidden"] = true, ["recorder"] = one.Kind == "EGRESS", ["agent"] = one.Kind == "AGENT" },
        ["region"] = "",
        ["is_publisher"] = false,
        ["kind"] = one.Kind ?? "STANDARD",
        ["attributes"] = new JsonObject(),
        ["disconnect_reason"] = "UNKNOWN_REASON",
        ["kind_details"] = new JsonArray(),
        ["data_tracks"] = new JsonArray(),
        ["client_protocol"] = 0,
    };

    private static string Milliseconds(DateTimeOffset at) => at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
}
