using FastEndpoints;
using MediatR;
using TalkConnect.Application.Ledger;
using TalkConnect.Domain.Users;
using TalkConnect.Web.Common;

namespace TalkConnect.Web.Ledger;

/// <summary>Credit that an admin gives or takes.</summary>
internal sealed class AdjustmentBody
{
    /// <summary>How much, with at most two decimal places.</summary>
    public decimal? Amount { get; set; }

    /// <summary>Why.</summary>
    public string? Reason { get; set; }
}

internal sealed class AdjustmentRequest
{
    [RouteParam]
    public string Id { get; set; } = "";

    [FromBody]
    public AdjustmentBody Body { get; set; } = new();
}

internal abstract class AdjustmentEndpoint(IMediator mediator, bool isCredit) : Endpoint<AdjustmentRequest, PostingAnswer>
{
    public override void Configure()
    {
        Post($"admin/users/{{id}}/{(isCredit ? "credits" : "debits")}");
        Roles(Role.Admin);
        Definition.Asks((context, actor) => new MayMoveMoneyOf(context.RouteId<UserId>(), actor));
        Definition.TakesJson();
        Definition.MovesMoney();
        Summary(summary =>
        {
            summary.Summary = isCredit ? "Give credit to a user." : "Take credit from a user.";
            summary.Responses[201] = "It was booked.";
            summary.Responses[400] = "validation_failed";
            summary.Responses[403] = "own_account";
            summary.Responses[404] = "user_not_found";
            summary.Responses[409] = "insufficient_balance";
        });
    }

    public override async Task HandleAsync(AdjustmentRequest req, CancellationToken ct)
    {
        var answer = await mediator.Send(
            new AdjustBalance(
                HttpContext.RouteId<UserId>(), isCredit, req.Body.Amount, req.Body.Reason, User.Actor(), IdempotencyHeader.Key(HttpContext, req.Body)),
            ct);
        await Send.ResponseAsync(answer, 201, ct);
    }
}

internal sealed class CreditEndpoint(IMediator mediator) : AdjustmentEndpoint(mediator, isCredit: true);

internal sealed class DebitEndpoint(IMediator mediator) : AdjustmentEndpoint(mediator, isCredit: false);
