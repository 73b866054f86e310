using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace TalkConnect.Web.FunctionalTests.Support;

/// <summary>JSON web tokens, signed by hand so that every part of them can be wrong on purpose.</summary>
public static class Tokens
{
    public const string SigningKey = "a-signing-key-for-the-functional-tests-only";

    /// <summary>The 1st of January 2100. Tokens are checked against the real time, not against the test's.</summary>
    private const long FarAway = 4102444800;

    /// <summary>The token of a user of the platform.</summary>
    public static string Of(string userId, string role) => Sign(new { sub = userId, role, exp = FarAway }, SigningKey);

    public static string Sign(object claims, string key, string algorithm = "HS256")
    {
        var head = Encode(JsonSerializer.SerializeToUtf8Bytes(new { alg = algorithm, typ = "JWT" }));
        var signed = $"{head}.{Encode(JsonSerializer.SerializeToUtf8Bytes(claims))}";
        return $"{signed}.{Encode(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.ASCII.GetBytes(signed)))}";
    }

    private static string Encode(ReadOnlySpan<byte> bytes) => Base64Url.EncodeToString(bytes);
}
