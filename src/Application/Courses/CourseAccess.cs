using TalkConnect.Application.Common;
using TalkConnect.Domain.Courses;

namespace TalkConnect.Application.Courses;

/// <summary>Only a course's teacher and admins schedule sessions in it; for others it is not there (<c>course_not_found</c>).</summary>
/// <param name="CourseId">The course.</param>
/// <param name="Actor">Who asks.</param>
public sealed record MayScheduleIn(CourseId CourseId, Actor Actor) : IAccessCheck;

/// <summary>Only a session's teacher and admins manage it; for others it is not there (<c>session_not_found</c>).</summary>
/// <param name="SessionId">The session.</param>
/// <param name="Actor">Who asks.</param>
public sealed record MayManage(SessionId SessionId, Actor Actor) : IAccessCheck;

/// <summary>Only a session's teacher and its active purchasers enter its room (<c>not_a_participant</c>).</summary>
/// <param name="SessionId">The session.</param>
/// <param name="Actor">Who asks.</param>
public sealed record MayEnter(SessionId SessionId, Actor Actor) : IAccessCheck;

/// <summary>Anybody may buy a place in a session that is there, but for its teacher (<c>own_session</c>).</summary>
/// <param name="SessionId">The session.</param>
/// <param name="Actor">Who asks.</param>
public sealed record MayBuy(SessionId SessionId, Actor Actor) : IAccessCheck;
