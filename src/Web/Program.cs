using FastEndpoints;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Serilog;
using TalkConnect.Application;
using TalkConnect.Application.Common;
using TalkConnect.Domain.Common;
using TalkConnect.Infrastructure;
using TalkConnect.Infrastructure.Persistence;
using TalkConnect.Web.Attendance;
using TalkConnect.Web.Common;
using TalkConnect.Web.Development;
using TalkConnect.Web.Doors;
using TalkConnect.Web.Health;
using TalkConnect.Web.Observability;
using TalkConnect.Web.OpenApi;
using TalkConnect.Web.Pages;
using TalkConnect.Web.Settlement;
using TalkConnect.Web.Withdrawals;

try
{
    var builder = WebApplication.CreateBuilder(args);

    // A part that is missing stops the start, in production as in development.
    builder.Host.UseDefaultServiceProvider(services => services.ValidateScopes = services.ValidateOnBuild = true);
    builder.AddObservability();
    builder.AddRules();
    builder.AddLiveKit();
    builder.AddTokens();
    builder.AddBankData();
    builder.AddKnownProxies();
    builder.AddRateLimits();
    builder.AddCrossOrigin();
    builder.AddPages();
    builder.AddHeartbeat();
    builder.AddRosterPoll();
    builder.AddCircuitBreaker();
    builder.AddSettlementSchedule();
    builder.AddIdempotencyPurge();
    builder.AddHealth();
    builder.AddApiDescription();
    builder.Services.AddSingleton<TimeProvider>(new MicrosecondClock(TimeProvider.System));
    builder.Services.AddApplication();
    builder.Services.AddInfrastructure(builder.Configuration);
    builder.Services.AddFastEndpoints();
    builder.Services.AddExceptionHandler<ExceptionProblems>();
    builder.Services.Configure<KestrelServerOptions>(options =>
    {
        options.AddServerHeader = false;
        options.Limits.MaxRequestBodySize = 256 * 1024;
    });

    // A running batch is finished before the process ends.
    builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromMinutes(1));

    var app = builder.Build();
    await app.Services.GetRequiredService<IMigrator>().MigrateAsync(app.Lifetime.ApplicationStopping);

    if (args is ["reseal-bank-data"])
    {
        return await ResealCommandLine.RunAsync(app.Services, app.Lifetime.ApplicationStopping);
    }

    app.UseForwardedHeaders();
    app.UseMiddleware<AnswerHeaders>();
    app.UseRequestLog();
    app.UseExceptionHandler(_ => { });
    app.UseStatusCodePages(context => Problem.WriteStatusAsync(context.HttpContext));

    // Here, so that LiveKit's webhooks go straight to their endpoint: nothing of what follows is about them.
    app.UseRouting();
    app.UseMiddleware<ClosedDoors>();
    app.UsePages();
    app.UseCrossOrigin();
    app.LimitFailedSignIns();
    app.UseAuthentication();
    app.UseAuthorization();
    app.LimitMoney();
    app.UseMiddleware<CallerMiddleware>();
    app.UseMiddleware<AccessMiddleware>();
    app.UseMiddleware<ReplayMiddleware>();
    app.UseFastEndpoints(config =>
    {
        config.Endpoints.RoutePrefix = "api";

        // Otherwise routing refuses a wrong content type before anybody has looked at the token.
        config.Endpoints.Configurator = endpoint => endpoint.Options(builder => builder.ClearDefaultAccepts());
        WireJson.Apply(config.Serializer.Options);
        config.Binding.UsePropertyNamingPolicy = true;
        config.Serializer.RequestDeserializer = (request, type, _, cancellationToken) =>
            StrictBody.ReadAsync(request, type, config.Serializer.Options, cancellationToken);
    });
    app.MapDevelopmentRoutes();
    app.MapHealth();
    app.MapMetrics();
    app.MapApiDescription();
    await app.RunAsync();
    return 0;
}
catch (Exception error) when (error is DomainException || error.GetType() == typeof(InvalidOperationException))
{
    await Console.Error.WriteLineAsync($"TalkConnect cannot start: {error.Message}");
    return 1;
}
finally
{
    await Log.CloseAndFlushAsync();
}

/// <summary>The server; tests start it by this name.</summary>
public partial class Program;
