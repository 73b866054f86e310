using TalkConnect.Domain.Common;
using TalkConnect.Domain.Users;

namespace TalkConnect.Domain.Settlement;

/// <summary>How an admin settles a hold that waits for one.</summary>
/// <param name="ToTeacher">What the teacher is to get, before the commission; the student gets the rest.</param>
/// <param name="AdminId">The admin.</param>
/// <param name="Reason">Why, in the admin's words; 1 to <see cref="PaymentHold.MaxReasonLength"/> characters.</param>
public sealed record Resolution(Money ToTeacher, UserId AdminId, string Reason)
{
    /// <summary>All to the teacher.</summary>
    public static Resolution Release(PaymentHold hold, UserId admin, string reason) => new(hold.Amount, admin, reason);

    /// <summary>All to the student.</summary>
    public static Resolution Refund(UserId admin, string reason) => new(Money.Zero, admin, reason);

    /// <summary>A part to each.</summary>
    /// <exception cref="DomainException">A part is not more than nothing (<c>invalid_split</c>).</exception>
    public static Resolution Split(PaymentHold hold, Money toTeacher, UserId admin, string reason) =>
        toTeacher > Money.Zero && toTeacher < hold.Amount
            ? new Resolution(toTeacher, admin, reason)
            : throw SettlementErrors.InvalidSplit(hold);
}
