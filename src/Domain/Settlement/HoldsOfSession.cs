using TalkConnect.Domain.Common;
using TalkConnect.Domain.Courses;

namespace TalkConnect.Domain.Settlement;

/// <summary>All holds of a session, in the order in which they are locked.</summary>
public sealed class HoldsOfSession : Specification<PaymentHold>
{
    /// <summary>The holds of that session.</summary>
    public HoldsOfSession(SessionId sessionId) => Query.Where(hold => hold.SessionId == sessionId).OrderBy(hold => hold.Id);
}
