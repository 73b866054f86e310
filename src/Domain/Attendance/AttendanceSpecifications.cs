using TalkConnect.Domain.Common;
using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Users;

namespace TalkConnect.Domain.Attendance;

/// <summary>One person's attendance of a session.</summary>
public sealed class AttendanceOf : Specification<AttendanceRecord>
{
    /// <summary>The record of that person at that session.</summary>
    public AttendanceOf(SessionId sessionId, UserId userId) =>
        Query.Where(record => record.SessionId == sessionId).Where(record => record.UserId == userId);
}

/// <summary>Everybody's attendance of a session.</summary>
public sealed class AttendanceOfSession : Specification<AttendanceRecord>
{
    /// <summary>The records of that session.</summary>
    public AttendanceOfSession(SessionId sessionId) =>
        Query.Where(record => record.SessionId == sessionId).OrderBy(record => record.Id);
}
