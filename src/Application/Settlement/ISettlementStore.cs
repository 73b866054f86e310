using TalkConnect.Application.Common;
using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Ledger;
using TalkConnect.Domain.Settlement;

namespace TalkConnect.Application.Settlement;

/// <summary>Settles due holds in batches: all they need is loaded in a fixed number of queries and written in one transaction.</summary>
public interface ISettlementStore
{
    /// <summary>
    /// Settles those of the holds that still wait, that nobody else is settling at this moment and whose session is over, in one transaction.
    /// </summary>
    /// <param name="holds">The batch.</param>
    /// <param name="settle">Lets the domain decide one hold; null where it left it to an admin.</param>
    /// <returns>What came of the batch. When it throws, nothing did.</returns>
    Task<SettledBatch> SettleAsync(IReadOnlyCollection<PaymentHoldId> holds, Func<SettlementCase, Settled?> settle);
}

/// <summary>What came of a batch.</summary>
/// <param name="Settled">What was settled.</param>
/// <param name="NeedsReview">How many holds now wait for an admin.</param>
public sealed record SettledBatch(IReadOnlyList<Settled> Settled, int NeedsReview);

/// <summary>Loads holds with all that their settlement looks at and changes, to settle them in the running unit of work.</summary>
public interface ISettlementCases
{
    /// <summary>Every unsettled hold of a session, locked.</summary>
    Task<IReadOnlyList<SettlementCase>> OfSessionAsync(CourseSession session, CancellationToken cancellationToken);

    /// <summary>One hold, whatever became of it, locked; null when there is none.</summary>
    Task<SettlementCase?> OfHoldAsync(PaymentHoldId id, CancellationToken cancellationToken);

    /// <summary>Adds what a settlement wrote.</summary>
    void Add(Settled settled);
}

/// <summary>Ids for settlements.</summary>
internal static class SettlementIdSource
{
    public static SettlementIds ForSettlement(this IIds ids) => new(ids.New<TransactionId>(), ids.New<TransactionId>(), ids.New<TransactionId>());
}
