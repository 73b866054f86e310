using TalkConnect.Domain.Common;
using TalkConnect.Domain.Ledger;
using TalkConnect.Domain.Withdrawals;

namespace TalkConnect.Infrastructure.Ledger.Verification;

/// <summary>Looks at every withdrawal with the lines that it should, or should not, have.</summary>
internal sealed class WithdrawalCheck(BooksSnapshot books, Findings findings, Totals totals)
{
    private const string Query = """
        SELECT w.id, w.amount, w.status, w.processed_at, w.completed_at, w.closed_at, w.bank_reference,
               t.id AS reserve_id, t.status AS reserve_status, b.id AS reversal_id
        FROM withdrawals w
        LEFT JOIN transactions t ON t.user_id = w.teacher_id AND t.type = 'withdrawal' AND t.reference_type = 'withdrawal' AND t.reference_id = w.id
        LEFT JOIN transactions b ON b.user_id = w.teacher_id AND b.type = 'refund' AND b.reference_type = 'withdrawal' AND b.reference_id = w.id
        ORDER BY w.id
        """;

    private static readonly Rule<Entry>[] Rules =
    [
        new(
            "withdrawal_is_reserved",
            it => it.HasReserve,
            it => $"There is no line of -{it.Amount} for it in its teacher's ledger."),
        new(
            "withdrawal_is_reserved",
            it => !it.HasReserve || it.Status is null || it.ReserveStatus == DueStatus(it.Status.Value),
            it => $"It is {it.Status!.Value.Word()} and its line {it.ReserveStatus?.Word()}; the line should be {DueStatus(it.Status.Value).Word()}."),
        new(
            "withdrawal_is_given_back",
            it => it.Status is null || it.HasReversal == it.IsClosed,
            it => it.IsClosed
                ? $"It is {it.Status!.Value.Word()}; there is no line that gives {it.Amount} back."
                : (FormattableString)$"It is {it.Status!.Value.Word()}; a line gives {it.Amount} back all the same."),
        new(
            "withdrawal_says_when",
            it => it.ClosedAt.HasValue == it.IsClosed && it.CompletedAt.HasValue == (it.Status is WithdrawalStatus.Completed),
            it => $"It is {it.Status?.Word()}; completed_at is {it.CompletedAt:o}, closed_at {it.ClosedAt:o}."),
        new(
            "withdrawal_says_when",
            it => it.Status is not WithdrawalStatus.Completed || it.BankReference is { Length: > 0 },
            it => $"It is completed without a bank reference."),
    ];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        string? last = null;
        await foreach (var row in books.ReadAsync(Query, "withdrawal", "id", cancellationToken))
        {
            if (row.Text("id") == last)
            {
                continue;
            }

            last = row.Text("id");
            var entry = Entry.Of(row);
            totals.Withdrawals++;
            totals.Withdrawn += entry.IsClosed ? 0 : entry.Amount;
            findings.Check(Rules, entry, row.Subject);
        }
    }

    private static TransactionStatus DueStatus(WithdrawalStatus status) => status switch
    {
        WithdrawalStatus.Completed => TransactionStatus.Completed,
        WithdrawalStatus.Rejected or WithdrawalStatus.Cancelled => TransactionStatus.Failed,
        _ => TransactionStatus.Pending,
    };

    private sealed record Entry(
        decimal Amount,
        WithdrawalStatus? Status,
        bool HasReserve,
        TransactionStatus? ReserveStatus,
        bool HasReversal,
        DateTime? CompletedAt,
        DateTime? ClosedAt,
        string? BankReference)
    {
        public bool IsClosed => Status is WithdrawalStatus.Rejected or WithdrawalStatus.Cancelled;

        public static Entry Of(Row row) => new(
            row.Money("amount"),
            row.WordIfAny<WithdrawalStatus>("status"),
            row.Has("reserve_id"),
            row.WordIfAny<TransactionStatus>("reserve_status"),
            row.Has("reversal_id"),
            row.TimeIfAny("completed_at"),
            row.TimeIfAny("closed_at"),
            row.Text("bank_reference"));
    }
}
