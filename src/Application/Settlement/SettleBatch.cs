using TalkConnect.Application.Common;
using TalkConnect.Domain.Settlement;

namespace TalkConnect.Application.Settlement;

/// <summary>Settles a batch; a bad hold in it is recorded and stops none of the others. Several may report to one run.</summary>
internal sealed class SettleBatch(ISettlementStore store, BadHolds bad, SettlementRules rules, IIds ids)
{
    public async Task SettleAsync(IReadOnlyList<PaymentHoldId> holds, SettlementRun run, DateTimeOffset now)
    {
        // Made once per hold, so that a batch that is tried again writes the same ledger lines.
        var lines = holds.ToDictionary(hold => hold, _ => ids.ForSettlement());
        await bad.WorkAroundAsync(holds, part => SettleAsync(part, lines, run, now), run, now);
    }

    private async Task SettleAsync(
        IReadOnlyList<PaymentHoldId> holds, Dictionary<PaymentHoldId, SettlementIds> lines, SettlementRun run, DateTimeOffset now)
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
}
