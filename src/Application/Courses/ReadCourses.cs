using FluentValidation;
using MediatR;
using TalkConnect.Application.Common;
using TalkConnect.Domain.Courses;

namespace TalkConnect.Application.Courses;

/// <summary>One course. Throws <c>course_not_found</c>.</summary>
/// <param name="Id">The course.</param>
public sealed record GetCourse(CourseId Id) : IRequest<CourseView>;

/// <summary>One session. Throws <c>session_not_found</c>.</summary>
/// <param name="Id">The session.</param>
public sealed record GetSession(SessionId Id) : IRequest<SessionView>;

/// <summary>Sessions, newest first.</summary>
/// <param name="CourseId">Only those of this course; null for all.</param>
/// <param name="Status">Only those in this state; null for all.</param>
/// <param name="Page">Which part of the list.</param>
public sealed record ListSessions(string? CourseId, string? Status, PageRequest Page) : IRequest<Page<SessionView>>, IPagedQuery;

internal sealed class ListSessionsValidator : AbstractValidator<ListSessions>
{
    public ListSessionsValidator()
    {
        RuleFor(query => query.CourseId).OptionalId();
        RuleFor(query => query.Status).OptionalWord(default(SessionStatus));
    }
}
