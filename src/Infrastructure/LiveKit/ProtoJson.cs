using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Courses;

namespace TalkConnect.Infrastructure.LiveKit;

/// <summary>
/// Reads LiveKit's messages as a proto3 JSON parser would: names in camelCase or snake_case, whole numbers as text or number, null as
/// absent. What cannot be read is a <see cref="FormatException"/> that names the field and not its content.
/// </summary>
internal static class ProtoJson
{
    private static readonly HashSet<string> NotPeople = new(StringComparer.OrdinalIgnoreCase) { "INGRESS", "EGRESS", "AGENT", "1", "2", "4" };

    /// <summary>The beginning of the last year that there is: what is later has no date in some zone, and nothing can be added to it.</summary>
    private static readonly long EndOfTime = SessionTiming.EndOfTime.ToUnixTimeSeconds();

    /// <summary>
    /// What is too long to be kept stands there as its hash: still the same for the same. So does what ends in a space,
    /// which some databases pass over.
    /// </summary>
    public static string? Sid(string? sid) => sid switch
    {
        null or "" => null,
        { Length: <= WebhookEvent.MaxIdLength } when !sid.EndsWith(' ') => sid,
        _ => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sid))),
    };

    public static bool IsPerson(JsonElement? participant)
    {
        var permission = participant is { } person ? Object(person, "permission") : null;
        return !(Field(participant, "kind", "kind") is { } kind && NotPeople.Contains(kind.ToString()))
            && !IsTrue(permission, "recorder")
            && !IsTrue(permission, "agent");
    }

    public static bool IsTrue(JsonElement? element, string name) => Field(element, name, name)?.ValueKind is JsonValueKind.True;

    public static JsonElement? Field(JsonElement? element, string camel, string snake)
    {
        if (element is not { } parent)
        {
            return null;
        }

        var found = parent.TryGetProperty(camel, out var value) || parent.TryGetProperty(snake, out value);
        return found && value.ValueKind is not JsonValueKind.Null ? value : null;
    }

    public static JsonElement? Object(JsonElement element, string name) => Field(element, name, name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Object } found => found,
        _ => throw new FormatException($"{name} is not an object"),
    };

    public static string? Text(JsonElement? element, string camel, string snake) => Field(element, camel, snake) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } found => found.GetString() is { Length: > 0 } text ? text : null,
        _ => throw new FormatException($"{snake} is not text"),
    };

    /// <summary>A time as a whole number since 1970; 0 is how proto3 writes "not set".</summary>
    public static DateTimeOffset? Seconds(JsonElement? element, string camel, string snake, int unitsPerSecond)
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
            throw new FormatException($"{snake} is not a time in whole seconds since 1970");
        }

        return units == 0 ? null : DateTimeOffset.FromUnixTimeSeconds(units / unitsPerSecond);
    }
}
