using MediatR;
using Quartz;
using TalkConnect.Application.Common;
using TalkConnect.Application.Settlement;

namespace TalkConnect.Web.Settlement;

/// <summary>The scheduled tick. It may run on any number of nodes: the rows decide who settles a hold.</summary>
[DisallowConcurrentExecution]
internal sealed partial class SettlementJob(IServiceScopeFactory scopes, IHostApplicationLifetime lifetime, ILogger<SettlementJob> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            // A stop ends the run after its batch; the scheduler waits for that.
            await scope.ServiceProvider.GetRequiredService<IMediator>()
                .Send(new RunSettlement(Manual: false, IdempotencyKey: null), lifetime.ApplicationStopping);
        }
        catch (StorageUnavailableException error)
        {
            LogUnavailable(error.GetBaseException().GetType().Name);
        }
        catch (RunInterruptedException error)
        {
            LogInterrupted(error);
        }
    }

    [LoggerMessage(LogLevel.Error, "Settlement run interrupted, the next one does the rest")]
    private partial void LogInterrupted(Exception error);

    [LoggerMessage(LogLevel.Warning, "Settlement run put off, the database cannot be reached: {Error}")]
    private partial void LogUnavailable(string error);
}

/// <summary>Puts the tick on the schedule (<c>Settlement:Cron</c>).</summary>
internal static class SettlementSchedule
{
    private const string EveryFiveMinutes = "0 0/5 * * * ?";

    public static void AddSettlementSchedule(this WebApplicationBuilder builder)
    {
        var cron = builder.Configuration["Settlement:Cron"] is { Length: > 0 } text ? text : EveryFiveMinutes;
        if (!CronExpression.TryParse(cron, out var schedule))
        {
            throw new InvalidOperationException($"Settlement:Cron is '{cron}'. It must be a Quartz cron expression such as '{EveryFiveMinutes}'.");
        }

        builder.Services.AddQuartz(quartz =>
        {
            quartz.AddJob<SettlementJob>(job => job.WithIdentity(nameof(SettlementJob)).StoreDurably());

            // Quartz refuses a trigger that never fires again; such a schedule means: only by hand.
            if (schedule.GetNextValidTimeAfter(TimeProvider.System.GetUtcNow()) is not null)
            {
                quartz.AddTrigger(trigger => trigger.ForJob(nameof(SettlementJob)).WithCronSchedule(cron, times => times
                    .InTimeZone(TimeZoneInfo.Utc)
                    .WithMisfireInstruction(CronTriggerMisfireInstruction.DoNothing)));
            }
        });
        builder.Services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
    }
}
