using FastEndpoints;
using MediatR;
using TalkConnect.Application.Settlement;
using TalkConnect.Domain.Settlement;
using TalkConnect.Web.Common;

namespace TalkConnect.Web.Settlement;

/// <summary>An admin's decision.</summary>
internal sealed class ResolveHoldBody
{
    /// <summary>release, refund or split.</summary>
    public string? Decision { get; set; }

    /// <summary>The teacher's part of a split, before the commission: more than nothing and less than the hold. The student gets the rest.</summary>
    public decimal? TeacherAmount { get; set; }

    /// <summary>Why; both sides read it on the receipt.</summary>
    public string? Reason { get; set; }
}

internal sealed class ResolveHoldRequest
{
    [RouteParam]
    public string Id { get; set; } = "";

    [FromBody]
    public ResolveHoldBody Body { get; set; } = new();
}

internal sealed class ResolveHoldEndpoint(IMediator mediator) : Endpoint<ResolveHoldRequest, HoldView>
{
    public override void Configure()
    {
        Post("admin/holds/{id}/resolve");
        Roles(Role.Admin);
        Definition.Asks((context, actor) => new MayResolve(context.RouteId<PaymentHoldId>(), actor));
        Definition.TakesJson();
        Definition.MovesMoney();
        Summary(summary =>
        {
            summary.Summary = "Settle a hold that is disputed or in review: release it, refund it, or give each side a part.";
            summary.Responses[200] = "The hold, settled.";
            summary.Responses[400] = "validation_failed, invalid_split";
            summary.Responses[403] = "own_account";
            summary.Responses[404] = "hold_not_found";
            summary.Responses[409] = "already_settled, not_frozen";
        });
    }

    public override async Task HandleAsync(ResolveHoldRequest req, CancellationToken ct)
    {
        var body = req.Body;
        var hold = await mediator.Send(
            new ResolveHold(
                HttpContext.RouteId<PaymentHoldId>(), User.Actor().Id, body.Decision, body.TeacherAmount, body.Reason, IdempotencyHeader.Key(HttpContext, body)),
            ct);
        await Send.OkAsync(hold, ct);
    }
}
