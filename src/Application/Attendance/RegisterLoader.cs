using TalkConnect.Application.Common;
using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Purchases;
using TalkConnect.Domain.Settlement;

namespace TalkConnect.Application.Attendance;

/// <summary>Loads the people at a locked session, locked in the order holds, purchases, records.</summary>
internal sealed class RegisterLoader(
    IRepository<PaymentHold> holds, IRepository<SessionPurchase> purchases, IRepository<AttendanceRecord> records)
{
    /// <summary>Everybody: the session is over.</summary>
    public async Task<SessionRegister> OfEverybodyAsync(CourseSession session, CancellationToken cancellationToken)
    {
        var held = await holds.LockAsync(new HoldsOfSession(session.Id), cancellationToken);
        var places = await purchases.LockAsync(new PurchasesOfSession(session.Id), cancellationToken);
        var present = await records.LockAsync(new AttendanceOfSession(session.Id), cancellationToken);
        return new SessionRegister(session, present, held, places);
    }
}
