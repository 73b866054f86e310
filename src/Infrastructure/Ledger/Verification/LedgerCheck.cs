namespace TalkConnect.Infrastructure.Ledger.Verification;

/// <summary>Walks every user's ledger from its first line: the chain, the balance, and each line by itself.</summary>
internal sealed class LedgerCheck(BooksSnapshot books, Findings findings, Totals totals)
{
    private const string Lines = """
        SELECT t.id, t.user_id, t.sequence, t.type, t.amount, t.balance_before, t.balance_after, t.status, t.counter_account,
               t.reference_type, t.reference_id, d.user_id AS deposit_user, d.amount AS deposit_amount, p.user_id AS purchase_user,
               p.price_paid AS purchase_price, h.teacher_id AS hold_teacher, h.student_id AS hold_student, h.amount AS hold_amount
        FROM transactions t
        LEFT JOIN deposits d ON t.reference_type = 'deposit' AND d.id = t.reference_id
        LEFT JOIN session_purchases p ON t.reference_type = 'session_purchase' AND p.id = t.reference_id
        LEFT JOIN payment_holds h ON t.reference_type = 'payment_hold' AND h.id = t.reference_id
        ORDER BY t.user_id, t.sequence
        """;

    private readonly Dictionary<string, (decimal Balance, long LastSequence)> _accounts = new(StringComparer.Ordinal);
    private readonly HashSet<(string?, string?, string?)> _posted = [];
    private string? _user;
    private long _sequence;
    private decimal _balance;
    private decimal _sum;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await foreach (var user in books.ReadAsync("SELECT id, credit_balance, last_sequence FROM users", "user", "id", cancellationToken))
        {
            var account = (Balance: user.Money("credit_balance"), LastSequence: user.Number("last_sequence"));
            _accounts[user.Text("id")!] = account;
            totals.Users++;
            totals.Balances += account.Balance;
        }

        await foreach (var line in books.ReadAsync(Lines, "transaction", "id", cancellationToken))
        {
            if (line.Text("user_id") != _user)
            {
                EndUser();
                StartUser(line.Text("user_id")!);
            }

            Walk(line);
        }

        EndUser();
        foreach (var (user, account) in _accounts)
        {
            findings.Check(account is (0, 0), "balance_is_the_sum_of_lines", $"user {user}", $"There are no lines; the balance is {account.Balance} after {account.LastSequence} lines.");
        }
    }

    private void StartUser(string user)
    {
        (_user, _sequence, _balance, _sum) = (user, 0, 0, 0);
        _posted.Clear();
    }

    private void Walk(Row line)
    {
        var subject = $"transaction {line.Text("id")}";
        var amount = line.Money("amount");
        var before = line.Money("balance_before");
        var after = line.Money("balance_after");
        var sequence = line.Number("sequence");

        findings.Check(sequence == _sequence + 1, "sequence_without_gaps", subject, $"Its sequence is {sequence} after {_sequence} of user {_user}.");
        findings.Check(before == _balance, "balance_chain", subject, $"balance_before is {before}; the line before ended with {_balance}.");
        findings.Check(after == before + amount, "line_adds_up", subject, $"balance_after is {after}; {before} + {amount} is {before + amount}.");
        findings.Check(after >= 0, "balance_not_negative", subject, $"balance_after is {after}.");
        findings.Check(
            _posted.Add((line.Text("type"), line.Text("reference_type"), line.Text("reference_id"))),
            "posted_once",
            subject,
            $"User {_user} has a second {line.Text("type")} of {line.Text("reference_type")} {line.Text("reference_id")}.");
        LineRules.Check(line, subject, amount, findings);
        (_sequence, _balance) = (sequence, after);
        _sum += amount;
        Count(line.Text("type"), amount);
    }

    private void EndUser()
    {
        if (_user is null)
        {
            return;
        }

        if (!_accounts.Remove(_user, out var account))
        {
            findings.Add("line_of_known_user", $"user {_user}", "There are lines of this user, but no such user.");
            return;
        }

        findings.Check(account.LastSequence == _sequence, "sequence_without_gaps", $"user {_user}", $"last_sequence is {account.LastSequence}; the last line is {_sequence}.");
        findings.Check(account.Balance == _balance, "balance_is_the_last_line", $"user {_user}", $"The balance is {account.Balance}; the last line ended with {_balance}.");
        findings.Check(account.Balance == _sum, "balance_is_the_sum_of_lines", $"user {_user}", $"The balance is {account.Balance}; the lines add up to {_sum}.");
    }

    private void Count(string? type, decimal amount)
    {
        totals.Transactions++;
        totals.DepositsAndAdjustments += type is "deposit" or "admin_credit" or "admin_debit" ? amount : 0;
        totals.Commission -= type is "commission" ? amount : 0;
    }
}
