using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using TalkConnect.Application.Common;

namespace TalkConnect.Web.Health;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: it can do its work.</summary>
internal static class HealthEndpoints
{
    public static void AddHealth(this WebApplicationBuilder builder) => builder.Services.AddHealthChecks()
        .AddCheck<DatabaseCheck>("database")
        .AddCheck<SchedulerCheck>("scheduler")
        .AddCheck<SettlementCheck>("settlement");

    public static void MapHealth(this WebApplication app)
    {
        Open(app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync }));
        Open(app.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = WriteAsync }));
    }

    private static void Open(IEndpointConventionBuilder endpoint) => endpoint.AllowAnonymous().DisableRateLimiting();

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(WireJson.Write(new
        {
            status = report.Status,
            checks = report.Entries.ToDictionary(entry => entry.Key, entry => entry.Value.Description),
        }));
    }
}
