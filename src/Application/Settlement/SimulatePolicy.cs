using FluentValidation;
using MediatR;
using TalkConnect.Application.Common;
using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Settlement;

namespace TalkConnect.Application.Settlement;

/// <summary>Decides what was settled in a period once more, by other rules, and changes nothing. What is null stays as it was.</summary>
/// <param name="From">Settled then or later: an ISO instant.</param>
/// <param name="To">Settled before then: an ISO instant.</param>
/// <param name="Policy">The name of a policy.</param>
/// <param name="ThresholdPercentage">The share of a session that counts as attending it.</param>
/// <param name="HoldPeriod">How long money waits after the session: P3D.</param>
/// <param name="ReferredRate">The platform's share of what a referred teacher is paid.</param>
/// <param name="StandardRate">The platform's share of what any other teacher is paid.</param>
public sealed record SimulatePolicy(
    string? From, string? To, string? Policy, decimal? ThresholdPercentage, string? HoldPeriod, decimal? ReferredRate, decimal? StandardRate)
    : IRequest<PolicySimulationView>
{
    /// <summary>The beginning, once validated.</summary>
    public DateTimeOffset Begin => WireJson.TryReadTime(From!)!.Value;

    /// <summary>The end, once validated.</summary>
    public DateTimeOffset End => WireJson.TryReadTime(To!)!.Value;

    /// <summary>The rules to decide by, once validated.</summary>
    public OtherRules Rules => new(
        Policy is null ? null : SettlementPolicy.Named(Policy),
        ThresholdPercentage is { } percent ? AttendanceThreshold.Of(percent) : null,
        HoldPeriod is null ? null : WireTimeSpan.TryRead(HoldPeriod),
        ReferredRate,
        StandardRate);
}

internal sealed class SimulatePolicyValidator : AbstractValidator<SimulatePolicy>
{
    private const string Rate = "must be a number from 0 to 1 with at most four decimal places.";

    public SimulatePolicyValidator()
    {
        RuleFor(request => request.From).Time();
        RuleFor(request => request.To).Time();
        RuleFor(request => request.To)
            .Must((request, _) => request.Begin < request.End)
            .WithMessage("to must be after from.")
            .When(request => IsTime(request.From) && IsTime(request.To));
        RuleFor(request => request.Policy)
            .Must(name => name is null || SettlementPolicy.All.Any(policy => policy.Name == name))
            .WithMessage($"policy must be one of {string.Join(", ", SettlementPolicy.All.Select(policy => policy.Name))}.");
        RuleFor(request => request.ThresholdPercentage)
            .Must(percent => percent is null or (>= 0 and <= 100) && HasPlaces(percent, 2))
            .WithMessage("threshold_percentage must be a number from 0 to 100 with at most two decimal places.");
        RuleFor(request => request.HoldPeriod)
            .Must(text => text is null || WireTimeSpan.TryRead(text) is not null)
            .WithMessage("hold_period must be an ISO 8601 duration that is not negative, such as P3D or PT12H.");
        RuleFor(request => request.ReferredRate).Must(IsRate).WithMessage($"referred_rate {Rate}");
        RuleFor(request => request.StandardRate).Must(IsRate).WithMessage($"standard_rate {Rate}");
    }

    private static bool IsTime(string? text) => text is not null && WireJson.TryReadTime(text) is not null;

    private static bool IsRate(decimal? rate) => rate is null or (>= 0 and <= 1) && HasPlaces(rate, 4);

    private static bool HasPlaces(decimal? number, int places) => number is null || decimal.Round(number.Value, places) == number;
}
