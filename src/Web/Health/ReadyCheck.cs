using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Quartz;
using TalkConnect.Application.Settlement;
using TalkConnect.Infrastructure.Persistence;

namespace TalkConnect.Web.Health;

/// <summary>Whether the database answers, has the newest shape and takes writes.</summary>
internal sealed class DatabaseCheck(TalkConnectDbContext db, WriteTrial trial) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(Patience);
        try
        {
            if ((await db.Database.GetPendingMigrationsAsync(limited.Token)).Any())
            {
                return HealthCheckResult.Unhealthy("Migrations are pending.");
            }

            await trial.MakeAsync(db, limited.Token);
            return HealthCheckResult.Healthy("The database answers.");
        }
        catch (Exception error) when (StorageErrors.IsUnavailable(error) || StorageErrors.IsLostRace(error) || error is OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy("The database does not answer, or takes no writes.");
        }
    }
}

/// <summary>Whether a stopped run waits for an admin. The server is ready all the same: it only settles nothing.</summary>
internal sealed class SettlementCheck(ISettlementPauses pauses) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            return await pauses.WaitingAsync(cancellationToken) is { } pause
                ? HealthCheckResult.Degraded($"A stopped run waits for an admin: /api/admin/settlements/pauses, {pause.Id}.")
                : HealthCheckResult.Healthy("Runs may settle.");
        }
        catch (Exception error) when (StorageErrors.IsUnavailable(error))
        {
            return HealthCheckResult.Unhealthy("The database does not answer.");
        }
    }
}

/// <summary>Whether the scheduler runs.</summary>
internal sealed class SchedulerCheck(ISchedulerFactory schedulers) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        return await scheduler.GetStatus(cancellationToken) is SchedulerStatus.Running
            ? HealthCheckResult.Healthy("The scheduler runs.")
            : HealthCheckResult.Unhealthy("The scheduler does not run.");
    }
}
