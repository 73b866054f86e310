using FastEndpoints;
using MediatR;
using TalkConnect.Application.Withdrawals;
using TalkConnect.Web.Common;

namespace TalkConnect.Web.Withdrawals;

/// <summary>Money that a teacher wants on their bank account.</summary>
internal sealed class RequestWithdrawalBody
{
    /// <summary>How much, with at most two decimal places.</summary>
    public decimal? Amount { get; set; }

    /// <summary>Where the money is to go; absent when same_account_as says it.</summary>
    public BankAccountInput? BankAccountInfo { get; set; }

    /// <summary>The id of an earlier withdrawal of yours, to whose account the money is to go again.</summary>
    public string? SameAccountAs { get; set; }

    /// <summary>Something to say to the admins, if anything.</summary>
    public string? Notes { get; set; }
}

internal sealed class RequestWithdrawalRequest
{
    [FromBody]
    public RequestWithdrawalBody Body { get; set; } = new();
}

internal sealed class RequestWithdrawalEndpoint(IMediator mediator, IBankVault vault) : Endpoint<RequestWithdrawalRequest, WithdrawalView>
{
    public override void Configure()
    {
        Post("withdrawals");
        Roles(Role.Teacher);
        Definition.TakesJson();
        Definition.MovesMoney();
        Summary(summary =>
        {
            summary.Summary = "Ask for money; it leaves your balance at once.";
            summary.Responses[201] = "It was asked for.";
            summary.Responses[400] = "validation_failed";
            summary.Responses[403] = "role_mismatch";
            summary.Responses[404] = "user_not_found, withdrawal_not_found";
            summary.Responses[409] = "insufficient_balance, too_many_open";
            summary.Responses[503] = "bank_data_unreadable";
        });
    }

    public override async Task HandleAsync(RequestWithdrawalRequest req, CancellationToken ct)
    {
        var body = req.Body;
        var key = IdempotencyHeader.Key(HttpContext, Named(body));
        var withdrawal = await mediator.Send(
            new RequestWithdrawal(User.Actor().Id, body.Amount, body.BankAccountInfo, body.SameAccountAs, body.Notes, key), ct);
        await Send.ResponseAsync(withdrawal.Masked(vault), 201, ct);
    }

    /// <summary>A hash of the body is kept with the key; of an account number itself it could be guessed back.</summary>
    private object Named(RequestWithdrawalBody body) => new
    {
        body.Amount,
        Destination = body.BankAccountInfo is { } account
            ? vault.Fingerprint(string.Join('\n', account.BankName, account.AccountNumber, account.AccountName, account.Branch, account.SwiftCode))
            : null,
        body.SameAccountAs,
        body.Notes,
    };
}
