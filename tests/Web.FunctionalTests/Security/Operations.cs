using System.Text.Json;
using TalkConnect.Web.FunctionalTests.Doors;

namespace TalkConnect.Web.FunctionalTests.Security;

/// <summary>An operation of the API as its document describes it.</summary>
/// <param name="Method">GET, POST or PUT.</param>
/// <param name="Route">The path, with <c>{id}</c> in it.</param>
/// <param name="Queries">The names of its query parameters.</param>
/// <param name="Fields">The members of its JSON body; null where it takes none.</param>
/// <param name="TakesKey">Whether it honours an Idempotency-Key.</param>
public sealed record Operation(string Method, string Route, IReadOnlyList<string> Queries, IReadOnlyList<string>? Fields, bool TakesKey)
{
    public string Name => $"{Method} {Route}";

    public bool Reads => Method == "GET";

    public bool TakesId => Route.Contains("{id}", StringComparison.Ordinal);

    public HttpMethod Verb => new(Method);
}

/// <summary>Reads the operations out of the document that the server gives out, so that a new one is tested without being listed here.</summary>
public static class Operations
{
    /// <summary>All of them, with those of the webhook and of the open settings.</summary>
    public static async Task<IReadOnlyList<Operation>> OfAsync(Api api)
    {
        var document = (await api.Get("/openapi/v1.json")).Must(200).Json;
        var schemas = document.GetProperty("components").GetProperty("schemas");
        var operations = document.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject(), (path, method) => Read(path.Name, method, schemas))
            .ToList();
        operations.Count.ShouldBeGreaterThan(40);
        return operations;
    }

    /// <summary>Those that take a JSON body of a person with a token, with a body that they would take.</summary>
    public static async Task<IReadOnlyList<Operation>> WithBodyAsync(Api api) => [.. (await OfAsync(api)).Where(operation => operation.Fields is not null)];

    /// <summary>A body that the operation would take from this caller; an empty one where nothing need be said.</summary>
    public static string ValidBody(this Operation operation, Street street, Caller caller) =>
        JsonSerializer.Serialize(DoorTable.All[operation.Name].Body?.Invoke(street, caller) ?? new { });

    private static Operation Read(string route, JsonProperty method, JsonElement schemas)
    {
        var parameters = method.Value.TryGetProperty("parameters", out var found) ? found.EnumerateArray().ToList() : [];
        return new Operation(
            method.Name.ToUpperInvariant(),
            route,
            [.. parameters.Where(parameter => Text(parameter, "in") == "query").Select(parameter => Text(parameter, "name"))],
            Fields(method.Value, schemas),
            parameters.Any(parameter => Text(parameter, "name") == "Idempotency-Key"));
    }

    private static List<string>? Fields(JsonElement operation, JsonElement schemas)
    {
        if (!operation.TryGetProperty("requestBody", out var body) || !body.GetProperty("content").TryGetProperty(Api.JsonType, out var content))
        {
            return null;
        }

        var schema = schemas.GetProperty(Text(content.GetProperty("schema"), "$ref").Split('/')[^1]);
        return schema.TryGetProperty("properties", out var properties) ? [.. properties.EnumerateObject().Select(property => property.Name)] : [];
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
