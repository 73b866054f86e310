using System.Net.Mime;
using FastEndpoints;
using Microsoft.AspNetCore.Http.Features;
using TalkConnect.Application.Attendance;
using TalkConnect.Application.Common;
using TalkConnect.Web.Common;

namespace TalkConnect.Web.Attendance;

/// <summary>Takes LiveKit's events. The token is verified before the body is taken in, and the raw bytes before anything reads them.</summary>
internal sealed class LiveKitWebhookEndpoint(ILiveKitWebhooks liveKit, IWebhookIntake intake, Hearing hearing, TimeProvider clock) : EndpointWithoutRequest<WebhookAnswer>
{
    /// <summary>LiveKit's metadata alone may have a mebibyte.</summary>
    private const int LargestBody = 4 * 1024 * 1024;

    public override void Configure()
    {
        Post("webhooks/livekit");
        AllowAnonymous();
        Definition.Options(builder => builder.WithMetadata(new SignedByLiveKit()).DisableRateLimiting().ShortCircuit());
        Summary(summary =>
        {
            summary.Summary = "Take an event that LiveKit signed.";
            summary.Responses[200] = "What became of the event.";
            summary.Responses[400] = "invalid_event: signed, but no LiveKit event";
            summary.Responses[401] = "invalid_signature";
            summary.Responses[413] = "body_too_large";
            summary.Responses[503] = "database_unavailable, backlog_full: send it again";
        });
    }

    public override async Task HandleAsync(CancellationToken ct)
    {
        var started = clock.GetTimestamp();
        if (await SignedBodyAsync(ct) is not { } body)
        {
            Telemetry.WebhookAnswered("invalid_signature", clock.GetElapsedTime(started));
            await Problem.WriteAsync(
                HttpContext, 401, "invalid_signature", "The Authorization header is not LiveKit's signature of this body with one of our keys.");
            return;
        }

        var answer = await HearAsync(body, started);
        var json = WireJson.WriteUtf8(answer);
        HttpContext.Response.ContentType = MediaTypeNames.Application.Json;
        HttpContext.Response.ContentLength = json.Length;
        await HttpContext.Response.Body.WriteAsync(json, ct);
    }

    /// <summary>The body, if LiveKit signed it. Who cannot sign does not make us keep one.</summary>
    private async Task<ReadOnlyMemory<byte>?> SignedBodyAsync(CancellationToken ct)
    {
        HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = LargestBody;
        if (HttpContext.Request.ContentLength > LargestBody)
        {
            throw new BadHttpRequestException("The body is too large.", StatusCodes.Status413PayloadTooLarge);
        }

        if (liveKit.SignedHash(HttpContext.Request.Headers.Authorization) is not { } hash)
        {
            return null;
        }

        using var buffer = new MemoryStream((int)(HttpContext.Request.ContentLength ?? 0));
        await HttpContext.Request.Body.CopyToAsync(buffer, ct);
        ReadOnlyMemory<byte> body = buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
        if (!liveKit.IsHashOf(hash, body.Span))
        {
            return null;
        }

        return body;
    }

    private async Task<WebhookAnswer> HearAsync(ReadOnlyMemory<byte> body, long started)
    {
        var outcome = "failed";
        try
        {
            var answer = await HearAsync(liveKit.Read(body.Span));
            outcome = answer.Message;
            return answer;
        }
        finally
        {
            Telemetry.WebhookAnswered(outcome, clock.GetElapsedTime(started));
        }
    }

    private async Task<WebhookAnswer> HearAsync(LiveKitEvent told)
    {
        try
        {
            var answer = await intake.HearAsync(told);
            hearing.Heard();
            return answer;
        }
        catch
        {
            hearing.Miss();
            throw;
        }
    }
}

/// <summary>Marks the endpoint whose caller is LiveKit, not a person with a token.</summary>
internal sealed record SignedByLiveKit;
