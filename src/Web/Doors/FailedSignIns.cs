using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.RateLimiting;

namespace TalkConnect.Web.Doors;

/// <summary>
/// Stops an address that tries one token after the other. Only failures count; after too many of them no token from there
/// is looked at until the window is over.
/// </summary>
internal sealed class FailedSignIns(RequestDelegate next, RateLimits limits) : IDisposable
{
    private readonly PartitionedRateLimiter<HttpContext> _failures = PartitionedRateLimiter.Create<HttpContext, string>(
        context => limits.WindowOf(CallerAddress.Of(context), limits.FailedSignIns));

    public async Task InvokeAsync(HttpContext context)
    {
        if (!IsSignIn(context))
        {
            await next(context);
            return;
        }

        // Nothing is taken here: it is only asked whether anything is left.
        using (var left = _failures.AttemptAcquire(context, permitCount: 0))
        {
            if (!left.IsAcquired)
            {
                await RateLimits.RefuseAsync(context, left, "Too many requests without a valid token came from your address.");
                return;
            }
        }

        await next(context);
        if (context.Response.StatusCode is StatusCodes.Status401Unauthorized)
        {
            _failures.AttemptAcquire(context).Dispose();
        }
    }

    public void Dispose() => _failures.Dispose();

    /// <summary>Whether a request has a token or needs one. Webhooks, health and metrics are out of this.</summary>
    private static bool IsSignIn(HttpContext context)
    {
        var marks = context.GetEndpoint()?.Metadata;
        if (marks?.GetMetadata<DisableRateLimitingAttribute>() is not null)
        {
            return false;
        }

        return context.Request.Headers.Authorization.Count > 0
            || (marks?.GetMetadata<IAuthorizeData>() is not null && marks.GetMetadata<IAllowAnonymous>() is null);
    }
}
