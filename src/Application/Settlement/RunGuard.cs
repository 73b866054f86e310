using Microsoft.Extensions.Logging;
using TalkConnect.Application.Common;
using TalkConnect.Domain.Settlement;

namespace TalkConnect.Application.Settlement;

/// <summary>Lets a run go on, or stops it and keeps what it would have done.</summary>
internal sealed partial class RunGuard(
    ISettlementPauses pauses, ISettlementBacklog backlog, SettlementRules rules, CircuitBreaker breaker, SettlementPace pace, IIds ids, ILogger<RunGuard> logger)
{
    /// <summary>The pause that keeps this run from settling; null when it may.</summary>
    public async Task<SettlementPauseId?> PauseAsync(int due, bool inBackOff, DateTimeOffset now, CancellationToken cancellationToken) =>
        await pauses.WaitingAsync(cancellationToken) ?? await CheckAsync(due, inBackOff, now, cancellationToken);

    private async Task<SettlementPauseId?> CheckAsync(int due, bool inBackOff, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (due < breaker.MinimumHolds || !breaker.Enabled)
        {
            return null;
        }

        var run = await pauses.LookAheadAsync(now, inBackOff, rules, cancellationToken);
        var week = await pauses.WeekAsync(now, cancellationToken);
        if (breaker.Check(run, week) is not { Count: > 0 } reasons)
        {
            return null;
        }

        var pause = SettlementPause.Begin(ids.New<SettlementPauseId>(), reasons, run, week, now);
        if (await pauses.KeepAsync(pause, cancellationToken))
        {
            LogPaused(run.Holds, string.Join(", ", reasons));
            await ForeseeAsync(pause.Id, inBackOff, now, cancellationToken);
        }

        return await pauses.WaitingAsync(cancellationToken);
    }

    private async Task ForeseeAsync(SettlementPauseId pause, bool inBackOff, DateTimeOffset now, CancellationToken cancellationToken)
    {
        DueHold? last = null;
        while (await backlog.ListDueAsync(now, inBackOff, last, pace.BatchSize, cancellationToken) is { Count: > 0 } due)
        {
            await pauses.ForeseeAsync(pause, [.. due.Select(hold => hold.Id)], rules, cancellationToken);
            last = due[^1];
        }
    }

    [LoggerMessage(LogLevel.Error, "A settlement run of {Holds} holds was stopped and waits for an admin: {Reasons}")]
    private partial void LogPaused(int holds, string reasons);
}
