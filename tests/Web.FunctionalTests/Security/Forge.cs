using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace TalkConnect.Web.FunctionalTests.Security;

/// <summary>Makes JSON web tokens of which every byte can be wrong: head and claims are text, the signature is anything.</summary>
public static class Forge
{
    public const string Hs256 = """{"alg":"HS256","typ":"JWT"}""";

    /// <summary>A token with the signature that a function makes of its first two parts.</summary>
    public static string Token(string head, string claims, Func<byte[], byte[]> sign)
    {
        var signed = $"{Encode(head)}.{Encode(claims)}";
        return $"{signed}.{Base64Url.EncodeToString(sign(Encoding.ASCII.GetBytes(signed)))}";
    }

    /// <summary>The same head and signature around other claims.</summary>
    public static string WithClaims(string token, string claims)
    {
        var parts = token.Split('.');
        return $"{parts[0]}.{Encode(claims)}.{parts[2]}";
    }

    /// <summary>The same claims and signature under another head.</summary>
    public static string WithHead(string token, string head)
    {
        var parts = token.Split('.');
        return $"{Encode(head)}.{parts[1]}.{parts[2]}";
    }

    public static Func<byte[], byte[]> Hmac256(string key) => bytes => HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), bytes);

    public static Func<byte[], byte[]> Hmac384(string key) => bytes => HMACSHA384.HashData(Encoding.UTF8.GetBytes(key), bytes);

    public static Func<byte[], byte[]> Hmac512(string key) => bytes => HMACSHA512.HashData(Encoding.UTF8.GetBytes(key), bytes);

    public static byte[] Nothing(byte[] bytes) => [];

    /// <summary>A head that brings along the public key of the forger.</summary>
    public static (string Head, Func<byte[], byte[]> Sign) OwnRsaKey()
    {
        using var key = RSA.Create(2048);
        var parts = key.ExportParameters(true);
        var head = $$$"""{"alg":"RS256","jwk":{"kty":"RSA","n":"{{{Base64Url.EncodeToString(parts.Modulus)}}}","e":"{{{Base64Url.EncodeToString(parts.Exponent)}}}"} }""";
        return (head, Sign);

        byte[] Sign(byte[] bytes)
        {
            using var own = RSA.Create(parts);
            return own.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }
    }

    private static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
