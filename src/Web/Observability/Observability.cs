using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Serilog;
using TalkConnect.Application.Common;

namespace TalkConnect.Web.Observability;

/// <summary>Logs, metrics and traces. None of them holds a token, a body or personal data.</summary>
internal static class Observability
{
    public static void AddObservability(this WebApplicationBuilder builder)
    {
        builder.Services.AddSerilog(logger => logger.ReadFrom.Configuration(builder.Configuration));

        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("talkconnect"))
            .WithMetrics(metrics => metrics
                .AddMeter(Telemetry.Name)
                .AddMeter("MySqlConnector")
                .AddAspNetCoreInstrumentation()
                .AddRuntimeInstrumentation()
                .AddPrometheusExporter())
            .WithTracing(traces => traces
                .AddSource(Telemetry.Name)
                .AddSource("MySqlConnector")
                .AddAspNetCoreInstrumentation());

        if (!string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
        {
            telemetry.UseOtlpExporter();
        }
    }

    public static void MapMetrics(this WebApplication app)
    {
        if (app.Configuration.GetValue("Metrics:Enabled", true))
        {
            app.MapPrometheusScrapingEndpoint("/metrics").AllowAnonymous();
        }
    }
}
