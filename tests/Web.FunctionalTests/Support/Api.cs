using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace TalkConnect.Web.FunctionalTests.Support;

/// <summary>Speaks HTTP with the running server.</summary>
public sealed class Api(Func<HttpClient> http)
{
    public const string JsonType = "application/json";

    public Api(TalkConnectApp app)
        : this(() => app.Http)
    {
    }

    public Task<Answer> Get(string path, Person? asking = null) => Send(HttpMethod.Get, path, asking?.Token);

    public Task<Answer> Put(string path, object? body, Person? asking = null) =>
        Send(HttpMethod.Put, path, asking?.Token, Content(JsonSerializer.Serialize(body)));

    /// <summary>Posts a value as JSON; without a value there is no body at all.</summary>
    public Task<Answer> Post(string path, object? body = null, Person? asking = null, string? idempotencyKey = null) =>
        PostText(path, body is null ? null : JsonSerializer.Serialize(body), asking, idempotencyKey);

    /// <summary>Posts a body as it is written here.</summary>
    public Task<Answer> PostText(string path, string? json, Person? asking = null, string? idempotencyKey = null, string type = JsonType) => Send(
        HttpMethod.Post,
        path,
        asking?.Token,
        json is null ? null : Content(json, type),
        idempotencyKey is null ? null : new() { ["Idempotency-Key"] = idempotencyKey });

    public async Task<Answer> Send(
        HttpMethod method, string path, string? token, HttpContent? content = null, Dictionary<string, string>? headers = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };

        // A server that refuses a large body closes the connection; whoever asks before sending it hears why.
        request.Headers.ExpectContinue = content?.Headers.ContentLength > 128 * 1024;
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        foreach (var (name, value) in headers ?? [])
        {
            request.Headers.TryAddWithoutValidation(name, value).ShouldBeTrue();
        }

        using var response = await http().SendAsync(request);
        return new Answer(
            (int)response.StatusCode, await response.Content.ReadAsStringAsync(), response.Content.Headers.ContentType?.MediaType, response.Headers);
    }

    public static HttpContent Content(string text, string type = JsonType) => Content(Encoding.UTF8.GetBytes(text), type);

    public static HttpContent Content(byte[] bytes, string? type = JsonType)
    {
        var content = new ByteArrayContent(bytes);
        if (type is not null)
        {
            content.Headers.TryAddWithoutValidation("Content-Type", type).ShouldBeTrue();
        }

        return content;
    }
}
