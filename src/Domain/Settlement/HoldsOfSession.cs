using TalkConnect.Domain.Common;
using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Users;

namespace TalkConnect.Domain.Settlement;

/// <summary>All holds of a session, in the order in which they are locked.</summary>
public sealed class HoldsOfSession : Specification<PaymentHold>
{
    /// <summary>The holds of that session.</summary>
    public HoldsOfSession(SessionId sessionId) => Query.Where(hold => hold.SessionId == sessionId).OrderBy(hold => hold.Id);
}

/// <summary>A student's hold for a session.</summary>
public sealed class HoldOf : Specification<PaymentHold>
{
    /// <summary>The hold of that student for that session.</summary>
    public HoldOf(SessionId sessionId, UserId studentId) =>
        Query.Where(hold => hold.SessionId == sessionId).Where(hold => hold.StudentId == studentId);
}
