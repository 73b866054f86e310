using MediatR;

namespace TalkConnect.Application.Ledger;

/// <summary>Checks every invariant of the books and of the settlements, and lists what breaks.</summary>
public sealed record VerifyLedger : IRequest<LedgerVerification>;

/// <summary>What a check of the books found.</summary>
/// <param name="Ok">Whether nothing breaks.</param>
/// <param name="Checked">How much was looked at.</param>
/// <param name="Violations">What breaks; the first thousand.</param>
public sealed record LedgerVerification(bool Ok, CheckedCounts Checked, IReadOnlyList<LedgerViolation> Violations)
{
    /// <summary>The most violations that are listed: more would not be read.</summary>
    public const int MaxViolations = 1000;
}

/// <summary>How much was looked at.</summary>
/// <param name="Users">Accounts.</param>
/// <param name="Transactions">Ledger lines.</param>
/// <param name="Holds">Holds.</param>
/// <param name="Withdrawals">Withdrawals.</param>
public sealed record CheckedCounts(int Users, int Transactions, int Holds, int Withdrawals);

/// <summary>One thing that breaks an invariant.</summary>
/// <param name="Invariant">The invariant's name.</param>
/// <param name="Subject">The user, hold or line.</param>
/// <param name="Detail">What was found, and what should be.</param>
public sealed record LedgerViolation(string Invariant, string Subject, string Detail);
