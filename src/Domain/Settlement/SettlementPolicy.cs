using TalkConnect.Domain.Common;

namespace TalkConnect.Domain.Settlement;

/// <summary>A named, versioned rule that turns presences into an outcome. A rule that was used is never changed: it gets a successor.</summary>
public sealed class SettlementPolicy
{
    /// <summary>Looks at the student alone: there → release, not there → refund.</summary>
    public static readonly SettlementPolicy SeedV1 = new("seed-v1", 1, (student, _) => student
        ? (SettlementOutcome.Released, SettlementReason.Attended)
        : (SettlementOutcome.Refunded, SettlementReason.AttendanceBelowThreshold));

    /// <summary>Looks at both: no teacher → refund; a teacher who waited for the student → release; both → release.</summary>
    public static readonly SettlementPolicy FairV2 = new("fair-v2", 2, (student, teacher) => (student, teacher) switch
    {
        (_, false) => (SettlementOutcome.Refunded, SettlementReason.TeacherAbsent),
        (false, true) => (SettlementOutcome.Released, SettlementReason.TeacherWaited),
        (true, true) => (SettlementOutcome.Released, SettlementReason.Attended),
    });

    private readonly Func<bool, bool, (SettlementOutcome Outcome, SettlementReason Reason)> _rule;

    private SettlementPolicy(string name, int version, Func<bool, bool, (SettlementOutcome, SettlementReason)> rule)
    {
        Name = name;
        Version = version;
        _rule = rule;
    }

    /// <summary>Every policy there is.</summary>
    public static IReadOnlyList<SettlementPolicy> All { get; } = [SeedV1, FairV2];

    /// <summary>The policy's name, as configuration and receipts write it.</summary>
    public string Name { get; }

    /// <summary>1, 2 … in the order in which the policies were made.</summary>
    public int Version { get; }

    /// <summary>The policy of that name (<c>Settlement:Policy</c>).</summary>
    /// <exception cref="DomainException">There is none (<c>unknown_policy</c>).</exception>
    public static SettlementPolicy Named(string name) => All.FirstOrDefault(policy => policy.Name == name)
        ?? throw DomainException.Invalid(
            "unknown_policy", $"There is no settlement policy '{name}'. Known are: {string.Join(", ", All.Select(policy => policy.Name))}.");

    /// <summary>What follows when these two were there, or not, for at least the threshold.</summary>
    public (SettlementOutcome Outcome, SettlementReason Reason) Decide(bool studentPresent, bool teacherPresent) =>
        _rule(studentPresent, teacherPresent);
}
