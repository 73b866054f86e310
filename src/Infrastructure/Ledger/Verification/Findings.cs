using TalkConnect.Application.Ledger;

namespace TalkConnect.Infrastructure.Ledger.Verification;

/// <summary>Collects what breaks, up to a limit that a person would still read; what is left out is counted.</summary>
internal sealed class Findings
{
    // The last row is kept free to say that there are more.
    private const int MostListed = LedgerVerification.MaxViolations - 1;

    private readonly List<LedgerViolation> _listed = [];
    private readonly SortedDictionary<string, int> _found = new(StringComparer.Ordinal);

    /// <summary>The list, which says at its end when it is not all.</summary>
    public IReadOnlyList<LedgerViolation> Violations
    {
        get
        {
            var more = _found.Values.Sum() - _listed.Count;
            return more == 0 ? _listed : [.. _listed, new LedgerViolation("more_violations", "verification", Left(more))];
        }
    }

    public void Add(string invariant, string subject, string detail)
    {
        var violation = new LedgerViolation(invariant, subject, detail);
        _found[invariant] = _found.GetValueOrDefault(invariant) + 1;

        if (_listed.Count < MostListed)
        {
            _listed.Add(violation);
        }
        else if (_found[invariant] == 1)
        {
            // However much breaks one invariant, every other one that breaks is seen.
            var commonest = _listed.CountBy(listed => listed.Invariant).MaxBy(kind => kind.Value).Key;
            _listed.RemoveAt(_listed.FindLastIndex(listed => listed.Invariant == commonest));
            _listed.Add(violation);
        }
    }

    /// <summary>Notes which of the rules do not hold, each invariant once.</summary>
    public void Check<T>(Rule<T>[] rules, T thing, string subject)
    {
        if (Array.TrueForAll(rules, rule => rule.Holds(thing)))
        {
            return;
        }

        foreach (var broken in rules.Where(rule => !rule.Holds(thing)).GroupBy(rule => rule.Invariant))
        {
            Add(broken.Key, subject, string.Join(' ', broken.Select(rule => FormattableString.Invariant(rule.Otherwise(thing)))));
        }
    }

    private string Left(int more)
    {
        var listed = _listed.CountBy(violation => violation.Invariant).ToDictionary();
        var left = _found.Select(kind => (kind.Key, Count: kind.Value - listed.GetValueOrDefault(kind.Key))).Where(kind => kind.Count > 0);
        return $"{_found.Values.Sum()} violations were found, {_listed.Count} are listed. The other {more}: "
            + $"{string.Join(", ", left.Select(kind => $"{kind.Count} × {kind.Key}"))}.";
    }
}
