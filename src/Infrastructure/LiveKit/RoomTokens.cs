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
        var (key, secret) = options.Value.Signer;
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
        return new JoinAnswer(options.Value.Url, room.ToString(), LiveKitJwt.Sign(claims, secret), expiresAt);
    }
}
