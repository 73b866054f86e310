using FastEndpoints;
using MediatR;
using TalkConnect.Application.Common;
using TalkConnect.Application.Ledger;
using TalkConnect.Domain.Users;
using TalkConnect.Web.Common;

namespace TalkConnect.Web.Ledger;

internal sealed class UserTransactionsEndpoint(IMediator mediator) : Endpoint<ListRequest, Page<TransactionView>>
{
    public override void Configure()
    {
        Get("admin/users/{id}/transactions");
        Roles(Role.Admin);
        Summary(summary =>
        {
            summary.Summary = "A user's ledger, newest line first.";
            summary.Responses[404] = "user_not_found";
        });
    }

    public override async Task HandleAsync(ListRequest req, CancellationToken ct) =>
        await Send.OkAsync(await mediator.Send(new ListTransactions(HttpContext.RouteId<UserId>(), MustExist: true, req.Page), ct), ct);
}

internal sealed class MyTransactionsEndpoint(IMediator mediator) : Endpoint<ListRequest, Page<TransactionView>>
{
    public override void Configure()
    {
        Get("me/transactions");
        Summary(summary => summary.Summary = "Your ledger, newest line first.");
    }

    public override async Task HandleAsync(ListRequest req, CancellationToken ct) =>
        await Send.OkAsync(await mediator.Send(new ListTransactions(User.Actor().Id, MustExist: false, req.Page), ct), ct);
}

internal sealed class MyWalletEndpoint(IMediator mediator) : EndpointWithoutRequest<WalletView>
{
    public override void Configure()
    {
        Get("me/wallet");
        Summary(summary => summary.Summary = "What is on your account, and what waits in holds.");
    }

    public override async Task HandleAsync(CancellationToken ct) => await Send.OkAsync(await mediator.Send(new GetWallet(User.Actor()), ct), ct);
}

internal sealed class LedgerVerificationEndpoint(IMediator mediator) : EndpointWithoutRequest<LedgerVerification>
{
    public override void Configure()
    {
        Get("admin/ledger/verification");
        Roles(Role.Admin);
        Summary(summary => summary.Summary = "Check every invariant of the books; lists what breaks.");
    }

    public override async Task HandleAsync(CancellationToken ct) => await Send.OkAsync(await mediator.Send(new VerifyLedger(), ct), ct);
}
