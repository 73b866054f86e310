using TalkConnect.Domain.Settlement;

namespace TalkConnect.Infrastructure.Settlement;

/// <summary>Holds by what has become of their money. States are listed and not excluded: that is what the indexes begin with.</summary>
internal static class HoldStates
{
    public static IQueryable<PaymentHold> Settled(this IQueryable<PaymentHold> holds) =>
        holds.Where(hold => hold.Status == PaymentHoldStatus.Released || hold.Status == PaymentHoldStatus.Refunded);

    public static IQueryable<PaymentHold> Unsettled(this IQueryable<PaymentHold> holds) => holds.Where(hold =>
        hold.Status == PaymentHoldStatus.Held || hold.Status == PaymentHoldStatus.Disputed || hold.Status == PaymentHoldStatus.NeedsReview);
}
