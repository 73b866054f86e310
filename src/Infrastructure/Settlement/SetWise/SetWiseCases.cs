using Microsoft.EntityFrameworkCore;
using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Purchases;
using TalkConnect.Domain.Settlement;
using TalkConnect.Domain.Users;
using TalkConnect.Infrastructure.Attendance;
using TalkConnect.Infrastructure.Persistence;
using TalkConnect.Infrastructure.Persistence.SetWise;

namespace TalkConnect.Infrastructure.Settlement.SetWise;

/// <summary>Loads a batch without keeping track of it: what the domain changes is written by statements.</summary>
/// <remarks>
/// The ids go along as one JSON parameter and each row is found by its key: a list of a thousand constants would be a new query every time,
/// and the optimizer would sometimes rather read the whole table, and lock what others are settling.
/// </remarks>
internal sealed class SetWiseCases(TalkConnectDbContext db, ListeningLog listening)
{
    /// <summary>
    /// Those of the holds that still wait and that nobody else has taken. Whoever changes a purchase, an attendance or a session locks the
    /// holds of it first, so the holds' locks keep all of it as it is; only the people's balances need locks of their own.
    /// </summary>
    public async Task<IReadOnlyList<SettlementCase>> OfHoldsAsync(IReadOnlyCollection<PaymentHoldId> ids, CancellationToken cancellationToken)
    {
        var holdIds = SetWiseSql.Json(ids);
        var holds = await db.Set<PaymentHold>().FromSql($"""
            SELECT h.* FROM JSON_TABLE({holdIds}, '$[*]' COLUMNS (id varchar(36) CHARACTER SET ascii COLLATE ascii_bin PATH '$')) wanted
            STRAIGHT_JOIN payment_holds h FORCE INDEX (PRIMARY) ON h.id = wanted.id WHERE h.status = 'held' FOR UPDATE SKIP LOCKED
            """).AsNoTracking().ToListAsync(cancellationToken);
        if (holds.Count == 0)
        {
            return [];
        }

        holds.Sort((left, right) => left.Id.CompareTo(right.Id));
        var purchases = await PurchasesAsync(SetWiseSql.Json(holds.Select(hold => hold.SessionPurchaseId)), cancellationToken);
        var sessions = await SessionsAsync(SetWiseSql.Json(holds.Select(hold => hold.SessionId).Distinct()), cancellationToken);
        var attendance = await AttendanceAsync(holds, cancellationToken);
        var users = await UsersAsync(SetWiseSql.Json(holds.SelectMany(hold => new[] { hold.StudentId, hold.TeacherId }).Distinct()), cancellationToken);
        var notHeard = await listening.NotHeardAsync(sessions.Values, cancellationToken);
        return new CaseParts(purchases, sessions, attendance, users, notHeard).Of(holds);
    }

    private Task<Dictionary<PurchaseId, SessionPurchase>> PurchasesAsync(string ids, CancellationToken cancellationToken) =>
        db.Set<SessionPurchase>().FromSql($"""
            SELECT p.* FROM JSON_TABLE({ids}, '$[*]' COLUMNS (id varchar(36) CHARACTER SET ascii COLLATE ascii_bin PATH '$')) wanted
            STRAIGHT_JOIN session_purchases p ON p.id = wanted.id
            """).AsNoTracking().ToDictionaryAsync(purchase => purchase.Id, cancellationToken);

    private Task<Dictionary<SessionId, CourseSession>> SessionsAsync(string ids, CancellationToken cancellationToken) =>
        db.Set<CourseSession>().FromSql($"""
            SELECT c.* FROM JSON_TABLE({ids}, '$[*]' COLUMNS (id varchar(36) CHARACTER SET ascii COLLATE ascii_bin PATH '$')) wanted
            STRAIGHT_JOIN course_sessions c ON c.id = wanted.id
            """).AsNoTracking().ToDictionaryAsync(session => session.Id, cancellationToken);

    /// <summary>Locked in the order of their ids, as everywhere.</summary>
    private Task<Dictionary<UserId, User>> UsersAsync(string ids, CancellationToken cancellationToken) =>
        db.Set<User>().FromSql($"""
            SELECT u.* FROM JSON_TABLE({ids}, '$[*]' COLUMNS (id varchar(36) CHARACTER SET ascii COLLATE ascii_bin PATH '$')) wanted
            STRAIGHT_JOIN users u FORCE INDEX (PRIMARY) ON u.id = wanted.id FOR UPDATE
            """).AsNoTracking().ToDictionaryAsync(user => user.Id, cancellationToken);

    private Task<Dictionary<(SessionId, UserId), AttendanceRecord>> AttendanceAsync(List<PaymentHold> holds, CancellationToken cancellationToken)
    {
        var wanted = SetWiseSql.Json(holds.SelectMany(hold => new[] { (hold.SessionId, hold.StudentId), (hold.SessionId, hold.TeacherId) }).Distinct());
        return db.Set<AttendanceRecord>().FromSql($"""
            SELECT a.* FROM JSON_TABLE({wanted}, '$[*]' COLUMNS (
                session_id varchar(36) CHARACTER SET ascii COLLATE ascii_bin PATH '$[0]',
                user_id varchar(36) CHARACTER SET ascii COLLATE ascii_bin PATH '$[1]')) wanted
            STRAIGHT_JOIN attendance_records a ON a.session_id = wanted.session_id AND a.user_id = wanted.user_id
            """).AsNoTracking().ToDictionaryAsync(record => (record.SessionId, record.UserId), cancellationToken);
    }
}
