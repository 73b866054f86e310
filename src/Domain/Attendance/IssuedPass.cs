using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Users;

namespace TalkConnect.Domain.Attendance;

/// <summary>Somebody was given a token for a room of a session. If nothing is ever heard of them there, it may have been lost.</summary>
public sealed class IssuedPass
{
    private IssuedPass()
    {
    }

    /// <summary>The session.</summary>
    public SessionId SessionId { get; private init; }

    /// <summary>Who.</summary>
    public UserId UserId { get; private init; }

    /// <summary>Which lesson's room, 1 to 99.</summary>
    public int Lesson { get; private init; }

    /// <summary>When the last one was given.</summary>
    public DateTimeOffset IssuedAt { get; private set; }

    /// <summary>The first one.</summary>
    public static IssuedPass Give(SessionId sessionId, UserId userId, int lesson, DateTimeOffset now) =>
        new() { SessionId = sessionId, UserId = userId, Lesson = lesson, IssuedAt = now };

    /// <summary>One more.</summary>
    public void GiveAgain(DateTimeOffset now) => IssuedAt = now;
}

/// <summary>The pass of a person for a room of a session.</summary>
public sealed class PassOf : Common.Specification<IssuedPass>
{
    /// <summary>The pass for that room.</summary>
    public PassOf(SessionId sessionId, UserId userId, int lesson) => Query
        .Where(pass => pass.SessionId == sessionId)
        .Where(pass => pass.UserId == userId)
        .Where(pass => pass.Lesson == lesson);
}
