using FastEndpoints;
using TalkConnect.Application.Common;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Settlement;
using TalkConnect.Domain.Withdrawals;

namespace TalkConnect.Web.Pages;

/// <summary>What everybody may know of this deployment.</summary>
/// <param name="Currency">The one currency, as ISO 4217 has it.</param>
/// <param name="MinimumWithdrawal">The least that may be withdrawn.</param>
/// <param name="MaximumOpenWithdrawals">How many withdrawals of a teacher may be open; 0 for any number.</param>
/// <param name="Policy">The settlement policy.</param>
/// <param name="ThresholdPercentage">From which attendance on a place counts as used.</param>
/// <param name="SignIn">How people sign in to the pages.</param>
internal sealed record SettingsView(
    string Currency, Money MinimumWithdrawal, int MaximumOpenWithdrawals, string Policy, decimal ThresholdPercentage, SignInView SignIn);

/// <summary>How people sign in to the pages.</summary>
/// <param name="Kind">development: pick somebody; oidc: at the authority; none: the platform brings its own pages.</param>
/// <param name="Authority">The OIDC authority.</param>
/// <param name="ClientId">The pages' id there.</param>
/// <param name="Scope">What the pages ask for.</param>
internal sealed record SignInView(string Kind, string? Authority, string? ClientId, string? Scope);

internal sealed class GetSettingsEndpoint(
    Currency currency, WithdrawalRules withdrawals, SettlementRules settlement, IConfiguration configuration, IHostEnvironment environment)
    : EndpointWithoutRequest<SettingsView>
{
    public override void Configure()
    {
        Get("settings");
        AllowAnonymous();
        Summary(summary => summary.Summary = "What everybody may know of this deployment: currency, limits, the rule, how to sign in.");
    }

    public override Task HandleAsync(CancellationToken ct) => Send.OkAsync(
        new SettingsView(
            currency.Code, withdrawals.MinimumAmount, withdrawals.MaximumOpen, settlement.Policy.Name, settlement.Threshold.Percent, SignIn()),
        ct);

    private SignInView SignIn() => configuration["Jwt:Authority"] is { Length: > 0 } authority
        ? new SignInView("oidc", authority, configuration["Pages:ClientId"] ?? "talkconnect", configuration["Pages:Scope"] ?? "openid profile")
        : new SignInView(environment.IsDevelopment() ? "development" : "none", null, null, null);
}
