using FastEndpoints;
using MediatR;
using TalkConnect.Application.Common;
using TalkConnect.Application.Courses;
using TalkConnect.Application.Purchases;
using TalkConnect.Domain.Courses;
using TalkConnect.Web.Common;

namespace TalkConnect.Web.Purchases;

/// <summary>Nothing: the server knows the price.</summary>
internal sealed class PurchaseSessionBody;

internal sealed class PurchaseSessionRequest
{
    [RouteParam]
    public string Id { get; set; } = "";

    [FromBody]
    public PurchaseSessionBody Body { get; set; } = new();
}

internal sealed class PurchaseSessionEndpoint(IMediator mediator) : Endpoint<PurchaseSessionRequest, PurchaseAnswer>
{
    public override void Configure()
    {
        Post("sessions/{id}/purchase");
        Roles(Role.Student);
        Definition.Asks((context, actor) => new MayBuy(context.RouteId<SessionId>(), actor));
        Definition.TakesJson(required: false);
        Definition.MovesMoney();
        Summary(summary =>
        {
            summary.Summary = "Buy a place in a session; the price waits in a hold.";
            summary.Responses[201] = "The place is yours.";
            summary.Responses[400] = "validation_failed";
            summary.Responses[403] = "own_session, role_mismatch";
            summary.Responses[404] = "session_not_found, user_not_found";
            summary.Responses[409] = "insufficient_balance, already_purchased, session_closed";
        });
    }

    public override async Task HandleAsync(PurchaseSessionRequest req, CancellationToken ct) => await Send.ResponseAsync(
        await mediator.Send(
            new PurchaseSession(HttpContext.RouteId<SessionId>(), User.Actor().Id, IdempotencyHeader.Key(HttpContext, req.Body)), ct),
        201,
        ct);
}

internal sealed class MyPurchasesEndpoint(IMediator mediator) : Endpoint<ListRequest, Page<PurchaseView>>
{
    public override void Configure()
    {
        Get("me/purchases");
        Summary(summary => summary.Summary = "Your purchases, newest first.");
    }

    public override async Task HandleAsync(ListRequest req, CancellationToken ct) =>
        await Send.OkAsync(await mediator.Send(new ListPurchases(User.Actor().Id, req.Page), ct), ct);
}
