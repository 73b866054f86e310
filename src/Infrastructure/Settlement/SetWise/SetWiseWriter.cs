using TalkConnect.Application.Common;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Settlement;
using TalkConnect.Domain.Users;
using TalkConnect.Infrastructure.Persistence;
using TalkConnect.Infrastructure.Persistence.SetWise;

namespace TalkConnect.Infrastructure.Settlement.SetWise;

/// <summary>Writes a settled batch in a fixed number of statements, however large it is.</summary>
internal sealed class SetWiseWriter(TalkConnectDbContext db)
{
    private static readonly string[] Stage =
    [
        """
        CREATE TEMPORARY TABLE IF NOT EXISTS settled_holds (
            id varchar(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
            purchase_id varchar(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
            status varchar(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
            fee decimal(10,2) NOT NULL,
            release_percentage decimal(5,2) NULL,
            refunded_amount decimal(10,2) NOT NULL,
            notes varchar(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
            purchase_status varchar(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
            refund_amount decimal(10,2) NULL) ENGINE=MEMORY
        """,
        """
        CREATE TEMPORARY TABLE IF NOT EXISTS settled_users (
            id varchar(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
            credit_balance decimal(19,2) NOT NULL,
            last_sequence int NOT NULL) ENGINE=MEMORY
        """,
        "DELETE FROM settled_holds",
        "DELETE FROM settled_users",
    ];

    private const string UpdateHolds = """
        UPDATE settled_holds s STRAIGHT_JOIN payment_holds h FORCE INDEX (PRIMARY) ON h.id = s.id AND h.status = 'held'
        SET h.status = s.status, h.fee = s.fee, h.refunded_amount = s.refunded_amount, h.release_percentage = s.release_percentage, h.notes = s.notes,
            h.released_at = @now, h.revenue_at = @now, h.next_try_at = NULL, h.version = h.version + 1
        """;

    private const string UpdatePurchases = """
        UPDATE settled_holds s STRAIGHT_JOIN session_purchases p FORCE INDEX (PRIMARY) ON p.id = s.purchase_id
        SET p.status = s.purchase_status, p.refund_amount = s.refund_amount, p.version = p.version + 1
        """;

    private const string UpdateUsers = """
        UPDATE settled_users s STRAIGHT_JOIN users u FORCE INDEX (PRIMARY) ON u.id = s.id
        SET u.credit_balance = s.credit_balance, u.last_sequence = s.last_sequence, u.version = u.version + 1
        """;

    public async Task WriteAsync(IReadOnlyList<(SettlementCase Case, Settled Settled)> batch, CancellationToken cancellationToken)
    {
        var users = batch.Select(one => one.Settled.Decision.Outcome is SettlementOutcome.Released ? one.Case.Teacher : one.Case.Student)
            .DistinctBy(user => user.Id)
            .ToList();

        // Each by itself: of a text of several a cluster tells only at its end that another node undid the transaction meanwhile.
        foreach (var statement in Stage.Append(Holds(batch)).Append(Balances(users)).Append(Lines(batch)).Append(Receipts(batch)))
        {
            await db.RunAsync(statement, null, cancellationToken);
        }

        var now = batch[0].Settled.Receipt.SettledAt.UtcDateTime;
        await MustChangeAsync(UpdateHolds, batch.Count, now, cancellationToken);
        await MustChangeAsync(UpdatePurchases, batch.Count, null, cancellationToken);
        await MustChangeAsync(UpdateUsers, users.Count, null, cancellationToken);
    }

    /// <summary>Few at most times, many after a time in which nobody could hear.</summary>
    public async Task LeaveToReviewAsync(IReadOnlyList<PaymentHold> holds, CancellationToken cancellationToken)
    {
        foreach (var reason in holds.GroupBy(hold => hold.ReviewReason))
        {
            var ids = string.Join(", ", reason.Select(hold => SqlRows.Literal(hold.Id.Value)));
            var one = reason.First();
            await MustChangeAsync(
                $"""
                UPDATE payment_holds SET status = '{one.Status.Word()}', review_reason = '{one.ReviewReason!.Value.Word()}',
                    notes = {SqlRows.Literal(one.Notes!)}, frozen_at = @now, next_try_at = NULL, version = version + 1
                WHERE id IN ({ids}) AND status = 'held'
                """,
                reason.Count(),
                one.FrozenAt!.Value.UtcDateTime,
                cancellationToken);
        }
    }

