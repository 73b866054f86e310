using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Purchases;
using TalkConnect.Domain.Settlement;
using TalkConnect.Domain.Users;

namespace TalkConnect.Domain.Attendance;

/// <summary>A session with the people who were at it and their money, so that all of it follows what was heard.</summary>
/// <param name="session">The session.</param>
/// <param name="records">The attendance of those concerned; of everybody when a room has closed or the session is over.</param>
/// <param name="holds">Their holds.</param>
/// <param name="purchases">Their purchases.</param>
public sealed class SessionRegister(
    CourseSession session,
    IReadOnlyCollection<AttendanceRecord> records,
    IReadOnlyCollection<PaymentHold> holds,
    IReadOnlyCollection<SessionPurchase> purchases)
{
    /// <summary>Whether this person is the session's teacher or a purchaser: only they start and reopen it.</summary>
    public bool IsParticipant(UserId user) => user == session.TeacherId || purchases.Any(purchase => purchase.UserId == user);

    /// <summary>Whether the person's hold has settled: then their attendance is final.</summary>
    public bool IsFinal(UserId user) => holds.Any(hold => hold.StudentId == user && hold.IsSettled);

    /// <summary>Takes in a look into one of the session's rooms: who was there, and who was not any more.</summary>
    /// <param name="room">The room.</param>
    /// <param name="seen">Who was there.</param>
    /// <param name="at">When.</param>
    public void See(RoomName room, ILookup<UserId, SeenInRoom> seen, DateTimeOffset at)
    {
        foreach (var record in records.Where(record => !IsFinal(record.UserId)))
        {
            record.Look(room.ToString(), [.. seen[record.UserId]], at);
        }
    }

    /// <summary>Lets the session, the attendance, the purchases and the due times follow what was heard.</summary>
    public void Reconcile(AttendanceRules rules, SessionTiming timing)
    {
        session.Follow(
            [.. records.SelectMany(record => record.Presences(session, IsParticipant(record.UserId)))],
            holds.Any(hold => hold.IsSettled),
            timing);

        // A leave that does not say when the stay began is no presence, and tells all the same that somebody was there.
        if (records.Any(record => IsParticipant(record.UserId) && record.Entered))
        {
            session.Start();
        }

        foreach (var record in records.Where(record => !IsFinal(record.UserId)))
        {
            record.Reckon(session, rules);
            purchases.FirstOrDefault(purchase => purchase.UserId == record.UserId)?.Follow(record);
        }

        foreach (var hold in holds)
        {
            hold.FallDue(timing.DueAt(session));
        }
    }
}
