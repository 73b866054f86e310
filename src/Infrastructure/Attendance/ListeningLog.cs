using Microsoft.EntityFrameworkCore;
using TalkConnect.Application.Attendance;
using TalkConnect.Application.Common;
using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Settlement;
using TalkConnect.Domain.Users;
using TalkConnect.Infrastructure.Persistence;

namespace TalkConnect.Infrastructure.Attendance;

internal sealed class ListeningLog(TalkConnectDbContext db, IUnitOfWork unitOfWork, SettlementRules rules, TimeProvider clock) : IListeningLog
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

    /// <summary>What nobody could hear of these sessions, and who could be in their rooms meanwhile.</summary>
    public async Task<NotHeard> NotHeardAsync(IReadOnlyCollection<CourseSession> sessions, CancellationToken cancellationToken)
    {
        var blind = await BlindTimesAsync(sessions, cancellationToken);
        var touched = sessions
            .Where(session => blind.Any(time => time.To > rules.Timing.Opens(session) && time.From < rules.Timing.Closes(session)))
            .Select(session => session.Id)
            .ToList();
        if (touched.Count == 0)
        {
            return new NotHeard([], new HashSet<(SessionId, UserId)>());
        }

        var passes = await db.Set<IssuedPass>().AsNoTracking().Where(pass => touched.Contains(pass.SessionId))
            .Select(pass => new { pass.SessionId, pass.UserId }).ToListAsync(cancellationToken);
        return new NotHeard(blind, passes.Select(pass => (pass.SessionId, pass.UserId)).ToHashSet());
    }

    private async Task<IReadOnlyList<BlindTime>> BlindTimesAsync(IReadOnlyCollection<CourseSession> sessions, CancellationToken cancellationToken)
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

/// <summary>What was not heard of some sessions.</summary>
/// <param name="BlindTimes">When nobody could hear.</param>
/// <param name="Passes">Who was given a token for a room of which session.</param>
internal sealed record NotHeard(IReadOnlyList<BlindTime> BlindTimes, IReadOnlySet<(SessionId Session, UserId User)> Passes);
