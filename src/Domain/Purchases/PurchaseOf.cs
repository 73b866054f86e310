using TalkConnect.Domain.Common;
using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Users;

namespace TalkConnect.Domain.Purchases;

/// <summary>A student's place in a session, in whatever state.</summary>
public sealed class PurchaseOf : Specification<SessionPurchase>
{
    /// <summary>The place of that student in that session.</summary>
    public PurchaseOf(SessionId sessionId, UserId studentId) =>
        Query.Where(purchase => purchase.SessionId == sessionId).Where(purchase => purchase.UserId == studentId);
}

/// <summary>All places of a session.</summary>
public sealed class PurchasesOfSession : Specification<SessionPurchase>
{
    /// <summary>The places of that session.</summary>
    public PurchasesOfSession(SessionId sessionId) =>
        Query.Where(purchase => purchase.SessionId == sessionId).OrderBy(purchase => purchase.Id);
}
