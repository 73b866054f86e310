using MediatR;
using Quartz;
using TalkConnect.Application.Common;

namespace TalkConnect.Web.Common;

/// <summary>Forgets old idempotency keys once a day. On several nodes the first deletes them, and the others find none.</summary>
[DisallowConcurrentExecution]
internal sealed partial class IdempotencyPurge(IServiceScopeFactory scopes, IHostApplicationLifetime lifetime, ILogger<IdempotencyPurge> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            LogForgotten(await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ForgetIdempotencyKeys(), lifetime.ApplicationStopping));
        }
        catch (StorageUnavailableException error)
        {
            LogUnavailable(error.GetBaseException().GetType().Name);
        }
    }

    [LoggerMessage(LogLevel.Information, "{Forgotten} old idempotency keys forgotten")]
    private partial void LogForgotten(int forgotten);

    [LoggerMessage(LogLevel.Warning, "Old idempotency keys are kept until tomorrow, the database cannot be reached: {Error}")]
    private partial void LogUnavailable(string error);
}

/// <summary>Puts it on the schedule, at night where the servers' clocks are kept.</summary>
internal static class IdempotencyPurgeSchedule
{
    private const string EveryNight = "0 40 3 * * ?";

    public static void AddIdempotencyPurge(this WebApplicationBuilder builder)
    {
        var days = builder.Configuration.Whole("Idempotency:KeepDays", 30, 1, 36_500);
        builder.Services.AddSingleton(new IdempotencyRetention(TimeSpan.FromDays(days)));
        builder.Services.AddQuartz(quartz => quartz
            .AddJob<IdempotencyPurge>(job => job.WithIdentity(nameof(IdempotencyPurge)).StoreDurably())
            .AddTrigger(trigger => trigger.ForJob(nameof(IdempotencyPurge)).WithCronSchedule(EveryNight, times => times
                .InTimeZone(TimeZoneInfo.Utc)
                .WithMisfireInstruction(CronTriggerMisfireInstruction.DoNothing))));
    }
}
