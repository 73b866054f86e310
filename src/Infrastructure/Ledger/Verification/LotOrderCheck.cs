using TalkConnect.Domain.Common;
using TalkConnect.Domain.Ledger;
using TalkConnect.Domain.Withdrawals;

namespace TalkConnect.Infrastructure.Ledger.Verification;

/// <summary>
/// Goes through the whole ledger of everybody who has asked for money, and looks whether each withdrawal took the lots that
/// follow from it: a request itself reads only what came after the last one.
/// </summary>
internal sealed class LotOrderCheck(BooksSnapshot books, Findings findings)
{
    private const string Invariant = "withdrawal_is_paid_with_lots";

    /// <summary>A line that is a withdrawal comes once for each lot that it took.</summary>
    private const string Query = """
        SELECT t.id, t.user_id, t.sequence, t.type, t.amount, t.reference_type, t.reference_id, l.position,
               l.transaction_id, l.lot_amount, l.amount AS taken, l.remainder, CASE WHEN l.is_furthest THEN 1 ELSE 0 END AS is_furthest
        FROM transactions t
        LEFT JOIN withdrawal_lines l ON t.type = 'withdrawal' AND t.reference_type = 'withdrawal' AND l.withdrawal_id = t.reference_id
        WHERE t.user_id IN (SELECT teacher_id FROM withdrawals)
        ORDER BY t.user_id, t.sequence
        """;

    private Lots? _lots;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        (string? User, string? Line) last = default;
        IReadOnlyList<LotShare> due = [];
        await foreach (var row in books.ReadAsync(Query, "transaction", "id", cancellationToken))
        {
            var (user, line) = (row.Text("user_id"), row.Text("id"));
            if (user != last.User)
            {
                _lots = new Lots();
            }

            if (line != last.Line)
            {
                due = Follow(row);
            }

            last = (user, line);
            if (_lots is not null && row.Has("transaction_id"))
            {
                Compare(row, due.ElementAtOrDefault(row.Number("position") - 1));
            }
        }
    }

    private IReadOnlyList<LotShare> Follow(Row row)
    {
        if (_lots is null || row.WordIfAny<TransactionType>("type") is not { } type || row.WordIfAny<ReferenceType>("reference_type") is not { } cause)
        {
            _lots = null;
            return [];
        }

        try
        {
            return _lots.Follow(new LedgerEntry(
                TransactionId.From(row.Text("id")!), row.Number("sequence"), type, Money.Of(row.Money("amount")), cause, row.Text("reference_id")!));
        }
        catch (DomainException)
        {
            findings.Add(Invariant, row.Subject, "From here on it does not follow from the ledger which money is left.");
            _lots = null;
            return [];
        }
    }

    private void Compare(Row row, LotShare? due)
    {
        var position = row.Text("position");
        var taken = (row.Text("transaction_id"), row.Money("lot_amount"), row.Money("taken"), row.Money("remainder"));
        if (due is null || taken != (due.Lot.TransactionId.Value, due.Lot.Amount.Value, due.Amount.Value, due.Remainder.Value))
        {
            findings.Add(Invariant, $"withdrawal {row.Text("reference_id")}", FormattableString.Invariant(
                $"Its line {position} takes {taken.Item3} of line {taken.Item1} ({taken.Item2}) and leaves {taken.Item4}; {Says(due)}"));
        }
        else if (row.Number("is_furthest") != 0 && !due.IsFurthest)
        {
            findings.Add(Invariant, $"withdrawal {row.Text("reference_id")}", $"Its line {position} says that no later money had been used; some had.");
        }
    }

    private static string Says(LotShare? due) => due is null
        ? "by the ledger there is no such line."
        : FormattableString.Invariant(
            $"by the ledger it takes {due.Amount} of line {due.Lot.TransactionId.Value} ({due.Lot.Amount}) and leaves {due.Remainder}.");
}
