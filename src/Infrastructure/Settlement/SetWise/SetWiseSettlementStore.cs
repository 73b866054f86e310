using TalkConnect.Application.Settlement;
using TalkConnect.Domain.Ledger;
using TalkConnect.Domain.Settlement;
using TalkConnect.Infrastructure.Persistence;

namespace TalkConnect.Infrastructure.Settlement.SetWise;

/// <summary>
/// Settles on MariaDB near the database's own speed: the domain decides each hold in memory, and the batch is written by a handful of
/// statements. It writes the same rows as <see cref="EfSettlementStore"/>.
/// </summary>
internal sealed class SetWiseSettlementStore(SetWiseCases cases, SetWiseWriter writer, UnitOfWork unitOfWork) : ISettlementStore
{
    public Task<SettledBatch> SettleAsync(IReadOnlyCollection<PaymentHoldId> holds, Func<SettlementCase, Settled?> settle) =>
        unitOfWork.RunAsync(
            async cancellationToken =>
            {
                var batch = new List<(SettlementCase Case, Settled Settled)>(holds.Count);
                var doubtful = new List<PaymentHold>();
                foreach (var settlement in await cases.OfHoldsAsync(holds, cancellationToken))
                {
                    // A place sold after the run completed its sessions: the next run completes this one first.
                    if (!settlement.IsRipe)
                    {
                        continue;
                    }

                    if (settle(settlement) is { } settled)
                    {
                        batch.Add((settlement, settled));
                    }
                    else
                    {
                        doubtful.Add(settlement.Hold);
                    }
                }

                if (batch.Count > 0)
                {
                    await writer.WriteAsync(batch, cancellationToken);

                    // A line's id is ours alone; a receipt would be there as well if another server had settled the hold meanwhile.
                    unitOfWork.WillHaveAdded<Transaction>(batch[0].Settled.Transactions[0].Id);
                }

                if (doubtful.Count > 0)
                {
                    await writer.LeaveToReviewAsync(doubtful, cancellationToken);
                }

                return new SettledBatch(batch.ConvertAll(one => one.Settled), doubtful.Count);
            },
            CancellationToken.None);
}
