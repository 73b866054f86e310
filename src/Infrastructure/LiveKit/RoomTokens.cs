using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using TalkConnect.Application.Courses;
using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Users;

namespace TalkConnect.Infrastructure.LiveKit;

/// <summary>Makes LiveKit access tokens: for one room, one identity and a quarter of an hour.</summary>
internal sealed class RoomTokens(IOptions<LiveKitOptions> options) : IRoomTokens
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    public JoinAnswer Make(RoomName room, UserId identity, DateTimeOffset now)
    {
        var (key, secret) = options.Value.Keys.OrderBy(pair => pair.Key, StringComparer.Ordinal).First();
        var expiresAt = DateTimeOffset.FromUnixTimeSeconds((now + Lifetime).ToUnixTimeSeconds());
        var claims = new
        {
            iss = key,
            sub = identity.Value,
            nbf = now.ToUnixTimeSeconds(),
            exp = expiresAt.ToUnixTimeSeconds(),
            video = new
            {
                roomJoin = true,
                room = room.ToString(),
                canPublish = true,
                canSubscribe = true,
                canPublishData = true,
                canUpdateOwnMetadata = false,
            },
        };
        return new JoinAnswer(options.Value.Url, room.ToString(), Sign(claims, secret), expiresAt);
    }

    private static string Sign(object claims, string secret)
    {
        var signed = $"{Encode("""{"alg":"HS256","typ":"JWT"}"""u8)}.{Encode(JsonSerializer.SerializeToUtf8Bytes(claims))}";
        return $"{signed}.{Encode(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.ASCII.GetBytes(signed)))}";
    }

    private static string Encode(ReadOnlySpan<byte> bytes) => Base64Url.EncodeToString(bytes);
}
