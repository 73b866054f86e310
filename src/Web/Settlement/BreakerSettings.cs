using TalkConnect.Domain.Settlement;
using TalkConnect.Web.Common;

namespace TalkConnect.Web.Settlement;

/// <summary>Reads when a run is stopped (<c>Settlement:Breaker:*</c>).</summary>
internal static class BreakerSettings
{
    public static void AddCircuitBreaker(this WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        builder.Services.AddSingleton(new CircuitBreaker(
            configuration.Whole("Settlement:Breaker:MinimumHolds", 50, 1, 1_000_000),
            configuration.Whole("Settlement:Breaker:MinimumBaseline", 200, 1, 1_000_000),
            configuration.Share("Settlement:Breaker:RefundMargin", 0.25m),
            configuration.Share("Settlement:Breaker:ZeroAttendanceMargin", 0.20m),
            configuration.Whole("Settlement:Breaker:VolumeFactor", 5, 1, 1_000_000))
        {
            Enabled = configuration.Flag("Settlement:Breaker:Enabled", true),
        });
    }
}
