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
        var body = Activator.CreateInstance(type, nonPublic: true)!;
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            if (document.RootElement.ValueKind is not JsonValueKind.Object)
            {
                errors.AddUnreadable("The body must be a JSON object.");
                return body;
            }

            Fill(body, document.RootElement, "", options, errors);
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

    /// <summary>Sets the members of an object, and those of the objects in it, one by one.</summary>
    private static void Fill(object target, JsonElement json, string path, JsonSerializerOptions options, InputErrors errors)
    {
        var known = options.GetTypeInfo(target.GetType()).Properties;
        foreach (var member in json.EnumerateObject())
        {
            if (known.FirstOrDefault(property => property.Name == member.Name) is { } property)
            {
                Set(target, property, member.Value, path + member.Name, options, errors);
            }
            else
            {
                errors.Add(Name(path, member.Name), $"There is no such field. Known are: {string.Join(", ", known.Select(one => one.Name))}.");
            }
        }
    }

    private static void Set(object target, JsonPropertyInfo property, JsonElement value, string name, JsonSerializerOptions options, InputErrors errors)
    {
        if (value.ValueKind is JsonValueKind.Object && options.GetTypeInfo(property.PropertyType).Kind is JsonTypeInfoKind.Object)
        {
            var inner = Activator.CreateInstance(property.PropertyType, nonPublic: true)!;
            property.Set!(target, inner);
            Fill(inner, value, $"{name}.", options, errors);
            return;
        }

        try
        {
            property.Set!(target, IsRounded(value, property.PropertyType) ? throw new FormatException() : value.Deserialize(property.PropertyType, options));
        }
        catch (Exception error) when (error is JsonException or FormatException or InvalidOperationException)
        {
            errors.Add(name, $"The value must be {Kind(property.PropertyType)}.");
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

    /// <summary>Names that nobody would give a field are not repeated: the object is named that they stand in.</summary>
    private static string Name(string path, string member) =>
        member.Length is > 0 and <= 100 ? path + member : path.Length == 0 ? "body" : path[..^1];

    private static string Kind(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var number when number == typeof(decimal) => $"a JSON number, not text, of at most {MostDigits} digits",
        var whole when whole == typeof(int) => "a whole number",
        var text when text == typeof(string) => "text",
        var time when time == typeof(DateTimeOffset) => "an ISO 8601 time with an offset, such as 2026-03-01T09:30:00Z",
        _ => "a JSON object with known fields",
    };
}
