using System.Text.Json.Serialization;
using FastEndpoints;
using MediatR;
using TalkConnect.Application.Withdrawals;
using TalkConnect.Domain.Withdrawals;
using TalkConnect.Web.Common;

namespace TalkConnect.Web.Withdrawals;

/// <summary>A refusal.</summary>
internal sealed class RejectWithdrawalBody
{
    /// <summary>Why; the teacher reads it.</summary>
    public string? Reason { get; set; }

    /// <summary>Something to say beside the reason, if anything; the teacher reads it too.</summary>
    // Left out of the hash of the request where it is absent: keys that were used before there was this member go on standing for the same.
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? AdminNotes { get; set; }

    /// <summary>Nothing: the bank's reference belongs to approve and complete.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? BankReference { get; set; }
}

internal sealed class RejectWithdrawalRequest
{
    [RouteParam]
    public string Id { get; set; } = "";

    [FromBody]
    public RejectWithdrawalBody Body { get; set; } = new();
}

internal sealed class RejectWithdrawalEndpoint(IMediator mediator, IBankVault vault) : Endpoint<RejectWithdrawalRequest, WithdrawalView>
{
    public override void Configure()
    {
        Post("admin/withdrawals/{id}/reject");
        Roles(Role.Admin);
        Definition.Asks((context, actor) => new MayHandleWithdrawal(context.RouteId<WithdrawalId>(), actor));
        Definition.TakesJson();
        Definition.MovesMoney();
        Summary(summary =>
        {
            summary.Summary = "Refuse a withdrawal; its money goes back to the teacher.";
            summary.Responses[200] = "The withdrawal, rejected.";
            summary.Responses[403] = "own_account";
            summary.Responses[404] = "withdrawal_not_found";
            summary.Responses[409] = "invalid_transition";
        });
    }

    public override async Task HandleAsync(RejectWithdrawalRequest req, CancellationToken ct)
    {
        var key = IdempotencyHeader.Key(HttpContext, req.Body);
        var withdrawal = await mediator.Send(
            new RejectWithdrawal(HttpContext.RouteId<WithdrawalId>(), User.Actor().Id, req.Body.Reason, req.Body.AdminNotes, req.Body.BankReference, key), ct);
        await Send.OkAsync(withdrawal.Masked(vault), ct);
    }
}
