using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CsCheck;

namespace TalkConnect.Web.FunctionalTests.Security;

/// <summary>Bodies of webhooks that were right once: those of the vectors, with a few things changed by chance.</summary>
public static partial class WebhookBodies
{
    private const string Hole = "@hole@";

    /// <summary>Values as they stand in JSON; some of them no writer would write.</summary>
    private static readonly string[] Values =
    [
        "null", "true", "false", "0", "-1", "1", "-0", "1.5", "1e3", "1e400", "-1e-400", "253402300799", "253402300800", "-62135596801", "9223372036854775807",
        "9223372036854775808", "99999999999999999999999999999999", "\"\"", "\" \"", "\"0\"", "\"-1\"", "\"1768482000\"", "\"253402300799\"", "\"9223372036854775807\"",
        "\"1e3\"", "\"NaN\"", "\"+1\"", "\" 1\"", "\"٣\"", "{}", "[]", "[null]", "{\"a\":[{}]}", "\"\\u0000\"", "\"\\ud83c\"", "\"\\udf93\"", "\"\\ud83c\\udf93\"", "\"a\\r\\nb\"",
        "\"course_123_session_1_lesson_1\"", "\"course_123_session_99999999999999999999_lesson_1\"", "\"course_123_session_1_lesson_2\"", "\"course__session_1_lesson_1\"",
        "\"course_123_session_01_lesson_00\"", "\"user_456\"", "\"user_456 \"", "\"USER_456\"", "\"user_456#2\"", "\"participant_joined\"", "\"participant_left\"",
        "\"participant_connection_aborted\"", "\"room_finished\"", "\"AGENT\"", "4", $"\"{new string('x', 300)}\"",
        $"{new string('[', 100)}{new string(']', 100)}", $"\"{new string('9', 5000)}\"", new string('9', 400),
    ];

    private static readonly string[] Names = ["unknown", "created_at", "joined_at_ms", "permission", "kind", "sid", "id"];

    private static readonly byte[][] Pieces =
        [[0], [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xEF, 0xBB, 0xBF], .. new[] { "\"", "\\", "{", "}", "[", "]", ",", ":", "//", "\\u", "\n", "e9", "-", "1" }.Select(Encoding.UTF8.GetBytes)];

    private static readonly byte[][] Valid = Read();

    /// <summary>A body of which up to four things were changed.</summary>
    public static Gen<byte[]> Changed { get; } = Gen.Select(
        Gen.Int[0, Valid.Length - 1],
        Gen.Select(Gen.Int[0, 11], Gen.Int[0, int.MaxValue], Gen.Int[0, int.MaxValue]).Array[0, 4],
        (which, changes) => changes.Aggregate(Valid[which], (body, change) => Change(body, change.Item1, change.Item2, change.Item3)));

    /// <summary>The same body about another event, which the inbox does not know yet.</summary>
    public static byte[] WithNewId(byte[] body, int number) =>
        Encoding.Latin1.GetBytes(EventId().Replace(Encoding.Latin1.GetString(body), string.Create(CultureInfo.InvariantCulture, $"EV_{number}")));

    /// <summary>How a failure shows one.</summary>
    public static string Show(byte[] body) => $"{Encoding.UTF8.GetString(body)}\n{Convert.ToHexString(body)}";

    private static byte[] Change(byte[] body, int kind, int where, int what) => (body.Length, kind) switch
    {
        (0, _) => Pieces[what % Pieces.Length],
        (_, 0) => body[..(where % body.Length)],
        (_, 1) => Flip(body, where % body.Length, what % 8),
        (_, 2) => [.. body[..(where % body.Length)], .. body[Math.Min(body.Length, (where % body.Length) + 1 + (what % 9))..]],
        (_, 3) => [.. body[..(where % body.Length)], .. body[(what % body.Length)..]],
        (_, 4) => [.. body[..(where % body.Length)], .. Pieces[what % Pieces.Length], .. body[(where % body.Length)..]],
        _ => ChangeMember(body, kind, where, Values[what % Values.Length]),
    };

    private static byte[] Flip(byte[] body, int where, int bit)
    {
        byte[] flipped = [.. body];
        flipped[where] ^= (byte)(1 << bit);
        return flipped;
    }

    /// <summary>Puts the value in the place of one that is there, or beside it under another name.</summary>
    private static byte[] ChangeMember(byte[] body, int kind, int where, string value)
    {
        try
        {
            return JsonNode.Parse(body) is JsonObject root ? ChangeMember(root, kind, where, value) : body;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or ArgumentException)
        {
            // An earlier change has left no JSON, or names that are no text or stand twice.
            return body;
        }
    }

    private static byte[] ChangeMember(JsonObject root, int kind, int where, string value)
    {
        var objects = Objects(root).ToList();
        var parent = objects[where % objects.Count];
        if (kind > 9 || parent.Count == 0)
        {
            parent[Names[where % Names.Length]] = Hole;
        }
        else
        {
            parent[parent.ElementAt(where / objects.Count % parent.Count).Key] = Hole;
        }

        return Encoding.UTF8.GetBytes(root.ToJsonString().Replace($"\"{Hole}\"", value, StringComparison.Ordinal));
    }

    private static IEnumerable<JsonObject> Objects(JsonObject root) =>
        root.Select(member => member.Value).OfType<JsonObject>().SelectMany(Objects).Prepend(root);

    [GeneratedRegex("EV_[A-Za-z0-9]+")]
    private static partial Regex EventId();

    private static byte[][] Read()
    {
        using var stream = typeof(WebhookBodies).Assembly.GetManifestResourceStream("TalkConnect.Web.FunctionalTests.Attendance.LiveKitVectors.json")!;
        using var file = JsonDocument.Parse(stream);
        return
        [
            .. file.RootElement.GetProperty("vectors").EnumerateArray()
                .Where(vector => vector.GetProperty("expect").GetString() == "accept")
                .Select(vector => Convert.FromBase64String(vector.GetProperty("bodyBase64").GetString()!)),
        ];
    }
}
