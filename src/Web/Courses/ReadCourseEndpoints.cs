using FastEndpoints;
using MediatR;
using TalkConnect.Application.Common;
using TalkConnect.Application.Courses;
using TalkConnect.Domain.Courses;
using TalkConnect.Web.Common;

namespace TalkConnect.Web.Courses;

internal sealed class GetCourseEndpoint(IMediator mediator) : EndpointWithoutRequest<CourseView>
{
    public override void Configure()
    {
        Get("courses/{id}");
        Summary(summary =>
        {
            summary.Summary = "One course.";
            summary.Responses[404] = "course_not_found";
        });
    }

    public override async Task HandleAsync(CancellationToken ct) =>
        await Send.OkAsync(await mediator.Send(new GetCourse(HttpContext.RouteId<CourseId>()), ct), ct);
}

internal sealed class GetSessionEndpoint(IMediator mediator) : EndpointWithoutRequest<SessionView>
{
    public override void Configure()
    {
        Get("sessions/{id}");
        Summary(summary =>
        {
            summary.Summary = "One session.";
            summary.Responses[404] = "session_not_found";
        });
    }

    public override async Task HandleAsync(CancellationToken ct) =>
        await Send.OkAsync(await mediator.Send(new GetSession(HttpContext.RouteId<SessionId>()), ct), ct);
}

internal sealed class ListSessionsRequest : ListRequest
{
    /// <summary>Only the sessions of this course.</summary>
    [QueryParam]
    public string? CourseId { get; set; }

    /// <summary>Only those that are scheduled, in_progress, completed or cancelled.</summary>
    [QueryParam]
    public string? Status { get; set; }
}

internal sealed class ListSessionsEndpoint(IMediator mediator) : Endpoint<ListSessionsRequest, Page<SessionView>>
{
    public override void Configure()
    {
        Get("sessions");
        Summary(summary => summary.Summary = "Sessions, newest first.");
    }

    public override async Task HandleAsync(ListSessionsRequest req, CancellationToken ct) =>
        await Send.OkAsync(await mediator.Send(new ListSessions(req.CourseId, req.Status, req.Page), ct), ct);
}
