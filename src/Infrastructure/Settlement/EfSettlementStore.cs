using TalkConnect.Application.Common;
using TalkConnect.Application.Settlement;
using TalkConnect.Domain.Settlement;

namespace TalkConnect.Infrastructure.Settlement;

/// <summary>Settles through the model that both databases share, row by row.</summary>
internal sealed class EfSettlementStore(SettlementCases cases, IUnitOfWork unitOfWork) : ISettlementStore
{
    public Task<IReadOnlyList<Settled>> SettleAsync(IReadOnlyCollection<PaymentHoldId> holds, Func<SettlementCase, Settled> settle) =>
        unitOfWork.RunAsync<IReadOnlyList<Settled>>(
            async cancellationToken =>
            {
                var settled = new List<Settled>();
                foreach (var settlement in await cases.OfHoldsAsync(holds, cancellationToken))
                {
                    // A place sold after the run completed its sessions: the next run completes this one first.
                    if (settlement.IsRipe)
                    {
                        settled.Add(settle(settlement));
                        cases.Add(settled[^1]);
                    }
                }

                return settled;
            },
            CancellationToken.None);
}
