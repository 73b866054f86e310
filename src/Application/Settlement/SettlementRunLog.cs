using TalkConnect.Application.Audit;
using TalkConnect.Application.Common;
using TalkConnect.Domain.Audit;
using TalkConnect.Domain.Settlement;

namespace TalkConnect.Application.Settlement;

/// <summary>Keeps the reports of runs. A run is many transactions, so its key is stored with its report, not with its effect:
/// a second run finds nothing left to settle and harms nobody.</summary>
internal sealed class SettlementRunLog(
    ISettlementBacklog backlog, IIdempotencyStore keys, IUnitOfWork unitOfWork, AuditTrail audit, Replay replay, KeyedRuns turns)
{
    public SettlementRun Start(bool manual, DateTimeOffset now) => SettlementRun.Start(Guid.CreateVersion7(now).ToString(), manual, now);

    /// <summary>The report that is stored under the key, or that of a run. Who sends the request again while the first still runs waits for its report.</summary>
    public async Task<SettlementRunView> OnceAsync(IdempotencyKey key, Func<Task<SettlementRunView>> run)
    {
        await turns.Turn.WaitAsync();
        try
        {
            var stored = await keys.FindAsync(key, CancellationToken.None);
            replay.Replayed = stored is not null;
            return stored is null ? await run() : WireJson.Read<SettlementRunView>(stored);
        }
        finally
        {
            turns.Turn.Release();
        }
    }

    public Task<SettlementRunView> KeepAsync(SettlementRun run, IdempotencyKey? key)
    {
        var view = SettlementRunView.Of(run);
        var idle = run is { Manual: false, DidAnything: false, PausedBy: null };
        return idle ? Task.FromResult(view) : unitOfWork.RunAsync(cancellationToken => StoreAsync(run, view, key, cancellationToken), CancellationToken.None);
    }

    private async Task<SettlementRunView> StoreAsync(SettlementRun run, SettlementRunView view, IdempotencyKey? key, CancellationToken cancellationToken)
    {
        // Kept even where another server was first with the same key: what this run has moved must be found.
        backlog.Add(run);
        audit.Note(AuditAction.SettlementRun, AuditSubject.SettlementRun, run.Id, after: view);
        if (key is null)
        {
            return view;
        }

        if (await keys.TakeAsync(key, cancellationToken) is { } first)
        {
            replay.Replayed = true;
            return WireJson.Read<SettlementRunView>(first);
        }

        keys.Answer(key, WireJson.Write(view));
        return view;
    }
}
