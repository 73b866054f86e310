using Microsoft.EntityFrameworkCore;
using TalkConnect.Application.Attendance;
using TalkConnect.Application.Common;
using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Courses;
using TalkConnect.Infrastructure.Persistence;

namespace TalkConnect.Infrastructure.Attendance;

internal sealed class ListeningLog(TalkConnectDbContext db, IUnitOfWork unitOfWork, TimeProvider clock) : IListeningLog
{
    // Longer than a session, its grace and what LiveKit may keep: what is older bears on none of the sessions asked for.
    private static readonly TimeSpan Before = TimeSpan.FromDays(2);

    public Task BeatAsync(string span, DateTimeOffset? heardAt, CancellationToken cancellationToken) => unitOfWork.RunAsync(
        async token =>
        {
            var now = clock.GetUtcNow();
            var known = await db.Set<ListeningSpan>().SingleOrDefaultAsync(one => one.Id == span, token);
            if (known is null)
            {
                db.Add(ListeningSpan.Begin(span, now));
            }
            else
            {
                known.Continue(now, heardAt);
            }

            return span;
        },
        cancellationToken);

    public async Task<IReadOnlyList<BlindTime>> BlindTimesAsync(IReadOnlyCollection<CourseSession> sessions, CancellationToken cancellationToken)
    {
        if (sessions.Count == 0)
        {
            return [];
        }

        var from = sessions.Min(session => session.ScheduledAt) - Before;

        // The last one before tells that somebody had ever listened.
        var spans = await db.Set<ListeningSpan>().AsNoTracking().Where(span => span.Until >= from)
            .Concat(db.Set<ListeningSpan>().AsNoTracking().Where(span => span.Until < from).OrderByDescending(span => span.Until).Take(1))
            .ToListAsync(cancellationToken);
        return BlindTime.Between(spans, clock.GetUtcNow());
    }
}
