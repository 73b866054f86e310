using Microsoft.Extensions.Options;
using TalkConnect.Application.Attendance;

namespace TalkConnect.Infrastructure.LiveKit;

internal sealed class LiveKitWebhooks(IOptions<LiveKitOptions> options, TimeProvider clock) : ILiveKitWebhooks
{
    public bool IsAuthentic(string? authorization, ReadOnlySpan<byte> body) =>
        WebhookSignature.IsValid(authorization, body, options.Value.Keys, clock.GetUtcNow());

    public LiveKitEvent Read(ReadOnlySpan<byte> body) => WebhookReader.Read(body);
}
