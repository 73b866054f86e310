using System.Globalization;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Serilog;
using Serilog.Events;
using Serilog.Formatting.Compact;
using TalkConnect.Application.Common;
using TalkConnect.Web.Common;

namespace TalkConnect.Web.Observability;

/// <summary>Logs, metrics and traces. None of them holds a token, a body or personal data.</summary>
internal static class Observability
{
    /// <summary>Values stand in it as JSON, so that no line end of a caller begins a line.</summary>
    private const string DevelopmentLine = "[{Timestamp:HH:mm:ss} {Level:u3}] {Message:j}{NewLine}{Exception}";

    public static void AddObservability(this WebApplicationBuilder builder)
    {
        builder.Services.AddSerilog(logger =>
        {
            logger.ReadFrom.Configuration(builder.Configuration);
            _ = builder.Environment.IsDevelopment()
                ? logger.WriteTo.Console(outputTemplate: DevelopmentLine, formatProvider: CultureInfo.InvariantCulture)
                : logger.WriteTo.Console(new RenderedCompactJsonFormatter());
        });

        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("talkconnect"))
            .WithMetrics(metrics => metrics
                .AddMeter(Telemetry.Name)
                .AddMeter("MySqlConnector")
                .AddAspNetCoreInstrumentation()
                .AddRuntimeInstrumentation()
                .AddPrometheusExporter());

        // Traces that nobody collects would cost a third of a read.
        if (!string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
        {
            telemetry.UseOtlpExporter().WithTracing(traces => traces
                .AddSource(Telemetry.Name)
                .AddSource("MySqlConnector")
                .AddAspNetCoreInstrumentation());
        }
    }

    /// <summary>One line per request: method, path, status and time; no query, header or body.</summary>
    public static void UseRequestLog(this WebApplication app) => app.UseSerilogRequestLogging(options =>
        options.GetLevel = (context, _, error) => error is not null || context.Response.StatusCode >= 500 ? LogEventLevel.Error
            : context.Request.Path.StartsWithSegments("/api") ? LogEventLevel.Information
            : LogEventLevel.Debug);

    public static void MapMetrics(this WebApplication app)
    {
        if (app.Configuration.Flag("Metrics:Enabled", true))
        {
            app.MapPrometheusScrapingEndpoint("/metrics").AllowAnonymous().DisableRateLimiting();
        }
    }
}
