using System.Data.Common;
using MySqlConnector;
using TalkConnect.Application.Attendance;
using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Purchases;
using TalkConnect.Domain.Settlement;
using TalkConnect.Domain.Users;
using TalkConnect.Infrastructure.Persistence;
using TalkConnect.Infrastructure.Persistence.SetWise;

namespace TalkConnect.Infrastructure.Attendance;

/// <summary>Takes roll calls on MariaDB with a fixed number of statements, however many events share them, and without tracking what it loads.</summary>
/// <remarks>It keeps the same rows as <see cref="EfRollCalls"/>. Each row is found by its key: nothing may be locked that nobody asked for.</remarks>
internal sealed class SetWiseRollCalls(TalkConnectDbContext db, UnitOfWork unitOfWork, RepeatedEvents repeated) : IRollCalls
{
    private const int DuplicateKey = 1062;

    private readonly RowReader<CourseSession> _sessions = RowReader<CourseSession>.For(db);
    private readonly RowReader<PaymentHold> _holds = RowReader<PaymentHold>.For(db);
    private readonly RowReader<SessionPurchase> _purchases = RowReader<SessionPurchase>.For(db);
    private readonly RowReader<AttendanceRecord> _records = RowReader<AttendanceRecord>.For(db);

    public Task<TAnswer> TakeAsync<TAnswer>(
        IReadOnlyCollection<string> eventIds, IReadOnlyCollection<HeardInRoom> heard, Func<RollCall, TAnswer> follow, CancellationToken cancellationToken)
    {
        var isFirst = true;
        return unitOfWork.RepeatAsync<TAnswer>(
            async _ =>
            {
                // An earlier attempt may have been committed without an answer: then the events are there, and only by asking for them that is found out.
                if (isFirst && !repeated.AreLikely)
                {
                    isFirst = false;
                    try
                    {
                        return await AttemptAsync(eventIds, heard, follow, asks: false, cancellationToken);
                    }
                    catch (MySqlException error) when (error.Number == DuplicateKey)
                    {
                        repeated.Notice();
                    }
                }

                return await AttemptAsync(eventIds, heard, follow, asks: true, cancellationToken);
            },
            cancellationToken);
    }

    private async Task<TAnswer> AttemptAsync<TAnswer>(
        IReadOnlyCollection<string> eventIds, IReadOnlyCollection<HeardInRoom> heard, Func<RollCall, TAnswer> follow, bool asks, CancellationToken cancellationToken)
    {
        var found = new Found();
        var rooms = OfRooms(heard, found);
        await using var transaction = await ShortTransaction.BeginAsync(db, unitOfWork, asks ? OfEvents(eventIds, found) : rooms, cancellationToken);
        if (asks)
        {
            await transaction.AskAsync([rooms], cancellationToken);
        }

        // Once a room has closed, each stay bears on whether the session is over; before that, nobody else's matters.
        var closed = heard.Where(one => one.Closed).Select(one => (one.Room.CourseId, one.Room.SessionNumber)).ToHashSet();
        var everybody = found.Sessions.Values
            .Where(session => session.RoomEndings.Count > 0 || closed.Contains((session.CourseId, session.SessionNumber)))
            .Select(session => session.Id)
            .ToHashSet();
        if (everybody.Count > 0)
        {
            await transaction.AskAsync(OfEverybody(everybody, found), cancellationToken);
        }

        List<Change> loaded = [
            .. found.Sessions.Values.Select(Change.Of), .. found.Holds.Select(Change.Of), .. found.Purchases.Select(Change.Of), .. found.Records.Select(Change.Of)];
        var rollCall = new RollCall(found.Sessions.Values, found.Holds, found.Purchases, found.Records, found.Users, found.HeardBefore);
        var answer = follow(rollCall);
        await transaction.CommitAsync(Statements(rollCall, [.. loaded.Where(one => one.IsChanged).Select(one => one.Entity)]));
        return answer;
    }

