using TalkConnect.Domain.Common;

namespace TalkConnect.Domain.Purchases;

/// <summary>Why a place is not sold.</summary>
public static class PurchaseErrors
{
    /// <summary>The student has a place in the session, or had one.</summary>
    public static DomainException AlreadyPurchased() =>
        DomainException.Conflict("already_purchased", "You have already bought a place in this session.");

    /// <summary>A teacher would pay themselves.</summary>
    public static DomainException OwnSession() =>
        DomainException.Forbidden("own_session", "A teacher cannot buy a place in their own session.");
}
