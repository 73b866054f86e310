using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TalkConnect.Application.Attendance;
using TalkConnect.Application.Common;
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
    private readonly List<Change> _loaded = [];

    public async Task<IReadOnlySet<string>> HeardBeforeAsync(IReadOnlyCollection<string> eventIds, CancellationToken cancellationToken)
    {
        var ids = SetWiseSql.Json(eventIds);
        return (await db.Database.SqlQuery<string>($"""
            SELECT e.id AS Value FROM JSON_TABLE({ids}, '$[*]' COLUMNS (id varchar(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$')) wanted
            STRAIGHT_JOIN webhook_events e FORCE INDEX (PRIMARY) ON e.id = wanted.id
            """).ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
    }

    public async Task<RollCall> TakeAsync(IReadOnlyCollection<HeardInRoom> heard, CancellationToken cancellationToken)
    {
        _loaded.Clear();
        var sessions = await SessionsAsync(heard, cancellationToken);
        if (sessions.Count == 0)
        {
            return new RollCall([], [], [], [], new HashSet<UserId>());
        }

        var idOf = sessions.ToDictionary(session => (session.CourseId, session.SessionNumber));
        var people = heard.Where(one => one.Person is not null && idOf.ContainsKey((one.Room.CourseId, one.Room.SessionNumber)))
            .Select(one => (Session: idOf[(one.Room.CourseId, one.Room.SessionNumber)], Person: one.Person!.Value))
            .Distinct()
            .ToList();
        var closed = heard.Where(one => one.Closed).Select(one => (one.Room.CourseId, one.Room.SessionNumber)).ToHashSet();

        // Once a room has closed, each stay bears on whether the session is over; before that, nobody else's matters.
        var everybody = sessions.Where(session => session.RoomEndings.Count > 0 || closed.Contains((session.CourseId, session.SessionNumber))).ToHashSet();
        var whole = SetWiseSql.Json(everybody.Select(session => session.Id));
        var single = SetWiseSql.Json(people.Where(one => !everybody.Contains(one.Session)).Select(one => (one.Session.Id, one.Person)));

        var holds = await HoldsAsync(whole, single, cancellationToken);
        var purchases = await PurchasesAsync(whole, single, cancellationToken);
        var records = await RecordsAsync(whole, single, cancellationToken);
        var users = await UsersAsync(SetWiseSql.Json(people.Select(one => one.Person).Distinct()), cancellationToken);

        _loaded.AddRange(sessions.Select(Change.Of));
        _loaded.AddRange(holds.Select(Change.Of));
        _loaded.AddRange(purchases.Select(Change.Of));
        _loaded.AddRange(records.Select(Change.Of));
        return new RollCall(sessions, holds, purchases, records, users);
    }

    public async Task KeepAsync(RollCall rollCall, IReadOnlyCollection<WebhookEvent> heard, CancellationToken cancellationToken)
    {
        var statements = new List<string>();
        if (heard.Count > 0)
        {
            statements.Add(AttendanceRows.Events(heard));
            unitOfWork.WillHaveAdded<WebhookEvent>(heard.First().Id);
        }

        var records = _loaded.Where(loaded => loaded.IsChanged).Select(loaded => loaded.Entity).OfType<AttendanceRecord>().Concat(rollCall.Opened).ToList();
        if (records.Count > 0)
        {
            statements.Add(AttendanceRows.Records(records));
        }

        statements.AddRange(_loaded.Where(loaded => loaded.Entity is not AttendanceRecord && loaded.IsChanged).Select(changed => AttendanceRows.Update(changed.Entity)));
        if (statements.Count > 0)
        {
            await db.RunAsync(string.Join(";\n", statements), null, cancellationToken);
        }
    }

    private Task<List<CourseSession>> SessionsAsync(IEnumerable<HeardInRoom> heard, CancellationToken cancellationToken)
    {
        var rooms = heard.Select(one => (one.Room.CourseId, one.Room.SessionNumber)).Distinct().Order()
            .Select(room => new object[] { room.CourseId.Value, room.SessionNumber });
        var json = JsonSerializer.Serialize(rooms);
        return db.Set<CourseSession>().FromSql($"""
            SELECT c.* FROM JSON_TABLE({json}, '$[*]' COLUMNS (
                course_id varchar(36) CHARACTER SET ascii COLLATE ascii_bin PATH '$[0]', session_number int PATH '$[1]')) wanted
            STRAIGHT_JOIN course_sessions c FORCE INDEX (IX_course_sessions_course_id_session_number)
                ON c.course_id = wanted.course_id AND c.session_number = wanted.session_number FOR UPDATE
            """).AsNoTracking().ToListAsync(cancellationToken);
    }

    private async Task<List<PaymentHold>> HoldsAsync(string whole, string single, CancellationToken cancellationToken)
    {
        var holds = whole == "[]" ? [] : await db.Set<PaymentHold>().FromSql($"""
            SELECT h.* FROM JSON_TABLE({whole}, '$[*]' COLUMNS (id varchar(36) CHARACTER SET ascii COLLATE ascii_bin PATH '$')) wanted
            STRAIGHT_JOIN payment_holds h FORCE INDEX (IX_payment_holds_session_id_student_id) ON h.session_id = wanted.id FOR UPDATE
            """).AsNoTracking().ToListAsync(cancellationToken);
        holds.AddRange(single == "[]" ? [] : await db.Set<PaymentHold>().FromSql($"""
            SELECT h.* FROM JSON_TABLE({single}, '$[*]' COLUMNS (
                session_id varchar(36) CHARACTER SET ascii COLLATE ascii_bin PATH '$[0]', user_id varchar(36) CHARACTER SET ascii COLLATE ascii_bin PATH '$[1]')) wanted
            STRAIGHT_JOIN payment_holds h FORCE INDEX (IX_payment_holds_session_id_student_id)
                ON h.session_id = wanted.session_id AND h.student_id = wanted.user_id FOR UPDATE
            """).AsNoTracking().ToListAsync(cancellationToken));
        return holds;
    }

    private async Task<List<SessionPurchase>> PurchasesAsync(string whole, string single, CancellationToken cancellationToken)
    {
        var purchases = whole == "[]" ? [] : await db.Set<SessionPurchase>().FromSql($"""
            SELECT p.* FROM JSON_TABLE({whole}, '$[*]' COLUMNS (id varchar(36) CHARACTER SET ascii COLLATE ascii_bin PATH '$')) wanted
            STRAIGHT_JOIN session_purchases p FORCE INDEX (IX_session_purchases_session_id_user_id) ON p.session_id = wanted.id FOR UPDATE
            """).AsNoTracking().ToListAsync(cancellationToken);
        purchases.AddRange(single == "[]" ? [] : await db.Set<SessionPurchase>().FromSql($"""
            SELECT p.* FROM JSON_TABLE({single}, '$[*]' COLUMNS (
                session_id varchar(36) CHARACTER SET ascii COLLATE ascii_bin PATH '$[0]', user_id varchar(36) CHARACTER SET ascii COLLATE ascii_bin PATH '$[1]')) wanted
            STRAIGHT_JOIN session_purchases p FORCE INDEX (IX_session_purchases_session_id_user_id)
                ON p.session_id = wanted.session_id AND p.user_id = wanted.user_id FOR UPDATE
            """).AsNoTracking().ToListAsync(cancellationToken));
        return purchases;
    }

    private async Task<List<AttendanceRecord>> RecordsAsync(string whole, string single, CancellationToken cancellationToken)
    {
        var records = whole == "[]" ? [] : await db.Set<AttendanceRecord>().FromSql($"""
            SELECT a.* FROM JSON_TABLE({whole}, '$[*]' COLUMNS (id varchar(36) CHARACTER SET ascii COLLATE ascii_bin PATH '$')) wanted
            STRAIGHT_JOIN attendance_records a FORCE INDEX (IX_attendance_records_session_id_user_id) ON a.session_id = wanted.id FOR UPDATE
            """).AsNoTracking().ToListAsync(cancellationToken);
        records.AddRange(single == "[]" ? [] : await db.Set<AttendanceRecord>().FromSql($"""
            SELECT a.* FROM JSON_TABLE({single}, '$[*]' COLUMNS (
                session_id varchar(36) CHARACTER SET ascii COLLATE ascii_bin PATH '$[0]', user_id varchar(36) CHARACTER SET ascii COLLATE ascii_bin PATH '$[1]')) wanted
            STRAIGHT_JOIN attendance_records a FORCE INDEX (IX_attendance_records_session_id_user_id)
                ON a.session_id = wanted.session_id AND a.user_id = wanted.user_id FOR UPDATE
            """).AsNoTracking().ToListAsync(cancellationToken));
        return records;
    }

    private async Task<HashSet<UserId>> UsersAsync(string ids, CancellationToken cancellationToken) =>
        (await db.Database.SqlQuery<string>($"""
            SELECT u.id AS Value FROM JSON_TABLE({ids}, '$[*]' COLUMNS (id varchar(36) CHARACTER SET ascii COLLATE ascii_bin PATH '$')) wanted
            STRAIGHT_JOIN users u FORCE INDEX (PRIMARY) ON u.id = wanted.id
            """).ToListAsync(cancellationToken)).Select(UserId.From).ToHashSet();

    /// <summary>Something that was loaded, with what an event may change of it as it was then.</summary>
    private sealed record Change(object Entity, object Before, Func<object> Now)
    {
        public bool IsChanged => !Before.Equals(Now());

        public static Change Of(CourseSession session) =>
            From(session, () => (session.Status, session.CompletedAt, session.CompletedByClock, session.RoomEndings, session.RoomStarts));

        public static Change Of(PaymentHold hold) => From(hold, () => (hold.DueAt, hold.RevenueAt));

        public static Change Of(SessionPurchase purchase) => From(purchase, () => (purchase.Attended, purchase.AttendanceDurationMinutes));

        public static Change Of(AttendanceRecord record) => From(
            record, () => (record.Connections, WireJson.Write(record.Sightings), WireJson.Write(record.Intervals), record.JoinedAt, record.LeftAt, record.AttendedSeconds, record.Status));

        private static Change From(object entity, Func<object> state) => new(entity, state(), state);
    }
}
