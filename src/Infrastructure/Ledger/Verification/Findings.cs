using TalkConnect.Application.Ledger;

namespace TalkConnect.Infrastructure.Ledger.Verification;

/// <summary>Collects what breaks, up to a limit that a person would still read.</summary>
internal sealed class Findings
{
    private readonly List<LedgerViolation> _violations = [];

    public IReadOnlyList<LedgerViolation> Violations => _violations;

    public void Add(string invariant, string subject, string detail)
    {
        if (_violations.Count < LedgerVerification.MaxViolations)
        {
            _violations.Add(new LedgerViolation(invariant, subject, detail));
        }
    }

    /// <summary>Notes a violation unless the condition holds.</summary>
    public void Check(bool holds, string invariant, string subject, FormattableString detail)
    {
        if (!holds)
        {
            Add(invariant, subject, FormattableString.Invariant(detail));
        }
    }
}
