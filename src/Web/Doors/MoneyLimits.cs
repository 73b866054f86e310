using System.Threading.RateLimiting;
using TalkConnect.Web.Common;

namespace TalkConnect.Web.Doors;

/// <summary>Limits what moves money: per user, and per address for whoever has many users.</summary>
internal static class MoneyLimits
{
    /// <summary>The user is asked first, so that one who sends too much does not use up what their address may send.</summary>
    public static PartitionedRateLimiter<HttpContext> Of(RateLimits limits) => PartitionedRateLimiter.CreateChained(
        Limit(limits, limits.MoneyPerUser, context => context.User.Actor().Id.Value),
        Limit(limits, limits.MoneyPerAddress, CallerAddress.Of));

    private static PartitionedRateLimiter<HttpContext> Limit(RateLimits limits, int permits, Func<HttpContext, string> caller) =>
        PartitionedRateLimiter.Create<HttpContext, string>(context => context.GetEndpoint()?.Metadata.GetMetadata<MoneyRule>() is null
            ? RateLimitPartition.GetNoLimiter("")
            : limits.WindowOf(caller(context), permits));
}
