using MediatR;
using TalkConnect.Application.Attendance;
using TalkConnect.Infrastructure.Attendance;
using TalkConnect.Web.Common;

namespace TalkConnect.Web.Attendance;

/// <summary>Looks into the rooms of running sessions again and again.</summary>
internal sealed partial class RosterPoll(IServiceScopeFactory scopes, RosterPace pace, TimeProvider clock, ILogger<RosterPoll> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(pace.Every, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await LookAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new LookIntoRooms(), cancellationToken);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailed(error.GetBaseException().GetType().Name);
        }
    }

    [LoggerMessage(LogLevel.Warning, "A look into the rooms failed: {Error}")]
    private partial void LogFailed(string error);
}

/// <summary>Adds the looks, unless they are switched off with 0.</summary>
internal static class RosterSettings
{
    public static void AddRosterPoll(this WebApplicationBuilder builder)
    {
        var seconds = builder.Configuration.Whole("LiveKit:RosterPollSeconds", 60, 0, 3600);
        builder.Services.AddSingleton(new RosterPace(TimeSpan.FromSeconds(seconds)));
        if (seconds > 0)
        {
            builder.Services.AddHostedService<RosterPoll>();
        }
    }
}
