using MediatR;
using TalkConnect.Application.Attendance;
using TalkConnect.Web.Common;

namespace TalkConnect.Web.Attendance;

/// <summary>Notes again and again that this server can hear LiveKit. The first time is before anything is settled.</summary>
internal sealed partial class Heartbeat(IServiceScopeFactory scopes, HeartbeatPace pace, TimeProvider clock, ILogger<Heartbeat> logger) : BackgroundService
{
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await BeatAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await BeatAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(pace.Every, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await BeatAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
    }

    private async Task BeatAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new KeepListening(), cancellationToken);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            LogSkipped(error.GetBaseException().GetType().Name);
        }
    }

    [LoggerMessage(LogLevel.Warning, "A heartbeat could not be kept: {Error}")]
    private partial void LogSkipped(string error);
}

/// <summary>How often a server notes that it can hear (<c>Hearing:HeartbeatSeconds</c>).</summary>
/// <param name="Every">Less than what is a blind time.</param>
internal sealed record HeartbeatPace(TimeSpan Every);

/// <summary>Adds the heartbeat, unless it is switched off with 0. What others have noted still counts.</summary>
internal static class HeartbeatSettings
{
    public static void AddHeartbeat(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Hearing>();
        var seconds = builder.Configuration.Whole("Hearing:HeartbeatSeconds", 10, 0, 20);
        if (seconds > 0)
        {
            builder.Services.AddSingleton(new HeartbeatPace(TimeSpan.FromSeconds(seconds)));
            builder.Services.AddHostedService<Heartbeat>();
        }
    }
}