    private static string Holds(IReadOnlyList<(SettlementCase Case, Settled Settled)> batch)
    {
        using var rows = new SqlRows("INSERT INTO settled_holds");
        foreach (var ((hold, purchase, _, _, _, _, _), _) in batch)
        {
            rows.Row().Text(hold.Id.Value).Text(purchase.Id.Value).Text(hold.Status.Word()).Money(hold.Fee)
                .Number(hold.ReleasePercentage?.Value).Money(hold.RefundedAmount).Text(hold.Notes).Text(purchase.Status.Word()).Number(purchase.RefundAmount?.Value);
        }

        return rows.ToString();
    }

    private static string Balances(List<User> users)
    {
        using var rows = new SqlRows("INSERT INTO settled_users");
        foreach (var user in users)
        {
            rows.Row().Text(user.Id.Value).Money(user.CreditBalance).Number(user.LastSequence);
        }

        return rows.ToString();
    }

    private static string Lines(IReadOnlyList<(SettlementCase Case, Settled Settled)> batch)
    {
        using var rows = new SqlRows(
            """
            INSERT INTO transactions (id, user_id, sequence, type, amount, balance_before, balance_after, status, counter_account,
                reference_type, reference_id, description, metadata, created_at, completed_at)
            """);
        foreach (var line in batch.SelectMany(one => one.Settled.Transactions))
        {
            rows.Row().Text(line.Id.Value).Text(line.UserId.Value).Number(line.Sequence).Text(line.Type.Word()).Money(line.Amount)
                .Money(line.BalanceBefore).Money(line.BalanceAfter).Text(line.Status.Word()).Text(line.CounterAccount.Word())
                .Text(line.ReferenceType.Word()).Text(line.ReferenceId).Text(line.Description).Text(WireJson.Write(line.Metadata))
                .Time(line.CreatedAt).Time(line.CompletedAt);
        }

        return rows.ToString();
    }

    private static string Receipts(IReadOnlyList<(SettlementCase Case, Settled Settled)> batch)
    {
        using var rows = new SqlRows(
            """
            INSERT INTO receipts (hold_id, outcome, reason, policy_name, policy_version, threshold_percentage, duration_seconds,
                attended_seconds, required_seconds, attendance_percentage, intervals, teacher_attended_seconds, teacher_intervals,
                transaction_ids, certain_seconds, possible_seconds, refunded, dispute_reason, settled_at,
                commission_rule, commission_rate, gross, fee, net)
            """);
        foreach (var (_, settled) in batch)
        {
            var receipt = settled.Receipt;
            rows.Row().Text(receipt.HoldId.Value).Text(receipt.Outcome.Word()).Text(receipt.Reason.Word()).Text(receipt.PolicyName)
                .Number(receipt.PolicyVersion).Number(receipt.ThresholdPercentage).Number(receipt.DurationSeconds)
                .Number(receipt.AttendedSeconds).Number(receipt.RequiredSeconds).Number(receipt.AttendancePercentage?.Value)
                .Text(WireJson.Write(receipt.Intervals)).Number(receipt.TeacherAttendedSeconds).Text(WireJson.Write(receipt.TeacherIntervals))
                .Text(WireJson.Write(receipt.TransactionIds)).Number(receipt.CertainSeconds).Number(receipt.PossibleSeconds)
                .Money(receipt.Refunded).Text(receipt.DisputeReason).Time(receipt.SettledAt).Text(receipt.Commission.Rule)
                .Number(receipt.Commission.Rate).Money(receipt.Commission.Gross).Money(receipt.Commission.Fee).Money(receipt.Commission.Net);
        }

        return rows.ToString();
    }

    private async Task MustChangeAsync(string sql, int expected, DateTime? now, CancellationToken cancellationToken)
    {
        var changed = await db.RunAsync(sql, now, cancellationToken);
        if (changed != expected)
        {
            // The rows are locked, so this cannot be; if it is, nothing of the batch may stay.
            throw new InvalidOperationException($"A settlement was to change {expected} rows and would have changed {changed}: {sql}");
        }
    }
}
