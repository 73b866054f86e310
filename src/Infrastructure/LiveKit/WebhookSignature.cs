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
    private const string Bearer = "Bearer ";
    private static readonly TimeSpan Leeway = TimeSpan.FromSeconds(60);

    /// <summary>The hash of the body in a token that one of the keys signed and that holds now; null for every other.</summary>
    public static string? SignedHash(string? authorization, IReadOnlyDictionary<string, string> keys, DateTimeOffset now)
    {
        if (authorization is null || authorization.Length > LongestToken || !Ascii.IsValid(authorization))
        {
            return null;
        }

        // LiveKit sends the bare token; gateways are known to put "Bearer" before it.
        var token = authorization.AsSpan(authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? Bearer.Length : 0).Trim();
        try
        {
            return SignedHash(token, keys, now);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // The token holds no JSON, or text that is no Unicode.
            return null;
        }
    }

    public static bool IsHashOf(string claimed, ReadOnlySpan<byte> body)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        Span<byte> text = stackalloc byte[Base64.GetMaxEncodedToUtf8Length(SHA256.HashSizeInBytes)];
        SHA256.HashData(body, hash);
        Base64.EncodeToUtf8(hash, text, out _, out var length);
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(claimed), text[..length]);
    }

    private static string? SignedHash(ReadOnlySpan<char> token, IReadOnlyDictionary<string, string> keys, DateTimeOffset now)
    {
        Span<Range> parts = stackalloc Range[4];
        if (token.Split(parts, '.') != 3)
        {
            return null;
        }

        Span<byte> buffer = stackalloc byte[LongestToken];
        if (!TryDecode(token[parts[0]], buffer, out var header) || WebhookClaims.Read(header).Algorithm != "HS256"
            || !TryDecode(token[parts[1]], buffer, out var payload))
        {
            return null;
        }

        var claims = WebhookClaims.Read(payload);
        var isSignedNow = claims.Issuer is not null
            && keys.TryGetValue(claims.Issuer, out var secret)
            && TryDecode(token[parts[2]], buffer, out var signature)
            && IsSigned(token[..parts[1].End.GetOffset(token.Length)], signature, secret)
            && IsCurrent(claims, now);
        return isSignedNow && !string.IsNullOrEmpty(claims.BodyHash) ? claims.BodyHash : null;
    }

    private static bool IsSigned(ReadOnlySpan<char> signed, ReadOnlySpan<byte> signature, string secret)
    {
        Span<byte> bytes = stackalloc byte[LongestToken];
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), bytes[..Encoding.ASCII.GetBytes(signed, bytes)], hash);
        return CryptographicOperations.FixedTimeEquals(signature, hash);
    }

    private static bool IsCurrent(WebhookClaims claims, DateTimeOffset now)
    {
        var leeway = Leeway.TotalSeconds;
        var seconds = now.ToUnixTimeMilliseconds() / 1000.0;
        return seconds < claims.Expires + leeway && (!claims.HasNotBefore || seconds >= claims.NotBefore - leeway);
    }

    private static bool TryDecode(ReadOnlySpan<char> segment, Span<byte> buffer, out ReadOnlySpan<byte> bytes)
    {
        var length = 0;
        var isText = Base64Url.IsValid(segment) && Base64Url.TryDecodeFromChars(segment, buffer, out length);
        bytes = buffer[..length];
        return isText;
    }
}
