using System.Globalization;
using System.Threading.RateLimiting;
using TalkConnect.Web.Common;

namespace TalkConnect.Web.Doors;

/// <summary>How often is too often (<c>RateLimits:*</c>).</summary>
/// <param name="Enabled">Whether anything is limited at all.</param>
/// <param name="Window">How long a window lasts: a minute, unless somebody tries the limits out.</param>
/// <param name="MoneyPerUser">How many requests that move money a user may send in a window.</param>
/// <param name="MoneyPerAddress">How many of them may come from an address in a window.</param>
/// <param name="FailedSignIns">How many requests without a valid token may come from an address in a window.</param>
internal sealed record RateLimits(bool Enabled, TimeSpan Window, int MoneyPerUser, int MoneyPerAddress, int FailedSignIns)
{
    private const int Most = 1_000_000;

    public static RateLimits From(IConfiguration configuration) => new(
        configuration.Flag("RateLimits:Enabled", true),
        TimeSpan.FromSeconds(configuration.Whole("RateLimits:WindowSeconds", 60, 1, 86_400)),
        configuration.Whole("RateLimits:MoneyPerMinutePerUser", 60, 1, Most),
        configuration.Whole("RateLimits:MoneyPerMinutePerAddress", 600, 1, Most),
        configuration.Whole("RateLimits:FailedSignInsPerMinutePerAddress", 30, 1, Most));

    /// <summary>The window of one user or address. It begins with their first request and is forgotten some time after it ended.</summary>
    public RateLimitPartition<string> WindowOf(string key, int permits) => RateLimitPartition.GetFixedWindowLimiter(
        key, _ => new FixedWindowRateLimiterOptions { Window = Window, PermitLimit = permits });

    /// <summary>Answers 429 and says how long to wait.</summary>
    /// <param name="context">The request.</param>
    /// <param name="refused">What the limiter said.</param>
    /// <param name="reason">A sentence about what there was too much of.</param>
    public static Task RefuseAsync(HttpContext context, RateLimitLease refused, string reason)
    {
        var wait = refused.TryGetMetadata(MetadataName.RetryAfter, out var time) ? time : TimeSpan.Zero;
        var seconds = Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        context.Response.Headers.RetryAfter = seconds;
        return Problem.WriteAsync(
            context, StatusCodes.Status429TooManyRequests, "rate_limited", $"{reason} Nothing was changed: wait {seconds} seconds and send it again.");
    }
}
