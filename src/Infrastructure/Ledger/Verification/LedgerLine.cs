using TalkConnect.Domain.Ledger;

namespace TalkConnect.Infrastructure.Ledger.Verification;

/// <summary>A line of a ledger, what stood before it, and the cause that it names.</summary>
internal sealed record LedgerLine(
    string UserId,
    long Sequence,
    TransactionType? Type,
    decimal Amount,
    decimal BalanceBefore,
    decimal BalanceAfter,
    TransactionStatus? Status,
    DateTime? CompletedAt,
    CounterAccount? CounterAccount,
    ReferenceType? ReferenceType,
    string ReferenceId,
    TransactionMetadata? AdjustmentMetadata,
    LineCause Cause,
    LedgerEnd Before)
{
    /// <summary>Every line in the order of its ledger, with the four kinds of causes that have a row of their own.</summary>
    public const string Query = """
        SELECT t.id, t.user_id, t.sequence, t.type, t.amount, t.balance_before, t.balance_after, t.status, t.completed_at, t.counter_account,
               t.reference_type, t.reference_id, CASE WHEN t.reference_type = 'adjustment' THEN t.metadata END AS adjustment_metadata,
               d.user_id AS deposit_user, d.amount AS deposit_amount, p.user_id AS purchase_user, p.price_paid AS purchase_price,
               h.teacher_id AS hold_teacher, h.student_id AS hold_student, h.amount AS hold_amount, h.refunded_amount AS hold_refunded,
               w.teacher_id AS withdrawal_teacher, w.amount AS withdrawal_amount
        FROM transactions t
        LEFT JOIN deposits d ON t.reference_type = 'deposit' AND d.id = t.reference_id
        LEFT JOIN session_purchases p ON t.reference_type = 'session_purchase' AND p.id = t.reference_id
        LEFT JOIN payment_holds h ON t.reference_type = 'payment_hold' AND h.id = t.reference_id
        LEFT JOIN withdrawals w ON t.reference_type = 'withdrawal' AND w.id = t.reference_id
        ORDER BY t.user_id, t.sequence
        """;

    public static LedgerLine Of(Row row, LedgerEnd before)
    {
        var type = row.WordIfAny<TransactionType>("type");
        var referenceType = row.WordIfAny<ReferenceType>("reference_type");
        return new LedgerLine(
            row.Text("user_id")!,
            row.Number("sequence"),
            type,
            row.Money("amount"),
            row.Money("balance_before"),
            row.Money("balance_after"),
            row.WordIfAny<TransactionStatus>("status"),
            row.TimeIfAny("completed_at"),
            row.WordIfAny<CounterAccount>("counter_account"),
            referenceType,
            row.Text("reference_id")!,
            row.JsonIfAny<TransactionMetadata>("adjustment_metadata"),
            LineCause.Of(row, type, referenceType),
            before);
    }
}

/// <summary>The cause of a line: whose ledger it belongs into, and the amount that it is about; null where no row says so.</summary>
internal sealed record LineCause(bool IsKept, string? UserId, decimal? Amount)
{
    private static readonly LineCause NotKept = new(false, null, null);

    public static LineCause Of(Row row, TransactionType? type, ReferenceType? referenceType) => type switch
    {
        TransactionType.Deposit => new(true, row.Text("deposit_user"), row.MoneyIfAny("deposit_amount")),
        TransactionType.Purchase => new(true, row.Text("purchase_user"), -row.MoneyIfAny("purchase_price")),
        TransactionType.PaymentRelease => new(true, row.Text("hold_teacher"), row.MoneyIfAny("hold_amount") - row.MoneyIfAny("hold_refunded")),
        TransactionType.Commission => new(true, row.Text("hold_teacher"), null),
        TransactionType.Refund when referenceType is ReferenceType.PaymentHold => new(true, row.Text("hold_student"), row.MoneyIfAny("hold_refunded")),
        TransactionType.Refund => new(true, row.Text("withdrawal_teacher"), row.MoneyIfAny("withdrawal_amount")),
        TransactionType.Withdrawal => new(true, row.Text("withdrawal_teacher"), -row.MoneyIfAny("withdrawal_amount")),
        _ => NotKept,
    };
}

/// <summary>Where a ledger ends, or stood before a line.</summary>
internal sealed record LedgerEnd(long Sequence, decimal Balance, decimal Sum)
{
    public static readonly LedgerEnd Empty = new(0, 0.00m, 0.00m);
}
