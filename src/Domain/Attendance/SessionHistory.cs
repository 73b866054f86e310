using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Purchases;
using TalkConnect.Domain.Settlement;
using TalkConnect.Domain.Users;

namespace TalkConnect.Domain.Attendance;

/// <summary>A session with all that is stored of it, at one moment.</summary>
/// <param name="Session">The session.</param>
/// <param name="Records">Everybody's attendance.</param>
/// <param name="Holds">Every hold.</param>
/// <param name="Purchases">Every purchase.</param>
/// <param name="Events">Every webhook that was heard of its rooms.</param>
/// <param name="Users">Who of those whom the webhooks name is a user of ours, and since when.</param>
public sealed record SessionHistory(
    CourseSession Session,
    IReadOnlyList<AttendanceRecord> Records,
    IReadOnlyList<PaymentHold> Holds,
    IReadOnlyList<SessionPurchase> Purchases,
    IReadOnlyList<WebhookEvent> Events,
    IReadOnlyDictionary<UserId, DateTimeOffset> Users);
