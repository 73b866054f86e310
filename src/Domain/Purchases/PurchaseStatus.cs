namespace TalkConnect.Domain.Purchases;

/// <summary>Where a bought place is in its life.</summary>
public enum PurchaseStatus
{
    /// <summary>Paid; the money is held.</summary>
    Active,

    /// <summary>The teacher was paid.</summary>
    Completed,

    /// <summary>The student has the money back.</summary>
    Refunded,
}
