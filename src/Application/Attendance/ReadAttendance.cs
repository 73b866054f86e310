using MediatR;
using TalkConnect.Application.Common;
using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Users;

namespace TalkConnect.Application.Attendance;

/// <summary>Everybody's attendance of a session, for its teacher and admins.</summary>
/// <param name="SessionId">The session.</param>
/// <param name="Page">Which part of the list.</param>
public sealed record ListSessionAttendance(SessionId SessionId, PageRequest Page) : IRequest<Page<AttendanceView>>, IPagedQuery;

/// <summary>A user's own attendance, newest first.</summary>
/// <param name="UserId">Whose.</param>
/// <param name="Page">Which part of the list.</param>
public sealed record ListMyAttendance(UserId UserId, PageRequest Page) : IRequest<Page<AttendanceView>>, IPagedQuery;

/// <summary>One person's attendance of one session.</summary>
/// <param name="Id">The record.</param>
/// <param name="SessionId">The session.</param>
/// <param name="UserId">The person.</param>
/// <param name="JoinedAt">When they first came.</param>
/// <param name="LeftAt">When they last left; null while they are there.</param>
/// <param name="DurationMinutes">Whole minutes attended.</param>
/// <param name="AttendedSeconds">Seconds attended: the union of the stays.</param>
/// <param name="AttendancePercentage">Their share of the scheduled length.</param>
/// <param name="Status">What it amounts to.</param>
/// <param name="Intervals">The stays.</param>
/// <param name="CreatedAt">When the first event was heard.</param>
public sealed record AttendanceView(
    AttendanceRecordId Id,
    SessionId SessionId,
    UserId UserId,
    DateTimeOffset? JoinedAt,
    DateTimeOffset? LeftAt,
    int DurationMinutes,
    int AttendedSeconds,
    AttendancePercentage AttendancePercentage,
    AttendanceStatus Status,
    IReadOnlyList<AttendanceInterval> Intervals,
    DateTimeOffset CreatedAt);
