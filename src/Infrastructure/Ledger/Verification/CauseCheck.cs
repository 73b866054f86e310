namespace TalkConnect.Infrastructure.Ledger.Verification;

/// <summary>Looks for causes without effect: deposits without a line, purchases without a hold.</summary>
internal sealed class CauseCheck(BooksSnapshot books, Findings findings)
{
    private const string Deposits = """
        SELECT d.id FROM deposits d
        LEFT JOIN transactions t ON t.user_id = d.user_id AND t.type = 'deposit' AND t.reference_type = 'deposit' AND t.reference_id = d.id
        WHERE t.id IS NULL
        """;

    private const string Purchases = """
        SELECT p.id, p.payment_hold_id FROM session_purchases p
        LEFT JOIN payment_holds h ON h.session_purchase_id = p.id
        WHERE h.id IS NULL OR h.id <> p.payment_hold_id
        """;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await foreach (var deposit in books.ReadAsync(Deposits, "deposit", "id", cancellationToken))
        {
            findings.Add("deposit_is_booked", $"deposit {deposit.Text("id")}", "No deposit line is in its user's ledger.");
        }

        await foreach (var purchase in books.ReadAsync(Purchases, "purchase", "id", cancellationToken))
        {
            findings.Add("purchase_has_its_hold", $"purchase {purchase.Text("id")}", $"Its hold {purchase.Text("payment_hold_id")} is missing or another one.");
        }
    }
}
