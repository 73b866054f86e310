using TalkConnect.Application.Common;
using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Purchases;
using TalkConnect.Domain.Settlement;
using TalkConnect.Domain.Users;

namespace TalkConnect.Application.Attendance;

/// <summary>Loads the people at a locked session, locked in the order holds, purchases, records.</summary>
internal sealed class RegisterLoader(
    IRepository<PaymentHold> holds, IRepository<SessionPurchase> purchases, IRepository<AttendanceRecord> records)
{
    /// <summary>Everybody: needed once a room has closed or the session is over.</summary>
    public async Task<SessionRegister> OfEverybodyAsync(CourseSession session, CancellationToken cancellationToken)
    {
        var held = await holds.LockAsync(new HoldsOfSession(session.Id), cancellationToken);
        var places = await purchases.LockAsync(new PurchasesOfSession(session.Id), cancellationToken);
        var present = await records.LockAsync(new AttendanceOfSession(session.Id), cancellationToken);
        return new SessionRegister(session, present, held, places);
    }

    /// <summary>One person, with a record that is opened when there is none.</summary>
    public async Task<(SessionRegister Register, AttendanceRecord Record)> OfPersonAsync(
        CourseSession session, UserId user, Func<AttendanceRecord> open, CancellationToken cancellationToken)
    {
        if (session.RoomEndings.Count > 0)
        {
            return await AmongEverybodyAsync(session, user, open, cancellationToken);
        }

        // While no room has closed, nobody else's stay bears on this person's.
        var held = await holds.LockAsync(new HoldOf(session.Id, user), cancellationToken);
        var places = await purchases.LockAsync(new PurchaseOf(session.Id, user), cancellationToken);
        var record = (await records.LockAsync(new AttendanceOf(session.Id, user), cancellationToken)).SingleOrDefault() ?? open();
        return (new SessionRegister(session, [record], held, places), record);
    }

    private async Task<(SessionRegister Register, AttendanceRecord Record)> AmongEverybodyAsync(
        CourseSession session, UserId user, Func<AttendanceRecord> open, CancellationToken cancellationToken)
    {
        var held = await holds.LockAsync(new HoldsOfSession(session.Id), cancellationToken);
        var places = await purchases.LockAsync(new PurchasesOfSession(session.Id), cancellationToken);
        var present = (await records.LockAsync(new AttendanceOfSession(session.Id), cancellationToken)).ToList();
        var record = present.Find(other => other.UserId == user);
        if (record is null)
        {
            record = open();
            present.Add(record);
        }

        return (new SessionRegister(session, present, held, places), record);
    }
}
