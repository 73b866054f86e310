using FastEndpoints;
using MediatR;
using TalkConnect.Application.Settlement;
using TalkConnect.Domain.Settlement;
using TalkConnect.Web.Common;

namespace TalkConnect.Web.Settlement;

/// <summary>An objection.</summary>
internal sealed class DisputeHoldBody
{
    /// <summary>What is wrong; the teacher and admins read it.</summary>
    public string? Reason { get; set; }
}

internal sealed class DisputeHoldRequest
{
    [RouteParam]
    public string Id { get; set; } = "";

    [FromBody]
    public DisputeHoldBody Body { get; set; } = new();
}

internal sealed class DisputeHoldEndpoint(IMediator mediator) : Endpoint<DisputeHoldRequest, HoldView>
{
    public override void Configure()
    {
        Post("holds/{id}/dispute");
        Roles(Role.Student);
        Definition.Asks((context, actor) => new MayDispute(context.RouteId<PaymentHoldId>(), actor));
        Definition.TakesJson();
        Summary(summary =>
        {
            summary.Summary = "Object to being charged, from the session's start until its money is settled. An admin decides then.";
            summary.Responses[200] = "The hold, disputed.";
            summary.Responses[404] = "hold_not_found";
            summary.Responses[409] = "already_settled, already_frozen, session_not_begun";
        });
    }

    public override async Task HandleAsync(DisputeHoldRequest req, CancellationToken ct) =>
        await Send.OkAsync(await mediator.Send(new DisputeHold(HttpContext.RouteId<PaymentHoldId>(), req.Body.Reason), ct), ct);
}
