using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace TalkConnect.Web.FunctionalTests.Support;

/// <summary>Sends webhooks exactly as LiveKit does: the bare token in Authorization, with the hash of the body's bytes in it.</summary>
public sealed class LiveKitServer(Api api, TimeProvider clock)
{
    public const string Path = "/api/webhooks/livekit";
    public const string ContentType = "application/webhook+json";

    public LiveKitServer(TalkConnectApp app)
        : this(new Api(app), app.Clock)
    {
    }

    public Task<Answer> Tells(JsonObject told, Tampering? tampering = null) => TellsText(told.ToJsonString(), tampering);

    public Task<Answer> TellsText(string body, Tampering? tampering = null) => TellsBytes(Encoding.UTF8.GetBytes(body), tampering);

    public Task<Answer> TellsBytes(byte[] body, Tampering? tampering = null)
    {
        var how = tampering ?? new Tampering();
        var authorization = how.Authorization ?? Sign(body, how);
        return Sends(how.Body?.Invoke(body) ?? body, authorization.Length == 0 ? null : authorization, how.ContentType);
    }

    /// <summary>Sends these bytes with this header, whoever signed them.</summary>
    public Task<Answer> Sends(byte[] body, string? authorization, string? contentType = ContentType) => api.Send(
        HttpMethod.Post,
        Path,
        token: null,
        Api.Content(body, contentType),
        authorization is null ? null : new() { ["Authorization"] = authorization });

    /// <summary>The header with which LiveKit would send these bytes now.</summary>
    public string Authorize(byte[] body, Tampering? tampering = null) => Sign(body, tampering ?? new Tampering());

    private string Sign(byte[] body, Tampering how)
    {
        var now = clock.GetUtcNow().ToUnixTimeSeconds() + how.SignedSecondsAgo * -1;
        var claims = new Dictionary<string, object>
        {
            ["iss"] = how.Key,
            ["exp"] = now + 300,
            ["nbf"] = now,
            ["iat"] = now,
            ["sha256"] = Convert.ToBase64String(SHA256.HashData(body)),
        };
        foreach (var (claim, value) in how.Claims)
        {
            if (value is null)
            {
                claims.Remove(claim);
            }
            else
            {
                claims[claim] = value;
            }
        }

        return Tokens.Sign(claims, how.Secret ?? LiveKitKeys.All[how.Key], how.Algorithm);
    }
}

/// <summary>What is to be wrong with a webhook.</summary>
public sealed record Tampering
{
    public string Key { get; init; } = LiveKitKeys.Key;

    /// <summary>Another secret than the key's.</summary>
    public string? Secret { get; init; }

    public string Algorithm { get; init; } = "HS256";

    public int SignedSecondsAgo { get; init; }

    /// <summary>Claims to be replaced, or with null left out.</summary>
    public Dictionary<string, object?> Claims { get; init; } = [];

    /// <summary>The whole header; empty for none.</summary>
    public string? Authorization { get; init; }

    /// <summary>What happens to the body after it was signed.</summary>
    public Func<byte[], byte[]>? Body { get; init; }

    public string? ContentType { get; init; } = LiveKitServer.ContentType;
}
