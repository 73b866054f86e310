using MediatR;
using Microsoft.Extensions.Logging;
using TalkConnect.Application.Common;
using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Settlement;

namespace TalkConnect.Application.Settlement;

/// <summary>One tick: completes sessions whose time is up, then settles everything that is due, batch by batch.</summary>
/// <param name="Manual">Whether an admin asked for it: then holds that wait for their next try are tried too.</param>
/// <param name="IdempotencyKey">The caller's key, if any.</param>
/// <param name="Proceeding">Only the holds of this pause, which an admin let go on; null: everything that is due.</param>
public sealed record RunSettlement(bool Manual, IdempotencyKey? IdempotencyKey, SettlementPauseId? Proceeding = null) : IRequest<SettlementRunView>, IMovesMoney;

/// <summary>A run ended in the middle, most likely because the database went away. What it did stays done, and the next run does the rest.</summary>
/// <param name="cause">What went wrong.</param>
public sealed class RunInterruptedException(Exception cause)
    : Exception("The run was interrupted. What it had settled until then stays settled; the next run does the rest.", cause);

/// <summary>How the settlement works through what is due.</summary>
/// <param name="BatchSize">How many holds settle in one transaction (<c>Settlement:BatchSize</c>).</param>
/// <param name="Workers">How many batches settle at the same time, each with teachers of its own (<c>Settlement:Workers</c>).</param>
public sealed record SettlementPace(int BatchSize, int Workers);

internal sealed partial class RunSettlementHandler(
    ISettlementBacklog backlog,
    ISettlementPauses pauses,
    RunGuard guard,
    SettlementWorkers workers,
    BadHolds bad,
    IMediator mediator,
    SettlementRunLog runs,
    SettlementPace pace,
    TimeProvider clock,
    ILogger<RunSettlementHandler> logger) : IRequestHandler<RunSettlement, SettlementRunView>
{
    private static readonly TimeSpan LongestBatch = TimeSpan.FromSeconds(2);

    public async Task<SettlementRunView> Handle(RunSettlement request, CancellationToken cancellationToken)
    {
        using var trace = Telemetry.Traces.StartActivity(nameof(RunSettlement));
        return request.IdempotencyKey is { } key
            ? await runs.OnceAsync(key, () => RunAsync(request, cancellationToken))
            : await RunAsync(request, cancellationToken);
    }

    private async Task<SettlementRunView> RunAsync(RunSettlement request, CancellationToken cancellationToken)
    {
        var run = runs.Start(request.Manual, clock.GetUtcNow());
        Exception? interruption = null;
        try
        {
            await WorkAsync(run, request, cancellationToken);
        }
        catch (Exception error) when (run.DidAnything)
        {
            interruption = error;
        }

        run.Finish(clock.GetUtcNow());
        Telemetry.RunFinished(run);
        LogRun(run.CompletedSessions, run.Released, run.Refunded, run.NeedsReview, run.Failed);

        // A run that was cut short is not the answer to whoever asks again. What it did is reported all the same, if that can be done now.
        var cutShort = interruption is not null || cancellationToken.IsCancellationRequested;
        try
        {
            var report = await runs.KeepAsync(run, cutShort ? null : request.IdempotencyKey);
            return interruption is null ? report : throw new RunInterruptedException(interruption);
        }
        catch (Exception error) when (run.DidAnything && error is not RunInterruptedException)
        {
            LogNotReported(error, run.Id);
            throw new RunInterruptedException(interruption ?? error);
        }
    }

    private async Task WorkAsync(SettlementRun run, RunSettlement request, CancellationToken stop)
    {
        var now = run.StartedAt;
        if (request.Proceeding is { } pause)
        {
            await SettleAsync(run, (last, atMost) => pauses.HoldsOfAsync(pause, unpaidOnly: false, last?.Id, atMost, CancellationToken.None), stop);
        }
        else if (await backlog.HasWorkAsync(now, request.Manual, CancellationToken.None))
        {
            await CompleteSessionsAsync(run, now, stop);
            Telemetry.DueHolds = await backlog.CountDueAsync(now, CancellationToken.None);
            run.Pause(await guard.PauseAsync(run, Telemetry.DueHolds, request.Manual, now, CancellationToken.None));
            if (run.PausedBy is null)
            {
                await SettleAsync(run, (last, atMost) => backlog.ListDueAsync(now, request.Manual, last, atMost, CancellationToken.None), stop);
            }
        }
        else
        {
            Telemetry.DueHolds = 0;
        }
    }

    /// <summary>One session in one transaction: a bad one keeps none of the others waiting.</summary>
    private async Task CompleteSessionsAsync(SettlementRun run, DateTimeOffset now, CancellationToken stop)
    {
        var tried = new HashSet<SessionId>();

        while (!stop.IsCancellationRequested)
        {
            var overdue = await backlog.ListOverdueSessionsAsync(now, pace.BatchSize + tried.Count, CancellationToken.None);
            var untried = overdue.Where(tried.Add).ToList();
            if (untried.Count == 0)
            {
                return;
            }

            foreach (var session in untried)
            {
                if (stop.IsCancellationRequested)
                {
                    return;
                }

                await CompleteAsync(run, session, now);
            }
        }
    }

    private async Task CompleteAsync(SettlementRun run, SessionId session, DateTimeOffset now)
    {
        try
        {
            if (await mediator.Send(new CompleteOverdueSession(session, now), CancellationToken.None))
            {
                run.CountCompleted();
            }
        }
        catch (Exception error) when (error is not StorageUnavailableException)
        {
            await bad.RecordAsync(session, error, run, now);
        }
    }

    private async Task SettleAsync(SettlementRun run, Func<DueHold?, int, Task<IReadOnlyList<DueHold>>> next, CancellationToken stop)
    {
        DueHold? last = null;
        var size = pace.BatchSize;

        // A stop waits for the running batch and no longer: what is left is due on the next start. It ends the run, and
        // not the queries of it, so that what was settled is still reported.
        while (!stop.IsCancellationRequested)
        {
            var due = await next(last, size * pace.Workers);
            if (due.Count == 0)
            {
                return;
            }

            var started = clock.GetTimestamp();
            if (due.Where(hold => !run.HasFailed(hold.Id)).ToList() is { Count: > 0 } untried)
            {
                await workers.SettleAsync(untried, run, clock.GetUtcNow());
            }

            last = due[^1];

            // Whoever is paid waits for the locks of a batch: one that took long is followed by a smaller one.
            size = clock.GetElapsedTime(started) > LongestBatch ? Math.Max(size / 2, 1) : Math.Min(size * 2, pace.BatchSize);
        }
    }

    [LoggerMessage(LogLevel.Information, "Settlement run: {Completed} sessions completed, {Released} holds released, {Refunded} refunded, {NeedsReview} left to review, {Failed} failed")]
    private partial void LogRun(int completed, int released, int refunded, int needsReview, int failed);

    [LoggerMessage(LogLevel.Error, "The report of settlement run {Run} could not be kept")]
    private partial void LogNotReported(Exception error, string run);
}
