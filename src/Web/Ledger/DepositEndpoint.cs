using FastEndpoints;
using MediatR;
using TalkConnect.Application.Ledger;
using TalkConnect.Domain.Users;
using TalkConnect.Web.Common;

namespace TalkConnect.Web.Ledger;

/// <summary>Money that came in from outside.</summary>
internal sealed class DepositBody
{
    /// <summary>How much, with at most two decimal places.</summary>
    public decimal? Amount { get; set; }

    /// <summary>What the outside calls it; the same again is no second deposit.</summary>
    public string? ExternalReference { get; set; }
}

internal sealed class DepositRequest
{
    [RouteParam]
    public string Id { get; set; } = "";

    [FromBody]
    public DepositBody Body { get; set; } = new();
}

internal sealed class DepositEndpoint(IMediator mediator) : Endpoint<DepositRequest, PostingAnswer>
{
    public override void Configure()
    {
        Post("admin/users/{id}/deposits");
        Roles(Role.Admin);
        Definition.Asks((context, actor) => new MayMoveMoneyOf(context.RouteId<UserId>(), actor));
        Definition.TakesJson();
        Definition.MovesMoney();
        Summary(summary =>
        {
            summary.Summary = "Book a deposit to a user.";
            summary.Responses[200] = "It was booked before; this is the first answer.";
            summary.Responses[201] = "It was booked.";
            summary.Responses[400] = "validation_failed";
            summary.Responses[403] = "own_account";
            summary.Responses[404] = "user_not_found";
            summary.Responses[409] = "duplicate_reference";
        });
    }

    public override async Task HandleAsync(DepositRequest req, CancellationToken ct)
    {
        var answer = await mediator.Send(
            new DepositMoney(
                HttpContext.RouteId<UserId>(), req.Body.Amount, req.Body.ExternalReference, IdempotencyHeader.Key(HttpContext, req.Body)),
            ct);
        await Send.ResponseAsync(answer.Posting, answer.Created ? 201 : 200, ct);
    }
}
