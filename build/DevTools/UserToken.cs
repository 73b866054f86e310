using System.Text.Json.Nodes;

namespace TalkConnect.DevTools;

/// <summary>A bearer token as the server expects it from the platform's own sign-in.</summary>
internal static class UserToken
{
    public static string For(
        string user,
        string role,
        TimeSpan lifetime,
        string? signingKey = null,
        string? issuer = null,
        string? audience = null)
    {
        var now = TimeProvider.System.GetUtcNow();
        var claims = new JsonObject { ["sub"] = user, ["role"] = role };
        claims.AddUnlessNull("iss", issuer ?? DevelopmentServer.Issuer);
        claims.AddUnlessNull("aud", audience ?? DevelopmentServer.Audience);
        claims["iat"] = now.ToUnixTimeSeconds();
        claims["nbf"] = now.ToUnixTimeSeconds();
        claims["exp"] = now.Add(lifetime).ToUnixTimeSeconds();
        return JsonWebToken.Sign(claims, signingKey ?? DevelopmentServer.SigningKey);
    }
}
