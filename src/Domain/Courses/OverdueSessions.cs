using TalkConnect.Domain.Common;

namespace TalkConnect.Domain.Courses;

/// <summary>Sessions that nothing completed although their time, with the grace, is up; the longest waiting first.</summary>
public sealed class OverdueSessions : Specification<CourseSession>
{
    /// <summary>The sessions that should have been completed by now.</summary>
    public OverdueSessions(SessionTiming timing, DateTimeOffset now, int atMost)
    {
        var latestEnd = now - timing.Grace;
        Query.Where(session => session.Status == SessionStatus.Scheduled || session.Status == SessionStatus.InProgress)
            .Where(session => session.ScheduledEnd <= latestEnd)
            .OrderBy(session => session.ScheduledEnd)
            .Take(atMost);
    }
}