    private static IEnumerable<string> Statements(RollCall rollCall, IReadOnlyList<object> changed)
    {
        if (rollCall.Stored.Count > 0)
        {
            yield return AttendanceRows.Events(rollCall.Stored);
        }

        if (changed.OfType<AttendanceRecord>().Concat(rollCall.Opened).ToList() is { Count: > 0 } records)
        {
            yield return AttendanceRows.Records(records);
        }

        if (changed.OfType<SessionPurchase>().ToList() is { Count: > 0 } purchases)
        {
            yield return AttendanceRows.Purchases(purchases);
        }

        foreach (var statement in changed.OfType<CourseSession>().Select(AttendanceRows.Session).Concat(changed.OfType<PaymentHold>().Select(AttendanceRows.Hold)))
        {
            yield return statement;
        }
    }

    private static Question OfEvents(IReadOnlyCollection<string> eventIds, Found found) => new(
        """
        SELECT e.id FROM JSON_TABLE(@events, '$[*]' COLUMNS (id varchar(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$')) wanted
        STRAIGHT_JOIN webhook_events e FORCE INDEX (PRIMARY) ON e.id = wanted.id
        """,
        ("@events", SetWiseSql.Json(eventIds)),
        row => found.HeardBefore.Add(row.GetString(0)));

    /// <summary>One question for all: each row is found by its key, and the rooms come in their order, in which sessions and holds are locked.</summary>
    private Question OfRooms(IReadOnlyCollection<HeardInRoom> heard, Found found)
    {
        var rooms = heard.Select(one => (one.Room.CourseId, one.Room.SessionNumber, one.Person?.Value)).Distinct().Order()
            .Select(one => new object?[] { one.CourseId.Value, one.SessionNumber, one.Value });
        return new Question(
            $"""
            SELECT {_sessions.Columns("c")}, {_holds.Columns("h")}, {_purchases.Columns("p")}, {_records.Columns("a")},
                IF(h.id IS NOT NULL OR a.id IS NOT NULL, wanted.user_id, (SELECT u.id FROM users u WHERE u.id = wanted.user_id))
            FROM JSON_TABLE(@rooms, '$[*]' COLUMNS (
                course_id varchar(36) CHARACTER SET ascii COLLATE ascii_bin PATH '$[0]', session_number int PATH '$[1]',
                user_id varchar(36) CHARACTER SET ascii COLLATE ascii_bin PATH '$[2]')) wanted
            STRAIGHT_JOIN course_sessions c FORCE INDEX (IX_course_sessions_course_id_session_number)
                ON c.course_id = wanted.course_id AND c.session_number = wanted.session_number
            LEFT JOIN payment_holds h FORCE INDEX (IX_payment_holds_session_id_student_id) ON h.session_id = c.id AND h.student_id = wanted.user_id
            LEFT JOIN session_purchases p FORCE INDEX (IX_session_purchases_session_id_user_id) ON p.session_id = c.id AND p.user_id = wanted.user_id
            LEFT JOIN attendance_records a FORCE INDEX (IX_attendance_records_session_id_user_id) ON a.session_id = c.id AND a.user_id = wanted.user_id
            FOR UPDATE
            """,
            ("@rooms", SetWiseSql.JsonOf(rooms)),
            row => Read(row, found));
    }

    private void Read(DbDataReader row, Found found)
    {
        var id = SessionId.From(row.GetString(0));
        if (!found.Sessions.ContainsKey(id))
        {
            found.Sessions.Add(id, _sessions.Read(row, 0)!);
        }

        var next = _sessions.Width;
        AddTo(found.Holds, _holds.Read(row, next));
        AddTo(found.Purchases, _purchases.Read(row, next += _holds.Width));
        AddTo(found.Records, _records.Read(row, next += _purchases.Width));
        next += _records.Width;
        if (!row.IsDBNull(next))
        {
            found.Users.Add(UserId.From(row.GetString(next)));
        }
    }

