using TalkConnect.Application.Common;
using TalkConnect.Application.Settlement;
using TalkConnect.Domain.Settlement;

namespace TalkConnect.Infrastructure.Settlement;

/// <summary>Settles through the model that both databases share, row by row.</summary>
internal sealed class EfSettlementStore(SettlementCases cases, IUnitOfWork unitOfWork) : ISettlementStore
{
    public Task<SettledBatch> SettleAsync(IReadOnlyCollection<PaymentHoldId> holds, Func<SettlementCase, Settled?> settle) =>
        unitOfWork.RunAsync(
            async cancellationToken =>
            {
                var settled = new List<Settled>();
                var needsReview = 0;
                foreach (var settlement in await cases.OfHoldsAsync(holds, cancellationToken))
                {
                    // A place sold after the run completed its sessions: the next run completes this one first.
                    if (!settlement.IsRipe)
                    {
                        continue;
                    }

                    if (settle(settlement) is { } one)
                    {
                        settled.Add(one);
                        cases.Add(one);
                    }
                    else
                    {
                        needsReview++;
                    }
                }

                return new SettledBatch(settled, needsReview);
            },
            CancellationToken.None);
}
