using Microsoft.Extensions.Options;
using TalkConnect.Application.Attendance;

namespace TalkConnect.Infrastructure.LiveKit;

internal sealed class LiveKitWebhooks(IOptions<LiveKitOptions> options, TimeProvider clock) : ILiveKitWebhooks
{
    public string? SignedHash(string? authorization) => WebhookSignature.SignedHash(authorization, options.Value.Keys, clock.GetUtcNow());

    public bool IsHashOf(string hash, ReadOnlySpan<byte> body) => WebhookSignature.IsHashOf(hash, body);

    public LiveKitEvent Read(ReadOnlySpan<byte> body) => WebhookReader.Read(body);
}
