using System.Data.Common;
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
internal sealed class SetWiseRollCalls(TalkConnectDbContext db, UnitOfWork unitOfWork) : IRollCalls
{
    private readonly RowReader<CourseSession> _sessions = RowReader<CourseSession>.For(db);
    private readonly RowReader<PaymentHold> _holds = RowReader<PaymentHold>.For(db);
    private readonly RowReader<SessionPurchase> _purchases = RowReader<SessionPurchase>.For(db);
    private readonly RowReader<AttendanceRecord> _records = RowReader<AttendanceRecord>.For(db);
    private IReadOnlyList<Change> _loaded = [];

    public async Task<RollCall> TakeAsync(IReadOnlyCollection<string> eventIds, IReadOnlyCollection<HeardInRoom> heard, CancellationToken cancellationToken)
    {
        var found = new Found();
        await AskAsync(found, eventIds, heard, cancellationToken);

        // Once a room has closed, each stay bears on whether the session is over; before that, nobody else's matters.
        var closed = heard.Where(one => one.Closed).Select(one => (one.Room.CourseId, one.Room.SessionNumber)).ToHashSet();
        var everybody = found.Sessions.Values
            .Where(session => session.RoomEndings.Count > 0 || closed.Contains((session.CourseId, session.SessionNumber)))
            .Select(session => session.Id)
            .ToHashSet();
        if (everybody.Count > 0)
        {
            await AskForEverybodyAsync(found, everybody, cancellationToken);
        }

        _loaded = [
            .. found.Sessions.Values.Select(Change.Of), .. found.Holds.Select(Change.Of), .. found.Purchases.Select(Change.Of), .. found.Records.Select(Change.Of)];
        return new RollCall(found.Sessions.Values, found.Holds, found.Purchases, found.Records, found.Users, found.HeardBefore);
    }

    public async Task KeepAsync(RollCall rollCall, IReadOnlyCollection<WebhookEvent> heard, CancellationToken cancellationToken)
    {
        var statements = new List<string>();
        if (heard.Count > 0)
        {
            statements.Add(AttendanceRows.Events(heard));
            unitOfWork.WillHaveAdded<WebhookEvent>(heard.First().Id);
        }

        var changed = _loaded.Where(loaded => loaded.IsChanged).Select(loaded => loaded.Entity).ToList();
        var records = changed.OfType<AttendanceRecord>().Concat(rollCall.Opened).ToList();
        if (records.Count > 0)
        {
            statements.Add(AttendanceRows.Records(records));
        }

        if (changed.OfType<SessionPurchase>().ToList() is { Count: > 0 } purchases)
        {
            statements.Add(AttendanceRows.Purchases(purchases));
        }

        statements.AddRange(changed.OfType<CourseSession>().Select(AttendanceRows.Session));
        statements.AddRange(changed.OfType<PaymentHold>().Select(AttendanceRows.Hold));
        if (statements.Count > 0)
        {
            await db.RunAsync(string.Join(";\n", statements), null, cancellationToken);
        }
    }

    /// <summary>One question for all: each row is found by its key, and the rooms come in their order, in which sessions and holds are locked.</summary>
    private Task AskAsync(Found found, IReadOnlyCollection<string> eventIds, IReadOnlyCollection<HeardInRoom> heard, CancellationToken cancellationToken)
    {
        var rooms = heard.Select(one => (one.Room.CourseId, one.Room.SessionNumber, one.Person?.Value)).Distinct().Order()
            .Select(one => new object?[] { one.CourseId.Value, one.SessionNumber, one.Value });
        return db.AskAsync(
            $"""
            SELECT e.id FROM JSON_TABLE(@events, '$[*]' COLUMNS (id varchar(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$')) wanted
            STRAIGHT_JOIN webhook_events e FORCE INDEX (PRIMARY) ON e.id = wanted.id;
            SELECT u.id FROM JSON_TABLE(@people, '$[*]' COLUMNS (id varchar(36) CHARACTER SET ascii COLLATE ascii_bin PATH '$')) wanted
            STRAIGHT_JOIN users u FORCE INDEX (PRIMARY) ON u.id = wanted.id;
            SELECT {_sessions.Columns("c")}, {_holds.Columns("h")}, {_purchases.Columns("p")}, {_records.Columns("a")}
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
            [
                ("@events", SetWiseSql.Json(eventIds)),
                ("@people", SetWiseSql.Json(heard.Select(one => one.Person).OfType<UserId>().Distinct())),
                ("@rooms", SetWiseSql.JsonOf(rooms)),
            ],
            async reader =>
            {
                found.HeardBefore.UnionWith(await IdsAsync(reader, cancellationToken));
                await reader.NextResultAsync(cancellationToken);
                found.Users.UnionWith((await IdsAsync(reader, cancellationToken)).Select(UserId.From));
                await reader.NextResultAsync(cancellationToken);
                while (await reader.ReadAsync(cancellationToken))
                {
                    Read(reader, found);
                }
            },
            cancellationToken);
    }

    private void Read(DbDataReader reader, Found found)
    {
        var id = SessionId.From(reader.GetString(0));
        if (!found.Sessions.ContainsKey(id))
        {
            found.Sessions.Add(id, _sessions.Read(reader, 0)!);
        }

        var first = _sessions.Width;
        AddTo(found.Holds, _holds.Read(reader, first));
        AddTo(found.Purchases, _purchases.Read(reader, first += _holds.Width));
        AddTo(found.Records, _records.Read(reader, first + _purchases.Width));
    }

    private async Task AskForEverybodyAsync(Found found, HashSet<SessionId> sessions, CancellationToken cancellationToken)
    {
        found.Holds.RemoveAll(hold => sessions.Contains(hold.SessionId));
        found.Purchases.RemoveAll(purchase => sessions.Contains(purchase.SessionId));
        found.Records.RemoveAll(record => sessions.Contains(record.SessionId));
        const string Wanted = "FROM JSON_TABLE(@sessions, '$[*]' COLUMNS (id varchar(36) CHARACTER SET ascii COLLATE ascii_bin PATH '$')) wanted STRAIGHT_JOIN";
        await db.AskAsync(
            $"""
            SELECT {_holds.Columns("h")} {Wanted} payment_holds h FORCE INDEX (IX_payment_holds_session_id_student_id) ON h.session_id = wanted.id FOR UPDATE;
            SELECT {_purchases.Columns("p")} {Wanted} session_purchases p FORCE INDEX (IX_session_purchases_session_id_user_id) ON p.session_id = wanted.id FOR UPDATE;
            SELECT {_records.Columns("a")} {Wanted} attendance_records a FORCE INDEX (IX_attendance_records_session_id_user_id) ON a.session_id = wanted.id FOR UPDATE
            """,
            [("@sessions", SetWiseSql.Json(sessions))],
            async reader =>
            {
                found.Holds.AddRange(await _holds.ReadAllAsync(reader, cancellationToken));
                await reader.NextResultAsync(cancellationToken);
                found.Purchases.AddRange(await _purchases.ReadAllAsync(reader, cancellationToken));
                await reader.NextResultAsync(cancellationToken);
                found.Records.AddRange(await _records.ReadAllAsync(reader, cancellationToken));
            },
            cancellationToken);
    }

    private static async Task<List<string>> IdsAsync(DbDataReader reader, CancellationToken cancellationToken)
    {
        var ids = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            ids.Add(reader.GetString(0));
        }

        return ids;
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
