using Microsoft.EntityFrameworkCore;
using TalkConnect.Application.Attendance;
using TalkConnect.Application.Common;
using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Purchases;
using TalkConnect.Domain.Settlement;
using TalkConnect.Domain.Users;
using TalkConnect.Infrastructure.Persistence;

namespace TalkConnect.Infrastructure.Attendance;

/// <summary>Takes roll calls through the model that both databases share.</summary>
internal sealed class EfRollCalls(TalkConnectDbContext db, IUnitOfWork unitOfWork) : IRollCalls
{
    public Task<TAnswer> TakeAsync<TAnswer>(
        IReadOnlyCollection<string> eventIds, IReadOnlyCollection<HeardInRoom> heard, Func<RollCall, TAnswer> follow, CancellationToken cancellationToken) =>
        unitOfWork.RunAsync(
            async given =>
            {
                var rollCall = await LoadAsync(eventIds, heard, given);
                var answer = follow(rollCall);
                db.AddRange(rollCall.Stored);
                db.AddRange(rollCall.Opened);
                return answer;
            },
            cancellationToken);

    private async Task<RollCall> LoadAsync(IReadOnlyCollection<string> eventIds, IReadOnlyCollection<HeardInRoom> heard, CancellationToken cancellationToken)
    {
        var before = await db.Set<WebhookEvent>().Where(stored => eventIds.Contains(stored.Id)).Select(stored => stored.Id).ToHashSetAsync(cancellationToken);
        var rooms = heard.Select(one => (one.Room.CourseId, one.Room.SessionNumber)).ToHashSet();
        var courses = rooms.Select(room => room.CourseId).Distinct().ToList();
        var numbers = rooms.Select(room => room.SessionNumber).Distinct().ToList();
        var found = await db.Set<CourseSession>().AsNoTracking()
            .Where(session => courses.Contains(session.CourseId) && numbers.Contains(session.SessionNumber))
            .Select(session => new { session.Id, session.CourseId, session.SessionNumber })
            .ToListAsync(cancellationToken);
        var ids = found.Where(session => rooms.Contains((session.CourseId, session.SessionNumber))).Select(session => session.Id).ToList();
        if (ids.Count == 0)
        {
            return new RollCall([], [], [], [], new HashSet<UserId>(), before);
        }

        var people = heard.Select(one => one.Person).OfType<UserId>().Distinct().ToList();
        return new RollCall(
            await db.Set<CourseSession>().Where(session => ids.Contains(session.Id)).OrderBy(session => session.Id).Locked().ToListAsync(cancellationToken),
            await db.Set<PaymentHold>().Where(hold => ids.Contains(hold.SessionId)).OrderBy(hold => hold.Id).Locked().ToListAsync(cancellationToken),
            await db.Set<SessionPurchase>().Where(purchase => ids.Contains(purchase.SessionId)).OrderBy(purchase => purchase.Id).Locked().ToListAsync(cancellationToken),
            await db.Set<AttendanceRecord>().Where(record => ids.Contains(record.SessionId)).OrderBy(record => record.Id).Locked().ToListAsync(cancellationToken),
            await db.Set<User>().Where(user => people.Contains(user.Id)).Select(user => user.Id).ToHashSetAsync(cancellationToken),
            before);
    }
}
