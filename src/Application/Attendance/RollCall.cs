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
/// <param name="heardBefore">Which of the events were heard before, as far as anybody looked.</param>
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
    private readonly Dictionary<string, WebhookEvent> _stored = new(StringComparer.Ordinal);

    /// <summary>Records of people who were heard of for the first time.</summary>
    public IReadOnlyCollection<AttendanceRecord> Opened => _opened;

    /// <summary>The events that were heard for the first time.</summary>
    public IReadOnlyCollection<WebhookEvent> Stored => _stored.Values;

    /// <summary>The session that a room's name stands for; null when there is none.</summary>
    public CourseSession? SessionOf(RoomName room) => _sessions.GetValueOrDefault((room.CourseId, room.SessionNumber));

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

    /// <summary>Stores an event.</summary>
    /// <returns>False when it was heard before. Where that comes out only when it is kept, all of this is thrown away and asked again.</returns>
    public bool Store(WebhookEvent heard) => !heardBefore.Contains(heard.Id) && _stored.TryAdd(heard.Id, heard);

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
    /// <summary>
    /// In one transaction, which is run again as a whole when it loses a race: locks the sessions of the rooms and the holds of those who are concerned,
    /// in this order, which keeps purchases and records as they are too; lets something follow; and keeps the events and all that changed.
    /// </summary>
    /// <remarks>An event's id is unique, so of two deliveries at once one starts again and finds the other.</remarks>
    /// <param name="eventIds">The events, of which none is heard twice.</param>
    /// <param name="heard">What they bear on.</param>
    /// <param name="follow">What comes of it; it may be asked several times.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <returns>What followed, once it is committed.</returns>
    Task<TAnswer> TakeAsync<TAnswer>(
        IReadOnlyCollection<string> eventIds, IReadOnlyCollection<HeardInRoom> heard, Func<RollCall, TAnswer> follow, CancellationToken cancellationToken);
}

/// <summary>An event that bears on a session of ours, if there is one.</summary>
/// <param name="Room">The room.</param>
/// <param name="Person">Who came or left; null when the room closed, or when it was nobody who could be a user of ours.</param>
/// <param name="OfEverybody">Whether it bears on everybody in the session: the room opened or closed, or was looked into.</param>
public sealed record HeardInRoom(RoomName Room, UserId? Person, bool OfEverybody);
