using TalkConnect.Domain.Common;

namespace TalkConnect.Domain.Courses;

/// <summary>The session of a course that has a number: the one that a room's name stands for.</summary>
public sealed class SessionOfRoom : Specification<CourseSession>
{
    /// <summary>The session with that number.</summary>
    public SessionOfRoom(CourseId courseId, int sessionNumber) =>
        Query.Where(session => session.CourseId == courseId).Where(session => session.SessionNumber == sessionNumber);
}
