using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Purchases;
using TalkConnect.Domain.Settlement;
using TalkConnect.Domain.Users;

namespace TalkConnect.Application.Attendance;

/// <summary>The sessions that something was heard of, with the people concerned and their money: all of it locked.</summary>
/// <param name="sessions">The sessions.</param>
/// <param name="holds">The holds of those who were heard of; where a room has closed, of everybody in the session.</param>
/// <param name="purchases">Their purchases.</param>
/// <param name="records">Their attendance so far.</param>
/// <param name="users">Who of those who were heard of is a user of ours.</param>
/// <param name="heardBefore">Which of the events were heard before.</param>
public sealed class RollCall(
    IReadOnlyCollection<CourseSession> sessions,
    IReadOnlyCollection<PaymentHold> holds,
    IReadOnlyCollection<SessionPurchase> purchases,
    IReadOnlyCollection<AttendanceRecord> records,
    IReadOnlySet<UserId> users,
    IReadOnlySet<string> heardBefore)
{
    private readonly Dictionary<(CourseId, int), CourseSession> _sessions =
        sessions.ToDictionary(session => (session.CourseId, session.SessionNumber));

    private readonly ILookup<SessionId, PaymentHold> _holds = holds.ToLookup(hold => hold.SessionId);
    private readonly ILookup<SessionId, SessionPurchase> _purchases = purchases.ToLookup(purchase => purchase.SessionId);
    private readonly Dictionary<SessionId, List<AttendanceRecord>> _records =
        records.GroupBy(record => record.SessionId).ToDictionary(group => group.Key, group => group.ToList());

    private readonly List<AttendanceRecord> _opened = [];

    /// <summary>Records of people who were heard of for the first time.</summary>
    public IReadOnlyCollection<AttendanceRecord> Opened => _opened;

    /// <summary>The session that a room's name stands for; null when there is none.</summary>
    public CourseSession? SessionOf(RoomName room) => _sessions.GetValueOrDefault((room.CourseId, room.SessionNumber));

    /// <summary>Whether that event was heard before.</summary>
    public bool Heard(string eventId) => heardBefore.Contains(eventId);

    /// <summary>Whether that is a user of ours.</summary>
    public bool Knows(UserId user) => users.Contains(user);

    /// <summary>Everybody: needed once a room has closed or the session is over.</summary>
    public SessionRegister Everybody(CourseSession session) =>
        new(session, RecordsOf(session.Id), [.. _holds[session.Id]], [.. _purchases[session.Id]]);

    /// <summary>One person, with a record that is opened when there is none and kept when it hears something.</summary>
    public (SessionRegister Register, AttendanceRecord Record) Person(CourseSession session, UserId user, Func<AttendanceRecord> open)
    {
        var present = RecordsOf(session.Id);
        var record = present.Find(other => other.UserId == user) ?? open();
        if (session.RoomEndings.Count > 0)
        {
            return (new SessionRegister(session, [.. present.Where(other => other != record), record], [.. _holds[session.Id]], [.. _purchases[session.Id]]), record);
        }

        // While no room has closed, nobody else's stay bears on this person's.
        var register = new SessionRegister(
            session,
            [record],
            [.. _holds[session.Id].Where(hold => hold.StudentId == user)],
            [.. _purchases[session.Id].Where(purchase => purchase.UserId == user)]);
        return (register, record);
    }

    /// <summary>Keeps a record that was opened.</summary>
    public void Keep(AttendanceRecord record)
    {
        var present = RecordsOf(record.SessionId);
        if (!present.Contains(record))
        {
            present.Add(record);
            _opened.Add(record);
        }
    }

    private List<AttendanceRecord> RecordsOf(SessionId session) =>
        _records.TryGetValue(session, out var present) ? present : _records[session] = [];
}

/// <summary>Takes roll calls, and keeps what came of them.</summary>
public interface IRollCalls
{
    /// <summary>Locks the sessions of the rooms and the holds of those who are concerned, in this order, which keeps purchases and records as they are too.</summary>
    /// <param name="eventIds">The events, to be looked for among those that were heard before.</param>
    /// <param name="heard">What they bear on.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    Task<RollCall> TakeAsync(IReadOnlyCollection<string> eventIds, IReadOnlyCollection<HeardInRoom> heard, CancellationToken cancellationToken);

    /// <summary>Keeps the events and all that changed; an event's id is unique, so of two deliveries at once one starts again and finds the other.</summary>
    Task KeepAsync(RollCall rollCall, IReadOnlyCollection<WebhookEvent> heard, CancellationToken cancellationToken);
}

/// <summary>An event that bears on a session of ours, if there is one.</summary>
/// <param name="Room">The room.</param>
/// <param name="Person">Who came or left; null when the room closed, or when it was nobody who could be a user of ours.</param>
/// <param name="Closed">Whether it bears on everybody in the session: the room opened or closed, or was looked into.</param>
public sealed record HeardInRoom(RoomName Room, UserId? Person, bool Closed);
