using TalkConnect.Domain.Common;

namespace TalkConnect.Domain.Settlement;

/// <summary>Held money whose time has come, the longest waiting first.</summary>
public sealed class HoldsDueForSettlement : Specification<PaymentHold>
{
    /// <summary>The holds to settle now.</summary>
    /// <param name="now">The time of the run.</param>
    /// <param name="inBackOff">Whether those that failed and wait for their next try are wanted too.</param>
    /// <param name="afterDueAt">The due time of the last hold of the batch before; null for the first batch.</param>
    /// <param name="afterId">Its id.</param>
    /// <param name="atMost">How many.</param>
    public HoldsDueForSettlement(DateTimeOffset now, bool inBackOff, DateTimeOffset? afterDueAt, PaymentHoldId? afterId, int atMost)
    {
        Query.Where(hold => hold.Status == PaymentHoldStatus.Held).Where(hold => hold.DueAt <= now);
        if (!inBackOff)
        {
            Query.Where(hold => hold.NextTryAt == null || hold.NextTryAt <= now);
        }

        if (afterDueAt is { } dueAt && afterId is { } id)
        {
            Query.Where(hold => hold.DueAt > dueAt || (hold.DueAt == dueAt && hold.Id.CompareTo(id) > 0));
        }

        Query.OrderBy(hold => hold.DueAt).OrderBy(hold => hold.Id).Take(atMost);
    }
}
