using FastEndpoints;
using MediatR;
using TalkConnect.Application.Attendance;
using TalkConnect.Application.Common;
using TalkConnect.Application.Courses;
using TalkConnect.Domain.Courses;
using TalkConnect.Web.Common;

namespace TalkConnect.Web.Attendance;

internal sealed class SessionAttendanceEndpoint(IMediator mediator) : Endpoint<ListRequest, Page<AttendanceView>>
{
    public override void Configure()
    {
        Get("sessions/{id}/attendance");
        Roles(Role.Teacher, Role.Admin);
        Definition.Asks((context, actor) => new MayManage(context.RouteId<SessionId>(), actor));
        Summary(summary =>
        {
            summary.Summary = "Everybody's attendance of a session, with the stays it is made of.";
            summary.Responses[404] = "session_not_found";
        });
    }

    public override async Task HandleAsync(ListRequest req, CancellationToken ct) =>
        await Send.OkAsync(await mediator.Send(new ListSessionAttendance(HttpContext.RouteId<SessionId>(), req.Page), ct), ct);
}

internal sealed class MyAttendanceEndpoint(IMediator mediator) : Endpoint<ListRequest, Page<AttendanceView>>
{
    public override void Configure()
    {
        Get("me/attendance");
        Summary(summary => summary.Summary = "Your attendance, newest first.");
    }

    public override async Task HandleAsync(ListRequest req, CancellationToken ct) =>
        await Send.OkAsync(await mediator.Send(new ListMyAttendance(User.Actor().Id, req.Page), ct), ct);
}
