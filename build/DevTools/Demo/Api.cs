using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using TalkConnect.DevTools.LiveKit;

namespace TalkConnect.DevTools.Demo;

/// <summary>Speaks to the server, and stops the demo at the first answer that is not the expected one.</summary>
internal sealed class Api(HttpClient http, Uri server)
{
    public Task<JsonNode> Get(string path, Person who) => Send(HttpMethod.Get, path, who, body: null, expected: 200);

    public Task<JsonNode> Post(string path, Person who, JsonObject body, int expected = 201) =>
        Send(HttpMethod.Post, path, who, body, expected);

    public Task<JsonNode> Put(string path, Person who, JsonObject body) => Send(HttpMethod.Put, path, who, body, expected: 201);

    /// <summary>Delivers an event with a real signature, as LiveKit would.</summary>
    public async Task Deliver(LiveKitEvent @event, string expectedMessage)
    {
        var key = DevelopmentServer.LiveKitKey;
        using var request = SignedWebhook.Sign(@event, key, DevelopmentServer.LiveKitSecret(key)).ToRequest(server);
        var message = (await Answer(request, expected: 200)).Text("message");
        var who = @event.Participant?.Identity ?? @event.RoomName;
        Expect.That(message == expectedMessage, $"{@event.Name} of {who} should be answered '{expectedMessage}', not '{message}'.");
    }

    private async Task<JsonNode> Send(HttpMethod method, string path, Person who, JsonObject? body, int expected)
    {
        using var request = new HttpRequestMessage(method, new Uri(server, path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", who.Token);
        request.Content = body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        return await Answer(request, expected);
    }

    private async Task<JsonNode> Answer(HttpRequestMessage request, int expected)
    {
        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var json = Parse(text);
        return (int)response.StatusCode == expected && json is not null
            ? json
            : throw new ToolException(
                $"{request.Method} {request.RequestUri} answered {(int)response.StatusCode}, not {expected}: {Problem(json) ?? text}");
    }

    private static string? Problem(JsonNode? json) => json is JsonObject problem && problem["code"] is { } code
        ? $"{code}: {problem["detail"] ?? problem["title"]} {problem["errors"]?.ToJsonString()}"
        : null;

    private static JsonNode? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
