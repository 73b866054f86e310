using FastEndpoints;
using MediatR;
using TalkConnect.Application.Common;
using TalkConnect.Application.Withdrawals;
using TalkConnect.Domain.Withdrawals;
using TalkConnect.Web.Common;

namespace TalkConnect.Web.Withdrawals;

internal sealed class ListWithdrawalsRequest : ListRequest
{
    /// <summary>Only those that are pending, processing, completed, rejected or cancelled.</summary>
    [QueryParam]
    public string? Status { get; set; }

    /// <summary>newest (the default) or oldest first.</summary>
    [QueryParam]
    public string? Order { get; set; }
}

internal sealed class MyWithdrawalsEndpoint(IMediator mediator) : Endpoint<ListWithdrawalsRequest, Page<WithdrawalView>>
{
    public override void Configure()
    {
        Get("withdrawals");
        Roles(Role.Teacher);
        Summary(summary => summary.Summary = "Your withdrawals, newest first unless asked otherwise.");
    }

    public override async Task HandleAsync(ListWithdrawalsRequest req, CancellationToken ct) =>
        await Send.OkAsync(await mediator.Send(new ListWithdrawals(User.Actor().Id, req.Status, req.Order, req.Page), ct), ct);
}

internal sealed class MyWithdrawalEndpoint(IMediator mediator) : EndpointWithoutRequest<WithdrawalView>
{
    public override void Configure()
    {
        Get("withdrawals/{id}");
        Roles(Role.Teacher);
        Summary(summary =>
        {
            summary.Summary = "One withdrawal of yours.";
            summary.Responses[404] = "withdrawal_not_found";
        });
    }

    public override async Task HandleAsync(CancellationToken ct) =>
        await Send.OkAsync(await mediator.Send(new GetWithdrawal(HttpContext.RouteId<WithdrawalId>(), User.Actor().Id), ct), ct);
}

internal sealed class WithdrawalLinesEndpoint(IMediator mediator) : Endpoint<ListRequest, Page<WithdrawalLineView>>
{
    public override void Configure()
    {
        Get("withdrawals/{id}/lines");
        Roles(Role.Teacher, Role.Admin);
        Summary(summary =>
        {
            summary.Summary = "What a withdrawal is paid with, the oldest money first; for its teacher and admins.";
            summary.Responses[404] = "withdrawal_not_found";
        });
    }

    public override async Task HandleAsync(ListRequest req, CancellationToken ct) =>
        await Send.OkAsync(await mediator.Send(new ListWithdrawalLines(HttpContext.RouteId<WithdrawalId>(), User.Actor(), req.Page), ct), ct);
}

/// <summary>Nothing.</summary>
internal sealed class CancelWithdrawalBody;

internal sealed class CancelWithdrawalRequest
{
    [RouteParam]
    public string Id { get; set; } = "";

    [FromBody]
    public CancelWithdrawalBody Body { get; set; } = new();
}

internal sealed class CancelWithdrawalEndpoint(IMediator mediator, IBankVault vault) : Endpoint<CancelWithdrawalRequest, WithdrawalView>
{
    public override void Configure()
    {
        Post("withdrawals/{id}/cancel");
        Roles(Role.Teacher);
        Definition.Asks((context, actor) => new MayCancelWithdrawal(context.RouteId<WithdrawalId>(), actor));
        Definition.TakesJson(required: false);
        Definition.MovesMoney();
        Summary(summary =>
        {
            summary.Summary = "Take back a withdrawal that nobody has approved; its money is yours again.";
            summary.Responses[200] = "The withdrawal, cancelled.";
            summary.Responses[404] = "withdrawal_not_found";
            summary.Responses[409] = "invalid_transition";
        });
    }

    public override async Task HandleAsync(CancelWithdrawalRequest req, CancellationToken ct)
    {
        var key = IdempotencyHeader.Key(HttpContext, req.Body);
        var withdrawal = await mediator.Send(new CancelWithdrawal(HttpContext.RouteId<WithdrawalId>(), key), ct);
        await Send.OkAsync(withdrawal.Masked(vault), ct);
    }
}
