using FastEndpoints;
using MediatR;
using TalkConnect.Application.Common;
using TalkConnect.Application.Withdrawals;
using TalkConnect.Domain.Withdrawals;
using TalkConnect.Web.Common;

namespace TalkConnect.Web.Withdrawals;

internal sealed class ListAllWithdrawalsEndpoint(IMediator mediator) : Endpoint<ListWithdrawalsRequest, Page<WithdrawalView>>
{
    public override void Configure()
    {
        Get("admin/withdrawals");
        Roles(Role.Admin);
        Summary(summary => summary.Summary = "Everybody's withdrawals, newest first unless asked otherwise.");
    }

    public override async Task HandleAsync(ListWithdrawalsRequest req, CancellationToken ct) =>
        await Send.OkAsync(await mediator.Send(new ListWithdrawals(null, req.Status, req.Order, req.Page), ct), ct);
}

internal sealed class RevealWithdrawalEndpoint(IMediator mediator) : EndpointWithoutRequest<WithdrawalDetail>
{
    public override void Configure()
    {
        Get("admin/withdrawals/{id}");
        Roles(Role.Admin);
        Summary(summary =>
        {
            summary.Summary = "One withdrawal with its full account number and what it is paid with. Each reading is kept in the audit trail.";
            summary.Responses[404] = "withdrawal_not_found";
            summary.Responses[503] = "bank_data_unreadable";
        });
    }

    public override async Task HandleAsync(CancellationToken ct) =>
        await Send.OkAsync(await mediator.Send(new RevealWithdrawal(HttpContext.RouteId<WithdrawalId>()), ct), ct);
}
