using TalkConnect.Application.Common;
using TalkConnect.Domain.Withdrawals;

namespace TalkConnect.Application.Withdrawals;

/// <summary>Only its teacher cancels a withdrawal; for others it is not there (<c>withdrawal_not_found</c>).</summary>
/// <param name="Id">The withdrawal.</param>
/// <param name="Actor">Who asks.</param>
public sealed record MayCancelWithdrawal(WithdrawalId Id, Actor Actor) : IAccessCheck;

/// <summary>An admin moves every withdrawal that is there, but for their own (<c>own_account</c>).</summary>
/// <param name="Id">The withdrawal.</param>
/// <param name="Actor">Who asks.</param>
public sealed record MayHandleWithdrawal(WithdrawalId Id, Actor Actor) : IAccessCheck;
