using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace TalkConnect.DevTools.LiveKit;

/// <summary>
/// A request as LiveKit sends it: a token without "Bearer", signed with the API secret, that vouches for the exact bytes of the body.
/// </summary>
internal sealed record SignedWebhook(byte[] Body, string Token)
{
    public const string ContentType = "application/webhook+json";
    public const string UserAgent = "LiveKit";
    public const string Path = "api/webhooks/livekit";

    private const int SecondsValid = 300;

    public static SignedWebhook Sign(LiveKitEvent @event, string key, string secret)
    {
        var body = @event.ToBytes();
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var claims = new JsonObject
        {
            ["iss"] = key,
            ["exp"] = now + SecondsValid,
            ["nbf"] = now,
            ["iat"] = now,
            ["sha256"] = Convert.ToBase64String(SHA256.HashData(body)),
        };
        return new SignedWebhook(body, JsonWebToken.Sign(claims, secret));
    }

    public HttpRequestMessage ToRequest(Uri server)
    {
        var content = new ByteArrayContent(Body);
        content.Headers.ContentType = new MediaTypeHeaderValue(ContentType);
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server, Path)) { Content = content };
        request.Headers.TryAddWithoutValidation("Authorization", Token);
        request.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        return request;
    }
}
