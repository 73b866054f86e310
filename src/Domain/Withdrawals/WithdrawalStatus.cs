namespace TalkConnect.Domain.Withdrawals;

/// <summary>Where a withdrawal is in its life.</summary>
public enum WithdrawalStatus
{
    /// <summary>Asked for; the money has left the balance.</summary>
    Pending,

    /// <summary>An admin approved it; the bank is at work.</summary>
    Processing,

    /// <summary>The bank has paid. This is final.</summary>
    Completed,

    /// <summary>An admin refused it; the money is back.</summary>
    Rejected,

    /// <summary>The teacher took it back; the money is back.</summary>
    Cancelled,
}
