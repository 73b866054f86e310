using TalkConnect.Domain.Common;
using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Users;

namespace TalkConnect.Application.Courses;

/// <summary>A course.</summary>
/// <param name="Id">The course.</param>
/// <param name="TeacherId">Whose it is.</param>
/// <param name="Title">Its title.</param>
/// <param name="CreatedAt">When it was opened.</param>
public sealed record CourseView(CourseId Id, UserId TeacherId, string Title, DateTimeOffset CreatedAt)
{
    internal static CourseView Of(Course course) => new(course.Id, course.TeacherId, course.Title, course.CreatedAt);
}

/// <summary>A session.</summary>
/// <param name="Id">The session.</param>
/// <param name="CourseId">Its course.</param>
/// <param name="TeacherId">Who gives it.</param>
/// <param name="SessionNumber">Its number in the course.</param>
/// <param name="Title">Its title.</param>
/// <param name="ScheduledAt">When it is to begin.</param>
/// <param name="DurationMinutes">How long it is to last.</param>
/// <param name="Price">What a place costs.</param>
/// <param name="Status">Where it is in its life.</param>
/// <param name="CompletedAt">When it was over.</param>
/// <param name="CancelReason">Why it was cancelled, if anybody said.</param>
/// <param name="Room">The LiveKit room of its first lesson.</param>
/// <param name="CreatedAt">When it was added.</param>
public sealed record SessionView(
    SessionId Id,
    CourseId CourseId,
    UserId TeacherId,
    int SessionNumber,
    string Title,
    DateTimeOffset ScheduledAt,
    int DurationMinutes,
    Money Price,
    SessionStatus Status,
    DateTimeOffset? CompletedAt,
    string? CancelReason,
    string Room,
    DateTimeOffset CreatedAt)
{
    /// <summary>The view of a session.</summary>
    public static SessionView Of(CourseSession session) => new(
        session.Id, session.CourseId, session.TeacherId, session.SessionNumber, session.Title, session.ScheduledAt, session.DurationMinutes,
        session.Price, session.Status, session.CompletedAt, session.CancelReason, session.Room.ToString(), session.CreatedAt);
}