    private List<Question> OfEverybody(HashSet<SessionId> sessions, Found found)
    {
        found.Holds.RemoveAll(hold => sessions.Contains(hold.SessionId));
        found.Purchases.RemoveAll(purchase => sessions.Contains(purchase.SessionId));
        found.Records.RemoveAll(record => sessions.Contains(record.SessionId));
        const string Wanted = "FROM JSON_TABLE(@sessions, '$[*]' COLUMNS (id varchar(36) CHARACTER SET ascii COLLATE ascii_bin PATH '$')) wanted STRAIGHT_JOIN";
        var parameter = ("@sessions", SetWiseSql.Json(sessions));
        return
        [
            new(
                $"SELECT {_holds.Columns("h")} {Wanted} payment_holds h FORCE INDEX (IX_payment_holds_session_id_student_id) ON h.session_id = wanted.id FOR UPDATE",
                parameter,
                row => found.Holds.Add(_holds.Read(row, 0)!)),
            new(
                $"SELECT {_purchases.Columns("p")} {Wanted} session_purchases p FORCE INDEX (IX_session_purchases_session_id_user_id) ON p.session_id = wanted.id FOR UPDATE",
                parameter,
                row => found.Purchases.Add(_purchases.Read(row, 0)!)),
            new(
                $"SELECT {_records.Columns("a")} {Wanted} attendance_records a FORCE INDEX (IX_attendance_records_session_id_user_id) ON a.session_id = wanted.id FOR UPDATE",
                parameter,
                row => found.Records.Add(_records.Read(row, 0)!)),
        ];
    }

    private static void AddTo<T>(List<T> all, T? one)
        where T : class
    {
        if (one is not null)
        {
            all.Add(one);
        }
    }

    /// <summary>What the questions found.</summary>
    private sealed class Found
    {
        public Dictionary<SessionId, CourseSession> Sessions { get; } = [];

        public List<PaymentHold> Holds { get; } = [];

        public List<SessionPurchase> Purchases { get; } = [];

        public List<AttendanceRecord> Records { get; } = [];

        public HashSet<UserId> Users { get; } = [];

        public HashSet<string> HeardBefore { get; } = new(StringComparer.Ordinal);
    }

    /// <summary>Something that was loaded, and whether an event has changed it since.</summary>
    private sealed class Change(object entity, Func<bool> isChanged)
    {
        public object Entity => entity;

        public bool IsChanged => isChanged();

        public static Change Of(CourseSession session) =>
            From(session, () => (session.Status, session.CompletedAt, session.CompletedByClock, session.RoomEndings, session.RoomStarts));

        public static Change Of(PaymentHold hold) => From(hold, () => (hold.DueAt, hold.RevenueAt));

        public static Change Of(SessionPurchase purchase) => From(purchase, () => (purchase.Attended, purchase.AttendanceDurationMinutes));

        public static Change Of(AttendanceRecord record)
        {
            var (connections, sightings, stays, status) = (record.Connections, record.Sightings, record.Intervals, record.Status);
            return new Change(record, () => connections != record.Connections || status != record.Status
                || !sightings.SequenceEqual(record.Sightings) || !stays.SequenceEqual(record.Intervals, SameStay.Comparer));
        }

        private static Change From<T>(object entity, Func<T> state)
            where T : struct
        {
            var before = state();
            return new Change(entity, () => !before.Equals(state()));
        }
    }

    /// <summary>Two stays are the same if they say the same, in whatever list their events stand.</summary>
    private sealed class SameStay : IEqualityComparer<AttendanceInterval>
    {
        public static readonly SameStay Comparer = new();

        public bool Equals(AttendanceInterval? left, AttendanceInterval? right) =>
            left! with { EventIds = [] } == right! with { EventIds = [] } && left.EventIds.SequenceEqual(right.EventIds, StringComparer.Ordinal);

        public int GetHashCode(AttendanceInterval stay) => stay.JoinedAt.GetHashCode();
    }
}
