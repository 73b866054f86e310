using FastEndpoints;
using MediatR;
using TalkConnect.Application.Settlement;
using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Settlement;
using TalkConnect.Web.Common;

namespace TalkConnect.Web.Settlement;

internal sealed class GetEvidenceEndpoint(IMediator mediator) : EndpointWithoutRequest<HoldEvidence>
{
    public override void Configure()
    {
        Get("holds/{id}/evidence");
        Summary(summary =>
        {
            summary.Summary = "All that bears on what becomes of a hold: who was seen when, what may not have been heard, and the objection.";
            summary.Responses[404] = "hold_not_found";
        });
    }

    public override async Task HandleAsync(CancellationToken ct) =>
        await Send.OkAsync(await mediator.Send(new GetEvidence(HttpContext.RouteId<PaymentHoldId>(), User.Actor()), ct), ct);
}

internal sealed class GetSessionEvidenceEndpoint(IMediator mediator) : EndpointWithoutRequest<SessionEvidence>
{
    public override void Configure()
    {
        Get("admin/sessions/{id}/evidence");
        Roles(Role.Admin);
        Summary(summary =>
        {
            summary.Summary = "Everybody's evidence of a session, and the signs that some of it was lost.";
            summary.Responses[404] = "session_not_found";
        });
    }

    public override async Task HandleAsync(CancellationToken ct) =>
        await Send.OkAsync(await mediator.Send(new GetSessionEvidence(HttpContext.RouteId<SessionId>()), ct), ct);
}
