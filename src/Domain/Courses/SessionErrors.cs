using TalkConnect.Domain.Common;

namespace TalkConnect.Domain.Courses;

/// <summary>What can be wrong with a course or session.</summary>
public static class SessionErrors
{
    /// <summary>No such course, or not one that the caller may change.</summary>
    public static DomainException CourseNotFound() => DomainException.NotFound("course_not_found", "There is no such course of yours.");

    /// <summary>No such session, or not one that the caller may change.</summary>
    public static DomainException NotFound() => DomainException.NotFound("session_not_found", "There is no such session.");

    /// <summary>The wanted id is in use.</summary>
    public static DomainException IdTaken(string id) => DomainException.Conflict("id_taken", $"The id {id} is taken.");

    /// <summary>The course has, or had, a session of that number.</summary>
    public static DomainException NumberTaken(int number) => DomainException.Conflict(
        "session_number_taken", $"The course already has a session {number}. Numbers are never used again.");

    /// <summary>The session is over or cancelled.</summary>
    public static DomainException Closed() => DomainException.Conflict("session_closed", "The session is over or cancelled.");

    /// <summary>The move is not one that the session's state allows.</summary>
    public static DomainException InvalidTransition(SessionStatus status) => DomainException.Conflict(
        "invalid_transition", $"The session is already {(status is SessionStatus.Completed ? "completed" : "cancelled")}.");

    /// <summary>Neither its teacher nor somebody with an active place.</summary>
    public static DomainException NotAParticipant() => DomainException.Forbidden(
        "not_a_participant", "Only the session's teacher and students with an active purchase can join.");
}
