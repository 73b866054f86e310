using Microsoft.Extensions.Logging;
using TalkConnect.Application.Common;
using TalkConnect.Domain.Settlement;

namespace TalkConnect.Application.Settlement;

/// <summary>Lets a run go on, or stops it and keeps what it would have done.</summary>
internal sealed partial class RunGuard(
    ISettlementPauses pauses,
    ISettlementBacklog backlog,
    Dismissal dismissal,
    BadHolds bad,
    SettlementRules rules,
    CircuitBreaker breaker,
    SettlementPace pace,
    IIds ids,
    ILogger<RunGuard> logger)
{
    /// <summary>The pause that keeps this run from settling; null when it may.</summary>
    public async Task<SettlementPauseId?> PauseAsync(SettlementRun run, int due, bool inBackOff, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var waiting = await pauses.WaitingAsync(cancellationToken);
        if (waiting is { IsDismissed: false })
        {
            return waiting.Id;
        }

        if (waiting is not null)
        {
            // The server of the admin who dismissed it may be gone.
            await dismissal.FinishAsync(waiting.Id);
        }

        return await CheckAsync(run, due, inBackOff, now, cancellationToken);
    }

    private async Task<SettlementPauseId?> CheckAsync(SettlementRun run, int due, bool inBackOff, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (due < breaker.MinimumHolds || !breaker.Enabled)
        {
            return null;
        }

        var outlook = await pauses.LookAheadAsync(now, inBackOff, rules, cancellationToken);
        var week = await pauses.WeekAsync(now, cancellationToken);
        if (breaker.Check(outlook, week) is not { Count: > 0 } reasons)
        {
            return null;
        }

        // The pause is kept last: an admin who sees it sees all of it, and what is left when the server goes away meanwhile belongs to no pause.
        var pause = SettlementPause.Begin(ids.New<SettlementPauseId>(), reasons, outlook, week, now);
        await ForeseeAsync(pause.Id, run, inBackOff, now, cancellationToken);
        var waiting = await pauses.KeepAsync(pause, cancellationToken);
        if (waiting == pause.Id)
        {
            LogPaused(outlook.Holds, string.Join(", ", reasons));
        }

        return waiting;
    }

    private async Task ForeseeAsync(SettlementPauseId pause, SettlementRun run, bool inBackOff, DateTimeOffset now, CancellationToken cancellationToken)
    {
        DueHold? last = null;
        while (await backlog.ListDueAsync(now, inBackOff, last, pace.BatchSize, cancellationToken) is { Count: > 0 } due)
        {
            await bad.WorkAroundAsync([.. due.Select(hold => hold.Id)], part => pauses.ForeseeAsync(pause, part, rules, cancellationToken), run, now);
            last = due[^1];
        }
    }

    [LoggerMessage(LogLevel.Error, "A settlement run of {Holds} holds was stopped and waits for an admin: {Reasons}")]
    private partial void LogPaused(int holds, string reasons);
}
