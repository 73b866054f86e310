using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace TalkConnect.DevTools;

/// <summary>
/// Signs claims with HS256 by hand: LiveKit's development secret has 6 bytes, which the usual token libraries refuse.
/// </summary>
internal static class JsonWebToken
{
    public static string Sign(JsonObject claims, string key)
    {
        var header = Base64Url.EncodeToString("""{"alg":"HS256","typ":"JWT"}"""u8);
        var payload = Base64Url.EncodeToString(claims.ToUtf8());
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.ASCII.GetBytes($"{header}.{payload}"));
        return $"{header}.{payload}.{Base64Url.EncodeToString(signature)}";
    }
}
