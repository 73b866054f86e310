namespace TalkConnect.Infrastructure.Ledger.Verification;

/// <summary>What a user's row says of their ledger, and where the ledger really ends.</summary>
internal sealed record Account(string UserId, decimal Balance, long LastSequence, LedgerEnd End)
{
    /// <summary>What must hold of every account.</summary>
    public static readonly Rule<Account>[] Rules =
    [
        new(
            "sequence_without_gaps",
            account => account.LastSequence == account.End.Sequence,
            account => $"last_sequence is {account.LastSequence}; the last line has {account.End.Sequence}."),
        new(
            "balance_is_the_last_line",
            account => account.Balance == account.End.Balance,
            account => $"credit_balance is {account.Balance}; the last line ended with {account.End.Balance}."),
        new(
            "balance_is_the_sum_of_lines",
            account => account.Balance == account.End.Sum,
            account => $"credit_balance is {account.Balance}; the lines add up to {account.End.Sum}."),
    ];
}
