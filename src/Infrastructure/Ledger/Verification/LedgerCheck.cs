using TalkConnect.Domain.Ledger;
using TalkConnect.Domain.Users;

namespace TalkConnect.Infrastructure.Ledger.Verification;

/// <summary>Walks every user's ledger from its first line to its last.</summary>
internal sealed class LedgerCheck(BooksSnapshot books, Findings findings, Totals totals)
{
    private readonly Dictionary<string, Account> _accounts = new(StringComparer.Ordinal);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await foreach (var user in books.ReadAsync("SELECT id, role, credit_balance, last_sequence FROM users", "user", "id", cancellationToken))
        {
            user.WordIfAny<UserRole>("role");
            var account = new Account(user.Text("id")!, user.Money("credit_balance"), user.Number("last_sequence"), LedgerEnd.Empty);
            _accounts[account.UserId] = account;
            totals.Users++;
            totals.Balances += account.Balance;
        }

        string? userId = null;
        var end = LedgerEnd.Empty;
        await foreach (var row in books.ReadAsync(LedgerLine.Query, "transaction", "id", cancellationToken))
        {
            if (row.Text("user_id") != userId)
            {
                Close(userId, end);
                (userId, end) = (row.Text("user_id"), LedgerEnd.Empty);
            }

            var line = LedgerLine.Of(row, end);
            findings.Check(LineRules.All, line, row.Subject);
            end = new LedgerEnd(line.Sequence, line.BalanceAfter, end.Sum + line.Amount);
            Count(line);
        }

        Close(userId, end);

        // Whoever is left has no lines.
        foreach (var account in _accounts.Values)
        {
            findings.Check(Account.Rules, account, $"user {account.UserId}");
        }
    }

    private void Close(string? userId, LedgerEnd end)
    {
        if (userId is null)
        {
            return;
        }

        if (_accounts.Remove(userId, out var account))
        {
            findings.Check(Account.Rules, account with { End = end }, $"user {userId}");
        }
        else
        {
            findings.Add("line_of_known_user", $"user {userId}", "There are lines of this user, but no such user.");
        }
    }

    private void Count(LedgerLine line)
    {
        totals.Transactions++;
        totals.DepositsAndAdjustments += line.Type is TransactionType.Deposit or TransactionType.AdminCredit or TransactionType.AdminDebit ? line.Amount : 0;
        totals.Commission -= line.Type is TransactionType.Commission ? line.Amount : 0;
    }
}
