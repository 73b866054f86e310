using TalkConnect.Application.Common;

namespace TalkConnect.Web.Common;

/// <summary>Says in a header when an answer is the stored one of an earlier request.</summary>
internal sealed class ReplayMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context, Replay replay)
    {
        context.Response.OnStarting(() =>
        {
            if (replay.Replayed)
            {
                context.Response.Headers[IdempotencyHeader.Replayed] = "true";
            }

            return Task.CompletedTask;
        });
        return next(context);
    }
}
