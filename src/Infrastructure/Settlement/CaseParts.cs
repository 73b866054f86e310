using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Purchases;
using TalkConnect.Domain.Settlement;
using TalkConnect.Domain.Users;
using TalkConnect.Infrastructure.Attendance;

namespace TalkConnect.Infrastructure.Settlement;

/// <summary>What the holds of a batch belong to, by its keys.</summary>
internal sealed record CaseParts(
    Dictionary<PurchaseId, SessionPurchase> Purchases,
    Dictionary<SessionId, CourseSession> Sessions,
    Dictionary<(SessionId, UserId), AttendanceRecord> Attendance,
    Dictionary<UserId, User> Users,
    NotHeard NotHeard)
{
    /// <summary>The cases of the holds.</summary>
    /// <exception cref="DomainException">Something that a hold cannot be without is missing (<c>incomplete_hold</c>).</exception>
    public IReadOnlyList<SettlementCase> Of(IEnumerable<PaymentHold> holds) => [.. holds.Select(hold => new SettlementCase(
        hold,
        Found(Purchases, hold.SessionPurchaseId, "purchase"),
        Found(Sessions, hold.SessionId, "session"),
        Attendance.GetValueOrDefault((hold.SessionId, hold.StudentId)),
        Attendance.GetValueOrDefault((hold.SessionId, hold.TeacherId)),
        Found(Users, hold.StudentId, "student"),
        Found(Users, hold.TeacherId, "teacher"))
    {
        BlindTimes = NotHeard.BlindTimes,
        StudentHadPass = NotHeard.Passes.Contains((hold.SessionId, hold.StudentId)),
        TeacherHadPass = NotHeard.Passes.Contains((hold.SessionId, hold.TeacherId)),
    })];

    private static T Found<TId, T>(Dictionary<TId, T> all, TId id, string what)
        where TId : notnull => all.TryGetValue(id, out var found)
        ? found
        : throw DomainException.Conflict("incomplete_hold", $"The {what} {id} of a hold is missing.");
}
