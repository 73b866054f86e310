using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using TalkConnect.Application.Common;

namespace TalkConnect.Web.Common;

/// <summary>
/// Reads a JSON body member by member, so that every wrong one is named and not just the first: unknown and repeated
/// members, and values of the wrong type.
/// </summary>
internal static class StrictBody
{
    private const int MostDigits = 28;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    public static async ValueTask<object?> ReadAsync(HttpRequest request, Type type, JsonSerializerOptions options, CancellationToken cancellationToken)
    {
        // Clients send a content type even where there is nothing to send.
        if (request.HttpContext.GetEndpoint()?.Metadata.GetMetadata<JsonBodyRule>() is not { } rule)
        {
            return Activator.CreateInstance(type, nonPublic: true);
        }

        var errors = request.HttpContext.RequestServices.GetRequiredService<InputErrors>();
        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, cancellationToken);

        if (buffer.Length == 0)
        {
            if (rule.Required)
            {
                errors.AddUnreadable("A JSON object is needed.");
            }

            return Activator.CreateInstance(type, nonPublic: true);
        }

        return Read(buffer.ToArray(), type, options, errors);
    }

    private static object Read(byte[] json, Type type, JsonSerializerOptions options, InputErrors errors)
    {
        var info = options.GetTypeInfo(type);
        var body = Activator.CreateInstance(type, nonPublic: true)!;
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            if (document.RootElement.ValueKind is not JsonValueKind.Object)
            {
                errors.AddUnreadable("The body must be a JSON object.");
                return body;
            }

            foreach (var member in document.RootElement.EnumerateObject())
            {
                Set(body, info, member, options, errors);
            }
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // The second is thrown for text that is no Unicode.
            errors.AddUnreadable(error.Message.Contains("uplicate", StringComparison.Ordinal)
                ? "A member stands in the body twice."
                : "The body is not valid JSON.");
        }

        return body;
    }

    private static void Set(object body, JsonTypeInfo info, JsonProperty member, JsonSerializerOptions options, InputErrors errors)
    {
        if (info.Properties.FirstOrDefault(property => property.Name == member.Name) is not { } property)
        {
            errors.Add(Name(member.Name), $"There is no such field. Known are: {string.Join(", ", info.Properties.Select(known => known.Name))}.");
            return;
        }

        try
        {
            property.Set!(body, IsRounded(member.Value, property.PropertyType)
                ? throw new FormatException()
                : member.Value.Deserialize(property.PropertyType, options));
        }
        catch (Exception error) when (error is JsonException or FormatException or InvalidOperationException)
        {
            errors.Add(Path(member.Name, error as JsonException), $"The value must be {Kind(property.PropertyType)}.");
        }
    }

    /// <summary>Whether it is a number with more digits than are kept: it would be rounded without a word.</summary>
    private static bool IsRounded(JsonElement value, Type type) =>
        value.ValueKind is JsonValueKind.Number && (Nullable.GetUnderlyingType(type) ?? type) == typeof(decimal) && Digits(value.GetRawText()) > MostDigits;

    /// <summary>How many digits a number has, from the first that is not 0 to the last that is not.</summary>
    private static int Digits(string number)
    {
        var mantissa = number.Split('e', 'E')[0];
        return string.Concat(mantissa.Where(char.IsAsciiDigit)).Trim('0').Length;
    }

    private static string Path(string member, JsonException? error) =>
        error?.Path is { Length: > 2 } path && path.StartsWith("$.", StringComparison.Ordinal) ? $"{member}.{path[2..]}" : member;

    private static string Name(string member) => member.Length is 0 or > 100 ? "body" : member;

    private static string Kind(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var number when number == typeof(decimal) => $"a JSON number, not text, of at most {MostDigits} digits",
        var whole when whole == typeof(int) => "a whole number",
        var text when text == typeof(string) => "text",
        var time when time == typeof(DateTimeOffset) => "an ISO 8601 time with an offset, such as 2026-03-01T09:30:00Z",
        _ => "a JSON object with known fields",
    };
}
