using Microsoft.EntityFrameworkCore;
using TalkConnect.Application.Settlement;
using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Purchases;
using TalkConnect.Domain.Settlement;
using TalkConnect.Domain.Users;
using TalkConnect.Infrastructure.Attendance;
using TalkConnect.Infrastructure.Persistence;

namespace TalkConnect.Infrastructure.Settlement;

/// <summary>Loads settlement cases in a fixed number of queries, however many there are.</summary>
/// <remarks>Locks are taken in one order everywhere: session, holds, purchases, users, each kind in the order of its ids.</remarks>
internal sealed class SettlementCases(TalkConnectDbContext db, ListeningLog listening) : ISettlementCases
{
    public async Task<IReadOnlyList<SettlementCase>> OfSessionAsync(CourseSession session, CancellationToken cancellationToken)
    {
        var holds = await db.Set<PaymentHold>()
            .Where(hold => hold.SessionId == session.Id)
            .Unsettled()
            .OrderBy(hold => hold.Id)
            .Locked()
            .ToListAsync(cancellationToken);
        return await CasesAsync(holds, new Dictionary<SessionId, CourseSession> { [session.Id] = session }, locked: true, cancellationToken);
    }

    public async Task<SettlementCase?> OfHoldAsync(PaymentHoldId id, CancellationToken cancellationToken)
    {
        var sessionIds = db.Set<PaymentHold>().Where(hold => hold.Id == id).Select(hold => hold.SessionId);
        var session = await db.Set<CourseSession>().Where(session => sessionIds.Contains(session.Id)).Locked().SingleOrDefaultAsync(cancellationToken);
        var holds = await db.Set<PaymentHold>().Where(hold => hold.Id == id).Locked().ToListAsync(cancellationToken);
        var sessions = new[] { session }.OfType<CourseSession>().ToDictionary(one => one.Id);
        return (await CasesAsync(holds, sessions, locked: true, cancellationToken)).SingleOrDefault();
    }

    /// <summary>Those of the holds that still wait and that nobody else has taken.</summary>
    public async Task<IReadOnlyList<SettlementCase>> OfHoldsAsync(IReadOnlyCollection<PaymentHoldId> ids, CancellationToken cancellationToken)
    {
        var holds = await Waiting(ids).LockedOrSkipped().ToListAsync(cancellationToken);
        return await CasesAsync(holds, await SessionsAsync(holds, cancellationToken), locked: true, cancellationToken);
    }

    /// <summary>Those of the holds that still wait, to be looked at only: whoever is at work on one does not hide it.</summary>
    public async Task<IReadOnlyList<SettlementCase>> AsTheyStandAsync(IReadOnlyCollection<PaymentHoldId> ids, CancellationToken cancellationToken)
    {
        var holds = await Waiting(ids).AsNoTracking().ToListAsync(cancellationToken);
        return await CasesAsync(holds, await SessionsAsync(holds, cancellationToken), locked: false, cancellationToken);
    }

    public void Add(Settled settled)
    {
        db.AddRange(settled.Transactions);
        db.Add(settled.Receipt);
    }

    private static IQueryable<T> Read<T>(IQueryable<T> query, bool locked)
        where T : class => locked ? query.Locked() : query.AsNoTracking();

    private IQueryable<PaymentHold> Waiting(IReadOnlyCollection<PaymentHoldId> ids) => db.Set<PaymentHold>()
        .Where(hold => ids.Contains(hold.Id) && hold.Status == PaymentHoldStatus.Held)
        .OrderBy(hold => hold.Id);

    private Task<Dictionary<SessionId, CourseSession>> SessionsAsync(List<PaymentHold> holds, CancellationToken cancellationToken)
    {
        var sessionIds = holds.Select(hold => hold.SessionId).Distinct().ToList();
        return db.Set<CourseSession>().AsNoTracking()
            .Where(session => sessionIds.Contains(session.Id))
            .ToDictionaryAsync(session => session.Id, cancellationToken);
    }

    private async Task<IReadOnlyList<SettlementCase>> CasesAsync(
        List<PaymentHold> holds, Dictionary<SessionId, CourseSession> sessions, bool locked, CancellationToken cancellationToken)
    {
        if (holds.Count == 0)
        {
            return [];
        }

        var purchaseIds = holds.Select(hold => hold.SessionPurchaseId).ToList();
        var purchases = await Read(db.Set<SessionPurchase>().Where(purchase => purchaseIds.Contains(purchase.Id)).OrderBy(purchase => purchase.Id), locked)
            .ToDictionaryAsync(purchase => purchase.Id, cancellationToken);

        var sessionIds = sessions.Keys.ToList();
        var people = holds.SelectMany(hold => new[] { hold.StudentId, hold.TeacherId }).Distinct().ToList();
        var attendance = await db.Set<AttendanceRecord>().AsNoTracking()
            .Where(record => sessionIds.Contains(record.SessionId) && people.Contains(record.UserId))
            .ToDictionaryAsync(record => (record.SessionId, record.UserId), cancellationToken);
        var users = await Read(db.Set<User>().Where(user => people.Contains(user.Id)).OrderBy(user => user.Id), locked)
            .ToDictionaryAsync(user => user.Id, cancellationToken);
        var notHeard = await listening.NotHeardAsync(sessions.Values, cancellationToken);
        return new CaseParts(purchases, sessions, attendance, users, notHeard).Of(holds);
    }
}
