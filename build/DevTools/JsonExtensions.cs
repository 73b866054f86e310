using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TalkConnect.DevTools;

internal static class JsonExtensions
{
    private static readonly JsonSerializerOptions Unescaped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>UTF-8 in which only what JSON forbids is escaped, as LiveKit writes it.</summary>
    public static byte[] ToUtf8(this JsonObject json) => Encoding.UTF8.GetBytes(json.ToJsonString(Unescaped));

    public static void AddUnlessNull(this JsonObject target, string name, JsonNode? value)
    {
        if (value is not null)
        {
            target[name] = value;
        }
    }

    /// <summary>A member that must be there; its absence is an answer that nobody expected.</summary>
    public static JsonNode Member(this JsonNode? node, string name) =>
        (node as JsonObject)?[name] ?? throw new ToolException($"The answer has no '{name}': {node?.ToJsonString() ?? "null"}");

    public static string Text(this JsonNode? node, string name) => node.Value<string>(name);

    public static decimal Number(this JsonNode? node, string name) => node.Value<decimal>(name);

    public static bool Flag(this JsonNode? node, string name) => node.Value<bool>(name);

    private static T Value<T>(this JsonNode? node, string name) =>
        node.Member(name) is JsonValue value && value.TryGetValue<T>(out var result)
            ? result
            : throw new ToolException($"'{name}' is not a {typeof(T).Name.ToLowerInvariant()}: {node!.ToJsonString()}");
}
