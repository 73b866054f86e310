namespace TalkConnect.Infrastructure.Ledger.Verification;

/// <summary>Looks at what withdrawals are paid with: it adds up to each of them, and no money pays twice.</summary>
internal sealed class LotCheck(BooksSnapshot books, Findings findings)
{
    private const string OfWithdrawals = """
        SELECT w.id, w.amount, l.position, l.amount AS taken, l.remainder, l.lot_amount FROM withdrawals w
        LEFT JOIN withdrawal_lines l ON l.withdrawal_id = w.id
        ORDER BY w.id, l.position
        """;

    /// <summary>What withdrawals that were not given back have taken, with the line that brought the money and its commission.</summary>
    private const string OfLots = """
        SELECT l.transaction_id, l.withdrawal_id, l.amount AS taken, l.lot_amount, w.teacher_id, t.user_id, t.amount, c.amount AS charged
        FROM withdrawal_lines l
        JOIN withdrawals w ON w.id = l.withdrawal_id
        LEFT JOIN transactions t ON t.id = l.transaction_id
        LEFT JOIN transactions c ON c.user_id = t.user_id AND c.type = 'commission' AND c.reference_type = t.reference_type AND c.reference_id = t.reference_id
        WHERE w.status NOT IN ('rejected', 'cancelled')
        ORDER BY l.transaction_id
        """;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await CheckWithdrawalsAsync(cancellationToken);
        await CheckLotsAsync(cancellationToken);
    }

    private async Task CheckWithdrawalsAsync(CancellationToken cancellationToken)
    {
        (string? Id, decimal Amount, decimal Taken, int Position) one = default;
        await foreach (var row in books.ReadAsync(OfWithdrawals, "withdrawal", "id", cancellationToken))
        {
            if (row.Text("id") != one.Id)
            {
                Close();
                one = (row.Text("id"), row.Money("amount"), 0, 0);
            }

            if (!row.Has("position"))
            {
                continue;
            }

            var (taken, remainder, lot) = (row.Money("taken"), row.Money("remainder"), row.Money("lot_amount"));
            one = one with { Taken = one.Taken + taken, Position = one.Position + 1 };
            if (row.Number("position") != one.Position || taken <= 0 || remainder < 0 || taken + remainder > lot)
            {
                findings.Add("withdrawal_is_paid_with_lots", row.Subject, $"Its line {row.Text("position")} takes {taken} of {lot} and leaves {remainder}; that cannot be.");
            }
        }

        Close();

        void Close()
        {
            if (one.Id is not null && one.Taken != one.Amount)
            {
                findings.Add("withdrawal_is_paid_with_lots", $"withdrawal {one.Id}", FormattableString.Invariant($"Its lines add up to {one.Taken}; it is over {one.Amount}."));
            }
        }
    }

    private async Task CheckLotsAsync(CancellationToken cancellationToken)
    {
        (string? Id, decimal Taken) lot = default;
        await foreach (var row in books.ReadAsync(OfLots, "transaction", "transaction_id", cancellationToken))
        {
            lot = row.Text("transaction_id") == lot.Id ? lot : (row.Text("transaction_id"), 0);
            lot.Taken += row.Money("taken");
            var brought = (row.MoneyIfAny("amount") ?? 0) + (row.MoneyIfAny("charged") ?? 0);

            if (row.Text("user_id") != row.Text("teacher_id") || brought != row.Money("lot_amount"))
            {
                findings.Add(
                    "withdrawal_is_paid_with_lots",
                    row.Subject,
                    FormattableString.Invariant($"Withdrawal {row.Text("withdrawal_id")} says that it brought {row.Money("lot_amount")} to user {row.Text("teacher_id")}; it brought {brought} to user {row.Text("user_id") ?? "nobody"}."));
            }
            else if (lot.Taken > brought)
            {
                findings.Add("lot_is_used_once", row.Subject, FormattableString.Invariant($"Withdrawals take {lot.Taken} of it; it brought {brought}."));
            }
        }
    }
}
