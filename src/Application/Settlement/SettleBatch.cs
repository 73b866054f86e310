using Microsoft.Extensions.Logging;
using TalkConnect.Application.Common;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Settlement;

namespace TalkConnect.Application.Settlement;

/// <summary>Settles a batch; one that fails is halved until the bad hold stands alone and is recorded. Several may report to one run.</summary>
internal sealed partial class SettleBatch(
    ISettlementStore store, ISettlementBacklog backlog, SettlementRules rules, IIds ids, ILogger<SettleBatch> logger)
{
    public async Task SettleAsync(IReadOnlyList<PaymentHoldId> holds, SettlementRun run, DateTimeOffset now)
    {
        // Made once per hold, so that a batch that is tried again writes the same ledger lines.
        var lines = holds.ToDictionary(hold => hold, _ => ids.ForSettlement());
        await SettleAsync(holds, lines, run, now);
    }

    private async Task SettleAsync(
        IReadOnlyList<PaymentHoldId> holds, Dictionary<PaymentHoldId, SettlementIds> lines, SettlementRun run, DateTimeOffset now)
    {
        try
        {
            var batch = await store.SettleAsync(holds, settlement => settlement.SettleOrReview(rules, lines[settlement.Hold.Id], now));
            lock (run)
            {
                run.CountNeedsReview(batch.NeedsReview);
                foreach (var hold in batch.Settled)
                {
                    run.Count(hold.Decision, hold.Amount);
                }
            }
        }
        catch (Exception error) when (error is not StorageUnavailableException)
        {
            if (holds.Count == 1)
            {
                await RecordAsync(holds[0], error, run, now);
                return;
            }

            var half = holds.Count / 2;
            await SettleAsync([.. holds.Take(half)], lines, run, now);
            await SettleAsync([.. holds.Skip(half)], lines, run, now);
        }
    }

    private async Task RecordAsync(PaymentHoldId hold, Exception error, SettlementRun run, DateTimeOffset now)
    {
        LogNotSettled(error, hold);
        lock (run)
        {
            run.CountFailed();
        }

        // The text is shown to admins: a rule's own words, otherwise only the kind of error, which holds no data.
        await backlog.RecordFailureAsync(hold, error is DomainException rule ? $"{rule.Code}: {rule.Message}" : error.GetType().Name, now);
    }

    [LoggerMessage(LogLevel.Error, "Payment hold {HoldId} could not be settled")]
    private partial void LogNotSettled(Exception error, PaymentHoldId holdId);
}
