using TalkConnect.Domain.Common;

namespace TalkConnect.Domain.Withdrawals;

/// <summary>What the deployment allows.</summary>
/// <param name="MinimumAmount">The least that may be asked for (<c>Withdrawals:MinimumAmount</c>).</param>
/// <param name="MaximumOpen">How many may be pending or processing of one teacher; 0 for any number (<c>Withdrawals:MaximumOpen</c>).</param>
/// <param name="FourEyesAbove">Above it two different admins approve and complete; null for never (<c>Withdrawals:FourEyesAbove</c>).</param>
public sealed record WithdrawalRules(Money MinimumAmount, int MaximumOpen, Money? FourEyesAbove);
