using FastEndpoints;
using MediatR;
using TalkConnect.Application.Common;
using TalkConnect.Application.Settlement;
using TalkConnect.Domain.Settlement;
using TalkConnect.Web.Common;

namespace TalkConnect.Web.Settlement;

internal sealed class GetHoldEndpoint(IMediator mediator) : EndpointWithoutRequest<HoldView>
{
    public override void Configure()
    {
        Get("holds/{id}");
        Summary(summary =>
        {
            summary.Summary = "One hold, for its student, its teacher and admins.";
            summary.Responses[404] = "hold_not_found";
        });
    }

    public override async Task HandleAsync(CancellationToken ct) =>
        await Send.OkAsync(await mediator.Send(new GetHold(HttpContext.RouteId<PaymentHoldId>(), User.Actor()), ct), ct);
}

internal sealed class GetReceiptEndpoint(IMediator mediator) : EndpointWithoutRequest<ReceiptView>
{
    public override void Configure()
    {
        Get("holds/{id}/receipt");
        Summary(summary =>
        {
            summary.Summary = "Why a hold was settled as it was.";
            summary.Responses[404] = "hold_not_found, not_settled";
        });
    }

    public override async Task HandleAsync(CancellationToken ct) =>
        await Send.OkAsync(await mediator.Send(new GetReceipt(HttpContext.RouteId<PaymentHoldId>(), User.Actor()), ct), ct);
}

internal sealed class ListHoldsRequest : ListRequest
{
    /// <summary>Only those that are held, released, refunded, disputed or needs_review.</summary>
    [QueryParam]
    public string? Status { get; set; }

    /// <summary>true: only those whose settlement failed and that are not settled.</summary>
    [QueryParam]
    public string? Failed { get; set; }

    /// <summary>true: only those that wait for an admin (disputed or needs_review), the longest waiting first.</summary>
    [QueryParam]
    public string? Waiting { get; set; }
}

internal sealed class ListHoldsEndpoint(IMediator mediator) : Endpoint<ListHoldsRequest, Page<AdminHoldView>>
{
    public override void Configure()
    {
        Get("admin/holds");
        Roles(Role.Admin);
        Summary(summary => summary.Summary = "All holds, newest first, or with waiting=true the longest waiting first; with how settling them went.");
    }

    public override async Task HandleAsync(ListHoldsRequest req, CancellationToken ct) =>
        await Send.OkAsync(await mediator.Send(new ListHolds(req.Status, req.Failed, req.Waiting, req.Page), ct), ct);
}
