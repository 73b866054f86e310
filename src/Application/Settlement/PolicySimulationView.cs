using TalkConnect.Application.Common;
using TalkConnect.Domain.Settlement;

namespace TalkConnect.Application.Settlement;

/// <summary>What would have become of the settled holds of a period, beside what did.</summary>
/// <param name="Period">What was settled when.</param>
/// <param name="Rules">What they were decided by once more.</param>
/// <param name="Holds">How many a policy had decided.</param>
/// <param name="Unchanged">How many of them would have had the same outcome.</param>
/// <param name="Flipped">How many of them would have had the other one.</param>
/// <param name="Apart">How many others there are, whose outcome no policy decided.</param>
/// <param name="Currency">The currency of all amounts.</param>
/// <param name="Money">What each side would have more or less.</param>
/// <param name="Examples">The flips that are nearest to the threshold, those first; at most 20.</param>
/// <param name="Histogram">How far the students' attendance was from the threshold.</param>
/// <param name="HoldPeriod">What another hold period would have moved; null where none was asked about.</param>
public sealed record PolicySimulationView(
    SimulatedPeriod Period,
    SimulatedRules Rules,
    int Holds,
    int Unchanged,
    SimulatedFlips Flipped,
    NotSimulated Apart,
    string Currency,
    MoneyShift Money,
    IReadOnlyCollection<SimulatedFlip> Examples,
    IReadOnlyList<MarginStep> Histogram,
    SimulatedHoldPeriod? HoldPeriod)
{
    /// <summary>The view of a simulation.</summary>
    public static PolicySimulationView Of(SimulatePolicy asked, PolicySimulation simulation, Currency currency) => new(
        new SimulatedPeriod(asked.Begin, asked.End),
        new SimulatedRules(asked.Policy, asked.ThresholdPercentage, asked.HoldPeriod, asked.ReferredRate, asked.StandardRate),
        simulation.Holds,
        simulation.Unchanged,
        new SimulatedFlips(simulation.ToReleased, simulation.ToRefunded),
        new NotSimulated(simulation.Cancelled, simulation.ByHand),
        currency.Code,
        simulation.Money,
        simulation.Examples,
        simulation.Margins.Steps,
        simulation.HoldPeriod is { } shift ? new SimulatedHoldPeriod(WireTimeSpan.Write(shift.LongerBy), shift.Later, shift.Sooner) : null);
}

/// <summary>A time.</summary>
/// <param name="From">Its beginning.</param>
/// <param name="To">Its end, itself not included.</param>
public sealed record SimulatedPeriod(DateTimeOffset From, DateTimeOffset To);

/// <summary>Rules; null is what each receipt recorded.</summary>
/// <param name="Policy">The name of the policy.</param>
/// <param name="ThresholdPercentage">The share of a session that counts as attending it.</param>
/// <param name="HoldPeriod">How long money waits after the session.</param>
/// <param name="ReferredRate">The platform's share of what a referred teacher is paid.</param>
/// <param name="StandardRate">The platform's share of what any other teacher is paid.</param>
public sealed record SimulatedRules(
    string? Policy, decimal? ThresholdPercentage, string? HoldPeriod, decimal? ReferredRate, decimal? StandardRate);

/// <summary>How many holds would have had the other outcome.</summary>
/// <param name="ToReleased">Released instead of refunded.</param>
/// <param name="ToRefunded">Refunded instead of released.</param>
public sealed record SimulatedFlips(int ToReleased, int ToRefunded);

/// <summary>How many holds keep their outcome whatever the rules are.</summary>
/// <param name="Cancelled">Refunded because their session was cancelled.</param>
/// <param name="ByHand">Decided by an admin; the commission on what they released follows the rates all the same.</param>
public sealed record NotSimulated(int Cancelled, int ByHand);

/// <summary>What another hold period would have moved.</summary>
/// <param name="LongerBy">How much longer it is than the one of today, as an ISO 8601 duration; negative where it is shorter.</param>
/// <param name="Later">Holds that would not have been due yet when they were settled.</param>
/// <param name="Sooner">Holds that would have been due before they were.</param>
public sealed record SimulatedHoldPeriod(string LongerBy, HoldSum Later, HoldSum Sooner);
