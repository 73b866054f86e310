using TalkConnect.Domain.Common;
using TalkConnect.Domain.Users;

namespace TalkConnect.Domain.Courses;

/// <summary>A teacher's course: a title under which sessions are scheduled.</summary>
public sealed class Course : AggregateRoot
{
    /// <summary>The longest title of a course or session, in characters.</summary>
    public const int MaxTitleLength = 200;

    private Course()
    {
    }

    /// <summary>The course's id.</summary>
    public CourseId Id { get; private init; }

    /// <summary>Whose course it is; it never changes hands.</summary>
    public UserId TeacherId { get; private init; }

    /// <summary>Its title.</summary>
    public string Title { get; private init; } = "";

    /// <summary>When it was opened.</summary>
    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>Opens a course.</summary>
    /// <exception cref="DomainException">The user is no teacher (<c>role_mismatch</c>).</exception>
    public static Course Open(CourseId id, User teacher, string title, DateTimeOffset now)
    {
        teacher.MustBe(UserRole.Teacher);
        return new Course { Id = id, TeacherId = teacher.Id, Title = title, CreatedAt = now };
    }
}
