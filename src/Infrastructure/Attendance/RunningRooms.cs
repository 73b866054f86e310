using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using TalkConnect.Application.Attendance;
using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Courses;
using TalkConnect.Infrastructure.Persistence;

namespace TalkConnect.Infrastructure.Attendance;

internal sealed class RunningRooms(TalkConnectDbContext db, SessionTiming timing, RosterPace pace, TimeProvider clock) : IRunningRooms
{
    private static readonly TimeSpan LongestSession = TimeSpan.FromMinutes(CourseSession.MaxDurationMinutes);

    public async IAsyncEnumerable<RoomName> TakeAsync(DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (opened, closes, latestEnd) = (now + timing.Grace, now - timing.Grace, now + timing.Grace + LongestSession);
        var running = await db.Set<CourseSession>()
            .Where(session => session.Status == SessionStatus.Scheduled || session.Status == SessionStatus.InProgress || session.Status == SessionStatus.Completed)
            .Where(session => session.ScheduledEnd >= closes && session.ScheduledEnd <= latestEnd && session.ScheduledAt <= opened)
            .Where(session => session.PlacesSold > 0)
            .Select(session => new { session.Id, session.CourseId, session.SessionNumber })
            .ToListAsync(cancellationToken);

        var ids = running.ConvertAll(session => session.Id);
        var lessons = (await db.Set<IssuedPass>().Where(pass => ids.Contains(pass.SessionId))
            .Select(pass => new { pass.SessionId, pass.Lesson }).Distinct().ToListAsync(cancellationToken))
            .ToLookup(pass => pass.SessionId, pass => pass.Lesson);

        foreach (var room in running.SelectMany(session => lessons[session.Id].Append(1).Distinct().Order()
            .Select(lesson => new RoomName(session.CourseId, session.SessionNumber, lesson))))
        {
            if (await TakeAsync(room.ToString(), clock.GetUtcNow(), cancellationToken))
            {
                yield return room;
            }
        }
    }

    /// <summary>The row decides which server looks: one of them finds it old enough.</summary>
    private async Task<bool> TakeAsync(string room, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var latest = now - (pace.Every * 0.8);
        var taken = await db.Set<RoomLook>().Where(look => look.RoomName == room && look.LookedAt <= latest)
            .ExecuteUpdateAsync(look => look.SetProperty(one => one.LookedAt, now), cancellationToken);
        if (taken == 1 || await db.Set<RoomLook>().AnyAsync(look => look.RoomName == room, cancellationToken))
        {
            return taken == 1;
        }

        db.Add(new RoomLook { RoomName = room, LookedAt = now });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException error) when (StorageErrors.IsLostRace(error))
        {
            // Another server was first.
            db.ChangeTracker.Clear();
            return false;
        }
    }
}

/// <summary>How often the rooms of running sessions are looked into (<c>LiveKit:RosterPollSeconds</c>).</summary>
/// <param name="Every">Zero: never.</param>
public sealed record RosterPace(TimeSpan Every);
