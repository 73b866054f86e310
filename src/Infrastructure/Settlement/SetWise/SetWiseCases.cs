using Microsoft.EntityFrameworkCore;
using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Purchases;
using TalkConnect.Domain.Settlement;
using TalkConnect.Domain.Users;
using TalkConnect.Infrastructure.Persistence;

namespace TalkConnect.Infrastructure.Settlement.SetWise;

/// <summary>Loads a batch without keeping track of it: what the domain changes is written by statements.</summary>
internal sealed class SetWiseCases(TalkConnectDbContext db)
{
    /// <summary>
    /// Those of the holds that still wait and that nobody else has taken. Whoever changes a purchase, an attendance or a session locks the
    /// holds of it first, so the holds' locks keep all of it as it is; only the people's balances need locks of their own.
    /// </summary>
    public async Task<IReadOnlyList<SettlementCase>> OfHoldsAsync(IReadOnlyCollection<PaymentHoldId> ids, CancellationToken cancellationToken)
    {
        var holds = await db.Set<PaymentHold>().AsNoTracking()
            .Where(hold => ids.Contains(hold.Id) && hold.Status == PaymentHoldStatus.Held)
            .OrderBy(hold => hold.Id)
            .LockedOrSkipped()
            .ToListAsync(cancellationToken);
        if (holds.Count == 0)
        {
            return [];
        }

        var sessionIds = holds.Select(hold => hold.SessionId).Distinct().ToList();
        var sessions = await db.Set<CourseSession>().AsNoTracking()
            .Where(session => sessionIds.Contains(session.Id))
            .ToDictionaryAsync(session => session.Id, cancellationToken);
        var purchaseIds = holds.Select(hold => hold.SessionPurchaseId).ToList();
        var purchases = await db.Set<SessionPurchase>().AsNoTracking()
            .Where(purchase => purchaseIds.Contains(purchase.Id))
            .ToDictionaryAsync(purchase => purchase.Id, cancellationToken);
        var attendance = await db.Set<AttendanceRecord>().AsNoTracking()
            .Where(record => sessionIds.Contains(record.SessionId))
            .ToDictionaryAsync(record => (record.SessionId, record.UserId), cancellationToken);
        var people = holds.SelectMany(hold => new[] { hold.StudentId, hold.TeacherId }).Distinct().ToList();
        var users = await db.Set<User>().AsNoTracking()
            .Where(user => people.Contains(user.Id)).OrderBy(user => user.Id).Locked()
            .ToDictionaryAsync(user => user.Id, cancellationToken);

        return [.. holds.Select(hold => new SettlementCase(
            hold,
            Found(purchases, hold.SessionPurchaseId, "purchase"),
            Found(sessions, hold.SessionId, "session"),
            attendance.GetValueOrDefault((hold.SessionId, hold.StudentId)),
            attendance.GetValueOrDefault((hold.SessionId, hold.TeacherId)),
            Found(users, hold.StudentId, "student"),
            Found(users, hold.TeacherId, "teacher")))];
    }

    private static T Found<TId, T>(Dictionary<TId, T> all, TId id, string what)
        where TId : notnull => all.TryGetValue(id, out var found)
        ? found
        : throw DomainException.Conflict("incomplete_hold", $"The {what} {id} of a hold is missing.");
}
