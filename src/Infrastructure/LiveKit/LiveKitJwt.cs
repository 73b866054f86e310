using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace TalkConnect.Infrastructure.LiveKit;

/// <summary>Signs claims as LiveKit does. The usual libraries refuse the short secret of its development server.</summary>
internal static class LiveKitJwt
{
    public static string Sign(object claims, string secret)
    {
        var signed = $"{Encode("""{"alg":"HS256","typ":"JWT"}"""u8)}.{Encode(JsonSerializer.SerializeToUtf8Bytes(claims))}";
        return $"{signed}.{Encode(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.ASCII.GetBytes(signed)))}";
    }

    private static string Encode(ReadOnlySpan<byte> bytes) => Base64Url.EncodeToString(bytes);
}
