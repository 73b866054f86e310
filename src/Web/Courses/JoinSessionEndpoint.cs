using FastEndpoints;
using MediatR;
using TalkConnect.Application.Courses;
using TalkConnect.Domain.Courses;
using TalkConnect.Web.Common;

namespace TalkConnect.Web.Courses;

/// <summary>Which lesson to join.</summary>
internal sealed class JoinSessionBody
{
    /// <summary>1 to 99; 1 when absent.</summary>
    public int? LessonNumber { get; set; }
}

internal sealed class JoinSessionRequest
{
    [RouteParam]
    public string Id { get; set; } = "";

    [FromBody]
    public JoinSessionBody Body { get; set; } = new();
}

internal sealed class JoinSessionEndpoint(IMediator mediator) : Endpoint<JoinSessionRequest, JoinAnswer>
{
    public override void Configure()
    {
        Post("sessions/{id}/join");
        Definition.Asks((context, actor) => new MayEnter(context.RouteId<SessionId>(), actor));
        Definition.TakesJson(required: false);
        Summary(summary =>
        {
            summary.Summary = "Get a LiveKit token for a lesson's room.";
            summary.Responses[200] = "The token, and where to use it.";
            summary.Responses[400] = "validation_failed";
            summary.Responses[403] = "not_a_participant";
            summary.Responses[404] = "session_not_found";
            summary.Responses[409] = "session_closed";
        });
    }

    public override async Task HandleAsync(JoinSessionRequest req, CancellationToken ct) => await Send.OkAsync(
        await mediator.Send(new JoinSession(HttpContext.RouteId<SessionId>(), User.Actor(), req.Body.LessonNumber), ct), ct);
}
