using FastEndpoints;
using MediatR;
using TalkConnect.Application.Courses;
using TalkConnect.Domain.Courses;
using TalkConnect.Web.Common;

namespace TalkConnect.Web.Courses;

/// <summary>Why a session is called off.</summary>
internal sealed class CancelSessionBody
{
    /// <summary>At most 500 characters; it need not be said.</summary>
    public string? Reason { get; set; }
}

internal sealed class CancelSessionRequest
{
    [RouteParam]
    public string Id { get; set; } = "";

    [FromBody]
    public CancelSessionBody Body { get; set; } = new();
}

internal sealed class CancelSessionEndpoint(IMediator mediator) : Endpoint<CancelSessionRequest, SessionView>
{
    public override void Configure()
    {
        Post("sessions/{id}/cancel");
        Roles(Role.Teacher, Role.Admin);
        Definition.Asks((context, actor) => new MayManage(context.RouteId<SessionId>(), actor));
        Definition.TakesJson(required: false);
        Definition.MovesMoney();
        Summary(summary =>
        {
            summary.Summary = "Call a session off and refund everybody.";
            summary.Responses[200] = "The session, cancelled.";
            summary.Responses[400] = "validation_failed";
            summary.Responses[404] = "session_not_found";
            summary.Responses[409] = "invalid_transition";
        });
    }

    public override async Task HandleAsync(CancelSessionRequest req, CancellationToken ct) => await Send.OkAsync(
        await mediator.Send(
            new CancelSession(HttpContext.RouteId<SessionId>(), req.Body.Reason, IdempotencyHeader.Key(HttpContext, req.Body)), ct),
        ct);
}
