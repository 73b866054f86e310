using System.Text.Json.Serialization;
using FastEndpoints;
using MediatR;
using TalkConnect.Application.Withdrawals;
using TalkConnect.Domain.Withdrawals;
using TalkConnect.Web.Common;

namespace TalkConnect.Web.Withdrawals;

/// <summary>An approval.</summary>
internal sealed class ApproveWithdrawalBody
{
    /// <summary>Something to say, if anything.</summary>
    public string? AdminNotes { get; set; }

    /// <summary>The bank's name for the transfer, if it has one already.</summary>
    // Left out of the hash of the request where it is absent: keys that were used before there was this member go on standing for the same.
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? BankReference { get; set; }

    /// <summary>Nothing: the reason belongs to reject.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reason { get; set; }
}

internal sealed class ApproveWithdrawalRequest
{
    [RouteParam]
    public string Id { get; set; } = "";

    [FromBody]
    public ApproveWithdrawalBody Body { get; set; } = new();
}

internal sealed class ApproveWithdrawalEndpoint(IMediator mediator, IBankVault vault) : Endpoint<ApproveWithdrawalRequest, WithdrawalView>
{
    public override void Configure()
    {
        Post("admin/withdrawals/{id}/approve");
        Roles(Role.Admin);
        Definition.Asks((context, actor) => new MayHandleWithdrawal(context.RouteId<WithdrawalId>(), actor));
        Definition.TakesJson(required: false);
        Definition.MovesMoney();
        Summary(summary =>
        {
            summary.Summary = "Approve a withdrawal, so that the bank pays.";
            summary.Responses[200] = "The withdrawal, processing.";
            summary.Responses[403] = "own_account";
            summary.Responses[404] = "withdrawal_not_found";
            summary.Responses[409] = "invalid_transition";
        });
    }

    public override async Task HandleAsync(ApproveWithdrawalRequest req, CancellationToken ct)
    {
        var key = IdempotencyHeader.Key(HttpContext, req.Body);
        var withdrawal = await mediator.Send(
            new ApproveWithdrawal(HttpContext.RouteId<WithdrawalId>(), User.Actor().Id, req.Body.AdminNotes, req.Body.BankReference, req.Body.Reason, key), ct);
        await Send.OkAsync(withdrawal.Masked(vault), ct);
    }
}
