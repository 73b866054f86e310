using MediatR;
using Microsoft.EntityFrameworkCore;
using TalkConnect.Application.Common;
using TalkConnect.Application.Courses;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Courses;
using TalkConnect.Infrastructure.Persistence;

namespace TalkConnect.Infrastructure.Courses;

internal sealed class GetCourseHandler(TalkConnectDbContext db) : IRequestHandler<GetCourse, CourseView>
{
    public async Task<CourseView> Handle(GetCourse request, CancellationToken cancellationToken) =>
        await db.Set<Course>()
            .Where(course => course.Id == request.Id)
            .Select(course => new CourseView(course.Id, course.TeacherId, course.Title, course.CreatedAt))
            .SingleOrDefaultAsync(cancellationToken)
        ?? throw SessionErrors.CourseNotFound();
}

internal sealed class GetSessionHandler(TalkConnectDbContext db) : IRequestHandler<GetSession, SessionView>
{
    public async Task<SessionView> Handle(GetSession request, CancellationToken cancellationToken) =>
        await db.Set<CourseSession>().AsNoTracking().SingleOrDefaultAsync(session => session.Id == request.Id, cancellationToken) is { } found
            ? SessionView.Of(found)
            : throw SessionErrors.NotFound();
}

internal sealed class ListSessionsHandler(TalkConnectDbContext db) : IRequestHandler<ListSessions, Page<SessionView>>
{
    public async Task<Page<SessionView>> Handle(ListSessions request, CancellationToken cancellationToken)
    {
        var sessions = db.Set<CourseSession>().AsNoTracking();
        if (request.CourseId is not null)
        {
            var course = CourseId.From(request.CourseId);
            sessions = sessions.Where(session => session.CourseId == course);
        }

        if (Words.Parse<SessionStatus>(request.Status) is { } status)
        {
            sessions = sessions.Where(session => session.Status == status);
        }

        if (request.Page.After is { } after)
        {
            var id = SessionId.From(after.Id);
            sessions = sessions.Where(session => session.CreatedAt < after.At || (session.CreatedAt == after.At && session.Id.CompareTo(id) < 0));
        }

        var found = await sessions.OrderByDescending(session => session.CreatedAt).ThenByDescending(session => session.Id)
            .Take(request.Page.Count + 1).ToListAsync(cancellationToken);
        return Page.Of([.. found.Select(SessionView.Of)], request, session => PageCursor.Of(session.CreatedAt, session.Id.Value));
    }
}
