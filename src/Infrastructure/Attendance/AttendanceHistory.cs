using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using TalkConnect.Application.Attendance;
using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Purchases;
using TalkConnect.Domain.Settlement;
using TalkConnect.Domain.Users;
using TalkConnect.Infrastructure.Persistence;

namespace TalkConnect.Infrastructure.Attendance;

/// <summary>Reads sessions some at a time: neither memory nor the length of a transaction grows with how many there are.</summary>
internal sealed class AttendanceHistory(TalkConnectDbContext db) : IAttendanceHistory
{
    private const int PageSize = 20;

    public async IAsyncEnumerable<SessionHistory> ReadAsync(HistoryScope scope, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        SessionId? last = null;
        while (true)
        {
            var page = await PageAsync(scope, last, cancellationToken);
            foreach (var history in page)
            {
                yield return history;
            }

            if (page.Count < PageSize)
            {
                yield break;
            }

            last = page[^1].Session.Id;
        }
    }

    private async Task<List<SessionHistory>> PageAsync(HistoryScope scope, SessionId? after, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var snapshot = await ReadSnapshot.BeginAsync(db, cancellationToken);
            await using var used = await db.Database.UseTransactionAsync(snapshot.Transaction, cancellationToken);
            return await HistoriesAsync(await SessionsAsync(scope, after, cancellationToken), cancellationToken);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private Task<List<CourseSession>> SessionsAsync(HistoryScope scope, SessionId? after, CancellationToken cancellationToken)
    {
        var sessions = db.Set<CourseSession>().AsNoTracking();
        sessions = scope.SessionId is { } id ? sessions.Where(session => session.Id == id) : sessions;
        sessions = scope.From is { } from ? sessions.Where(session => session.ScheduledAt >= from) : sessions;
        sessions = scope.To is { } to ? sessions.Where(session => session.ScheduledAt < to) : sessions;
        sessions = after is { } last ? sessions.Where(session => session.Id.CompareTo(last) > 0) : sessions;
        return sessions.OrderBy(session => session.Id).Take(PageSize).ToListAsync(cancellationToken);
    }

    private async Task<List<SessionHistory>> HistoriesAsync(List<CourseSession> sessions, CancellationToken cancellationToken)
    {
        var ids = sessions.ConvertAll(session => session.Id);
        var named = sessions.ConvertAll(session => (SessionId?)session.Id);
        var records = await BySessionAsync<AttendanceRecord>(
            rows => rows.Where(record => ids.Contains(record.SessionId)), record => record.SessionId, cancellationToken);
        var holds = await BySessionAsync<PaymentHold>(
            rows => rows.Where(hold => ids.Contains(hold.SessionId)), hold => hold.SessionId, cancellationToken);
        var purchases = await BySessionAsync<SessionPurchase>(
            rows => rows.Where(purchase => ids.Contains(purchase.SessionId)), purchase => purchase.SessionId, cancellationToken);
        var events = await BySessionAsync<WebhookEvent>(
            rows => rows.Where(told => named.Contains(told.SessionId)), told => told.SessionId!.Value, cancellationToken);

        var people = events.SelectMany(heard => heard).Select(told => told.Person).OfType<UserId>().Distinct().ToList();
        var users = await db.Set<User>().Where(user => people.Contains(user.Id))
            .Select(user => new { user.Id, user.CreatedAt })
            .ToDictionaryAsync(user => user.Id, user => user.CreatedAt, cancellationToken);
        return sessions.ConvertAll(session => new SessionHistory(
            session, [.. records[session.Id]], [.. holds[session.Id]], [.. purchases[session.Id]], [.. events[session.Id]], users));
    }

    private async Task<ILookup<SessionId, T>> BySessionAsync<T>(
        Func<IQueryable<T>, IQueryable<T>> some, Func<T, SessionId> session, CancellationToken cancellationToken)
        where T : class => (await some(db.Set<T>().AsNoTracking()).ToListAsync(cancellationToken)).ToLookup(session);
}
