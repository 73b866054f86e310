namespace TalkConnect.Infrastructure.Ledger.Verification;

/// <summary>Looks for what is not there, or there twice: deposits without a line, purchases without a hold, a line posted again.</summary>
internal sealed class CauseCheck(BooksSnapshot books, Findings findings)
{
    /// <summary>Each query finds what breaks its invariant; all are served by the keys and indexes that there are.</summary>
    private static readonly Search[] Searches =
    [
        new(
            "deposit_is_booked",
            "deposit",
            """
            SELECT d.id, d.user_id, d.transaction_id FROM deposits d
            LEFT JOIN transactions t ON t.user_id = d.user_id AND t.type = 'deposit' AND t.reference_type = 'deposit' AND t.reference_id = d.id
            WHERE t.id IS NULL OR t.id <> d.transaction_id
            """,
            deposit => $"Its line {deposit.Text("transaction_id")} is not the deposit line of it in the ledger of user {deposit.Text("user_id")}."),
        new(
            "purchase_is_paid",
            "purchase",
            """
            SELECT p.id, p.user_id, p.price_paid FROM session_purchases p
            LEFT JOIN transactions t ON t.user_id = p.user_id AND t.type = 'purchase' AND t.reference_type = 'session_purchase' AND t.reference_id = p.id
            WHERE t.id IS NULL
            """,
            purchase => $"There is no purchase line of -{purchase.Text("price_paid")} for it in the ledger of user {purchase.Text("user_id")}."),
        new(
            "purchase_has_its_hold",
            "purchase",
            """
            SELECT p.id, p.payment_hold_id, h.id AS found FROM session_purchases p
            LEFT JOIN payment_holds h ON h.session_purchase_id = p.id
            WHERE h.id IS NULL OR h.id <> p.payment_hold_id
            """,
            purchase => $"Its hold is {purchase.Text("found") ?? "missing"}; it should be {purchase.Text("payment_hold_id")}."),
        new(
            "receipt_has_its_hold",
            "receipt",
            "SELECT r.hold_id, r.outcome FROM receipts r LEFT JOIN payment_holds h ON h.id = r.hold_id WHERE h.id IS NULL",
            receipt => $"It says that a hold was {receipt.Text("outcome")}; there is no such hold.",
            "hold_id"),
        new(
            "posted_once",
            "transaction",
            """
            SELECT MAX(id) AS id, user_id, type, reference_type, reference_id, COUNT(*) AS lines_posted FROM transactions
            GROUP BY user_id, type, reference_type, reference_id HAVING COUNT(*) > 1
            """,
            line => $"User {line.Text("user_id")} has {line.Text("lines_posted")} lines of type {line.Text("type")} for {line.Text("reference_type")} {line.Text("reference_id")}; there should be one."),
    ];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var search in Searches)
        {
            await foreach (var row in books.ReadAsync(search.Sql, search.Kind, search.Id, cancellationToken))
            {
                findings.Add(search.Invariant, row.Subject, search.Detail(row));
            }
        }
    }

    private sealed record Search(string Invariant, string Kind, string Sql, Func<Row, string> Detail, string Id = "id");
}
