using TalkConnect.Application.Settlement;
using TalkConnect.Domain.Settlement;
using TalkConnect.Infrastructure.Persistence;

namespace TalkConnect.Infrastructure.Settlement.SetWise;

/// <summary>
/// Settles on MariaDB near the database's own speed: the domain decides each hold in memory, and the batch is written by a handful of
/// statements. It writes the same rows as <see cref="EfSettlementStore"/>.
/// </summary>
internal sealed class SetWiseSettlementStore(SetWiseCases cases, SetWiseWriter writer, UnitOfWork unitOfWork) : ISettlementStore
{
    public Task<IReadOnlyList<Settled>> SettleAsync(IReadOnlyCollection<PaymentHoldId> holds, Func<SettlementCase, Settled> settle) =>
        unitOfWork.RunAsync<IReadOnlyList<Settled>>(
            async cancellationToken =>
            {
                var batch = new List<(SettlementCase Case, Settled Settled)>(holds.Count);
                foreach (var settlement in await cases.OfHoldsAsync(holds, cancellationToken))
                {
                    // A place sold after the run completed its sessions: the next run completes this one first.
                    if (settlement.IsRipe)
                    {
                        batch.Add((settlement, settle(settlement)));
                    }
                }

                if (batch.Count > 0)
                {
                    await writer.WriteAsync(batch, cancellationToken);
                    unitOfWork.WillHaveAdded<Receipt>(batch[0].Case.Hold.Id);
                }

                return batch.ConvertAll(one => one.Settled);
            },
            CancellationToken.None);
}
