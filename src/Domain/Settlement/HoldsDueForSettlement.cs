using TalkConnect.Domain.Common;

namespace TalkConnect.Domain.Settlement;

/// <summary>Held money whose time has come, the longest waiting first.</summary>
public sealed class HoldsDueForSettlement : Specification<PaymentHold>
{
    /// <summary>The holds to settle now.</summary>
    /// <param name="now">The time of the run.</param>
    /// <param name="inBackOff">Whether those that failed and wait for their next try are wanted too.</param>
    /// <param name="atMost">How many.</param>
    public HoldsDueForSettlement(DateTimeOffset now, bool inBackOff, int atMost)
    {
        Query.Where(hold => hold.Status == PaymentHoldStatus.Held).Where(hold => hold.DueAt <= now);
        if (!inBackOff)
        {
            Query.Where(hold => hold.NextTryAt == null || hold.NextTryAt <= now);
        }

        Query.OrderBy(hold => hold.DueAt).OrderBy(hold => hold.Id).Take(atMost);
    }
}
