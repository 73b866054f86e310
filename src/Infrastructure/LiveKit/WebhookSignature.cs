using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace TalkConnect.Infrastructure.LiveKit;

/// <summary>Checks the token with which LiveKit signs a webhook: HS256 over the claims, one of which is the hash of the body.</summary>
/// <remarks>
/// Every participant holds a token signed with the same key and secret. Only the <c>sha256</c> claim tells a webhook from
/// a join token, so a token without it is refused.
/// </remarks>
internal static class WebhookSignature
{
    private const int LongestToken = 4096;
    private static readonly TimeSpan Leeway = TimeSpan.FromSeconds(60);

    public static bool IsValid(string? authorization, ReadOnlySpan<byte> body, IReadOnlyDictionary<string, string> keys, DateTimeOffset now)
    {
        try
        {
            return IsSignedNow(authorization, body, keys, now);
        }
        catch (InvalidOperationException)
        {
            // The token holds text that is no Unicode.
            return false;
        }
    }

    private static bool IsSignedNow(string? authorization, ReadOnlySpan<byte> body, IReadOnlyDictionary<string, string> keys, DateTimeOffset now)
    {
        if (authorization is null || authorization.Length > LongestToken)
        {
            return false;
        }

        // LiveKit sends the bare token; gateways are known to put "Bearer" before it.
        var token = authorization.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? authorization[7..].Trim() : authorization.Trim();
        if (token.Split('.') is not [var header, var payload, var signature]
            || ReadObject(header) is not { } head
            || ReadObject(payload) is not { } claims
            || Text(head, "alg") != "HS256"
            || Text(claims, "iss") is not { } issuer
            || !keys.TryGetValue(issuer, out var secret))
        {
            return false;
        }

        return IsSigned($"{header}.{payload}", signature, secret) && IsCurrent(claims, now) && IsOfBody(claims, body);
    }

    private static bool IsSigned(string signed, string signature, string secret) =>
        Decode(signature) is { } bytes
        && CryptographicOperations.FixedTimeEquals(
            bytes, HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.ASCII.GetBytes(signed)));

    private static bool IsCurrent(JsonElement claims, DateTimeOffset now)
    {
        var leeway = Leeway.TotalSeconds;
        var seconds = now.ToUnixTimeMilliseconds() / 1000.0;
        return Number(claims, "exp") is { } expires
            && seconds < expires + leeway
            && (!claims.TryGetProperty("nbf", out _) || (Number(claims, "nbf") is { } notBefore && seconds >= notBefore - leeway));
    }

    private static bool IsOfBody(JsonElement claims, ReadOnlySpan<byte> body) =>
        Text(claims, "sha256") is { Length: > 0 } hash
        && CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(hash), Encoding.UTF8.GetBytes(Convert.ToBase64String(SHA256.HashData(body))));

    private static JsonElement? ReadObject(string segment)
    {
        if (Decode(segment) is not { } bytes)
        {
            return null;
        }

        try
        {
            var element = JsonElement.Parse(bytes);
            return element.ValueKind is JsonValueKind.Object ? element : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static byte[]? Decode(string segment) =>
        segment.All(char.IsAscii) && Base64Url.IsValid(segment) ? Base64Url.DecodeFromChars(segment) : null;

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    private static double? Number(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Number && value.TryGetDouble(out var number) ? number : null;
}
