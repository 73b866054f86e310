using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace TalkConnect.Infrastructure.LiveKit;

/// <summary>Signs events as LiveKit would, where a developer has no LiveKit.</summary>
public sealed class WebhookSigner(IOptions<LiveKitOptions> options, TimeProvider clock)
{
    /// <returns>What stands in the <c>Authorization</c> header of a webhook with this body.</returns>
    public string Sign(ReadOnlySpan<byte> body)
    {
        var (key, secret) = options.Value.Signer;
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        return LiveKitJwt.Sign(new { iss = key, nbf = now, exp = now + 300, sha256 = Convert.ToBase64String(SHA256.HashData(body)) }, secret);
    }
}
