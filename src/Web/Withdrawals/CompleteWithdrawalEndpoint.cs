using System.Text.Json.Serialization;
using FastEndpoints;
using MediatR;
using TalkConnect.Application.Withdrawals;
using TalkConnect.Domain.Withdrawals;
using TalkConnect.Web.Common;

namespace TalkConnect.Web.Withdrawals;

/// <summary>The bank's word that it has paid.</summary>
internal sealed class CompleteWithdrawalBody
{
    /// <summary>The bank's name for the transfer.</summary>
    public string? BankReference { get; set; }

    /// <summary>Something to say, if anything.</summary>
    public string? AdminNotes { get; set; }

    /// <summary>Nothing: the reason belongs to reject.</summary>
    // Left out of the hash of the request where it is absent: keys that were used before there was this member go on standing for the same.
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reason { get; set; }
}

internal sealed class CompleteWithdrawalRequest
{
    [RouteParam]
    public string Id { get; set; } = "";

    [FromBody]
    public CompleteWithdrawalBody Body { get; set; } = new();
}

internal sealed class CompleteWithdrawalEndpoint(IMediator mediator, IBankVault vault) : Endpoint<CompleteWithdrawalRequest, WithdrawalView>
{
    public override void Configure()
    {
        Post("admin/withdrawals/{id}/complete");
        Roles(Role.Admin);
        Definition.Asks((context, actor) => new MayHandleWithdrawal(context.RouteId<WithdrawalId>(), actor));
        Definition.TakesJson();
        Definition.MovesMoney();
        Summary(summary =>
        {
            summary.Summary = "Say that the bank has paid. This is final.";
            summary.Responses[200] = "The withdrawal, completed.";
            summary.Responses[403] = "own_account, second_admin_needed";
            summary.Responses[404] = "withdrawal_not_found";
            summary.Responses[409] = "invalid_transition";
        });
    }

    public override async Task HandleAsync(CompleteWithdrawalRequest req, CancellationToken ct)
    {
        var key = IdempotencyHeader.Key(HttpContext, req.Body);
        var withdrawal = await mediator.Send(
            new CompleteWithdrawal(
                HttpContext.RouteId<WithdrawalId>(), User.Actor().Id, req.Body.BankReference, req.Body.AdminNotes, req.Body.Reason, key),
            ct);
        await Send.OkAsync(withdrawal.Masked(vault), ct);
    }
}
