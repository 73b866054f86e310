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

/// <summary>What a roll call asks MariaDB, and what it found. Each row is found by its key: nothing may be locked that nobody asked for.</summary>
internal sealed class RollCallQuestions(TalkConnectDbContext db)
{
    private readonly RowReader<CourseSession> _sessions = RowReader<CourseSession>.For(db);
    private readonly RowReader<PaymentHold> _holds = RowReader<PaymentHold>.For(db);
    private readonly RowReader<SessionPurchase> _purchases = RowReader<SessionPurchase>.For(db);
    private readonly RowReader<AttendanceRecord> _records = RowReader<AttendanceRecord>.For(db);

    public Dictionary<SessionId, CourseSession> Sessions { get; } = [];

    public List<PaymentHold> Holds { get; } = [];

    public List<SessionPurchase> Purchases { get; } = [];

    public List<AttendanceRecord> Records { get; } = [];

    public HashSet<UserId> Users { get; } = [];

    public HashSet<string> HeardBefore { get; } = new(StringComparer.Ordinal);

    public Question OfEvents(IReadOnlyCollection<string> eventIds) => new(
        """
        SELECT e.id FROM JSON_TABLE(@events, '$[*]' COLUMNS (id varchar(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin PATH '$')) wanted
        STRAIGHT_JOIN webhook_events e FORCE INDEX (PRIMARY) ON e.id = wanted.id
        """,
        ("@events", SetWiseSql.Json(eventIds)),
        row => HeardBefore.Add(row.GetString(0)));

    /// <summary>One question for all: each row is found by its key, and the rooms come in their order, in which sessions and holds are locked.</summary>
    public Question OfRooms(IReadOnlyCollection<HeardInRoom> heard)
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
            Read);
    }

    public List<Question> OfEverybody(HashSet<SessionId> sessions)
    {
        Holds.RemoveAll(hold => sessions.Contains(hold.SessionId));
        Purchases.RemoveAll(purchase => sessions.Contains(purchase.SessionId));
        Records.RemoveAll(record => sessions.Contains(record.SessionId));
        const string Wanted = "FROM JSON_TABLE(@sessions, '$[*]' COLUMNS (id varchar(36) CHARACTER SET ascii COLLATE ascii_bin PATH '$')) wanted STRAIGHT_JOIN";
        var parameter = ("@sessions", SetWiseSql.Json(sessions));
        return
        [
            new(
                $"SELECT {_holds.Columns("h")} {Wanted} payment_holds h FORCE INDEX (IX_payment_holds_session_id_student_id) ON h.session_id = wanted.id FOR UPDATE",
                parameter,
                row => Holds.Add(_holds.Read(row, 0)!)),
            new(
                $"SELECT {_purchases.Columns("p")} {Wanted} session_purchases p FORCE INDEX (IX_session_purchases_session_id_user_id) ON p.session_id = wanted.id FOR UPDATE",
                parameter,
                row => Purchases.Add(_purchases.Read(row, 0)!)),
            new(
                $"SELECT {_records.Columns("a")} {Wanted} attendance_records a FORCE INDEX (IX_attendance_records_session_id_user_id) ON a.session_id = wanted.id FOR UPDATE",
                parameter,
                row => Records.Add(_records.Read(row, 0)!)),
        ];
    }

    private void Read(DbDataReader row)
    {
        var id = SessionId.From(row.GetString(0));
        if (!Sessions.ContainsKey(id))
        {
            Sessions.Add(id, _sessions.Read(row, 0)!);
        }

        var next = _sessions.Width;
        AddTo(Holds, _holds.Read(row, next));
        AddTo(Purchases, _purchases.Read(row, next += _holds.Width));
        AddTo(Records, _records.Read(row, next += _purchases.Width));
        next += _records.Width;
        if (!row.IsDBNull(next))
        {
            Users.Add(UserId.From(row.GetString(next)));
        }
    }

    private static void AddTo<T>(List<T> all, T? one)
        where T : class
    {
        if (one is not null)
        {
            all.Add(one);
        }
    }
}
