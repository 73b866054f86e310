using System.Data;
using System.Globalization;
using MySqlConnector;

namespace TalkConnect.Benchmarks.Settlement;

/// <summary>
/// The yardstick: a settlement by hand, all of it in SQL, that writes the very same rows as the product and knows one policy only.
/// Nobody would want to maintain it; it shows what the database itself can do.
/// </summary>
internal static class RawSettlement
{
    private const string Stage = """
        CREATE TEMPORARY TABLE IF NOT EXISTS due (
            id varchar(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
            purchase_id varchar(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
            session_id varchar(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
            course_id varchar(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
            title varchar(200) COLLATE utf8mb4_bin NOT NULL,
            user_id varchar(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
            released tinyint NOT NULL,
            referred tinyint NOT NULL,
            amount decimal(10,2) NOT NULL,
            fee decimal(10,2) NOT NULL,
            percentage decimal(5,2) NOT NULL,
            duration int NOT NULL,
            attended int NOT NULL,
            intervals longtext COLLATE utf8mb4_bin NOT NULL,
            teacher_attended int NOT NULL,
            teacher_intervals longtext COLLATE utf8mb4_bin NOT NULL,
            first_id char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
            second_id char(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
            metadata varchar(1000) COLLATE utf8mb4_bin NOT NULL) ENGINE=InnoDB;
        DELETE FROM due;
        """;

    private const string Decide = """
        INSERT INTO due
        SELECT id, purchase_id, session_id, course_id, title, IF(released, teacher_id, student_id), released, referred, amount, fee, percentage,
            duration, attended, intervals, teacher_attended, teacher_intervals, UUID(), UUID(),
            CONCAT('{"session_id":"', session_id, '","course_id":"', course_id, '","attendance_percentage":',
                TRIM(TRAILING '.' FROM TRIM(TRAILING '0' FROM percentage)), ',"original_amount":', amount, ',"platform_fee":', fee,
                ',"commission_rate":', IF(released AND referred, '0.30', '0'), ',"reason":"', IF(released, 'attended', 'attendance_below_threshold'), '"}')
        FROM (
            SELECT h.id, h.session_purchase_id AS purchase_id, h.session_id, c.course_id, c.title, h.student_id, h.teacher_id, h.amount,
                t.referred_by IS NOT NULL AS referred, c.duration_minutes * 60 AS duration,
                IFNULL(a.attended_seconds, 0) AS attended, IFNULL(a.intervals, '[]') AS intervals,
                IFNULL(b.attended_seconds, 0) AS teacher_attended, IFNULL(b.intervals, '[]') AS teacher_intervals,
                CAST(LEAST(10000, IFNULL(a.attended_seconds, 0) * 10000 DIV (c.duration_minutes * 60)) / 100 AS decimal(5,2)) AS percentage,
                LEAST(10000, IFNULL(a.attended_seconds, 0) * 10000 DIV (c.duration_minutes * 60)) >= 2000 AS released,
                CAST(IF(LEAST(10000, IFNULL(a.attended_seconds, 0) * 10000 DIV (c.duration_minutes * 60)) >= 2000 AND t.referred_by IS NOT NULL,
                    ROUND(h.amount * 0.30, 2), 0) AS decimal(10,2)) AS fee
            FROM (SELECT * FROM payment_holds WHERE status = 'held' AND due_at <= @now AND (next_try_at IS NULL OR next_try_at <= @now)
                ORDER BY due_at, id LIMIT @batch FOR UPDATE SKIP LOCKED) h
            JOIN course_sessions c ON c.id = h.session_id AND c.status = 'completed'
            JOIN users t ON t.id = h.teacher_id
            LEFT JOIN attendance_records a ON a.session_id = h.session_id AND a.user_id = h.student_id
            LEFT JOIN attendance_records b ON b.session_id = h.session_id AND b.user_id = h.teacher_id) facts
        """;

    private const string Lock = "SELECT COUNT(*) FROM (SELECT u.id FROM users u WHERE u.id IN (SELECT user_id FROM due) ORDER BY u.id FOR UPDATE) locked";

    private const string Lines = """
        INSERT INTO transactions (id, user_id, sequence, type, amount, balance_before, balance_after, status, counter_account, reference_type, reference_id,
            description, metadata, created_at, completed_at)
        SELECT line.id, line.user_id, u.last_sequence + ROW_NUMBER() OVER w, line.type, line.amount,
            u.credit_balance + SUM(line.amount) OVER w - line.amount, u.credit_balance + SUM(line.amount) OVER w,
            'completed', line.counter_account, 'payment_hold', line.hold_id, line.description, line.metadata, @now, @now
        FROM (
            SELECT first_id AS id, user_id, id AS hold_id, 1 AS part, IF(released, 'payment_release', 'refund') AS type, amount, 'escrow' AS counter_account,
                IF(released, CONCAT('Payment released for session ', title), CONCAT('Refund for session ', title, ' (low attendance)')) AS description, metadata
            FROM due
            UNION ALL
            SELECT second_id, user_id, id, 2, 'commission', -fee, 'platform', 'Platform commission (30%)', metadata FROM due WHERE fee > 0) line
        JOIN users u ON u.id = line.user_id
        WINDOW w AS (PARTITION BY line.user_id ORDER BY line.hold_id, line.part)
        """;

    private const string Receipts = """
        INSERT INTO receipts (hold_id, outcome, reason, policy_name, policy_version, threshold_percentage, duration_seconds, attended_seconds, required_seconds,
            attendance_percentage, intervals, teacher_attended_seconds, teacher_intervals, transaction_ids,
            certain_seconds, possible_seconds, refunded, settled_at, commission_rule, commission_rate, gross, fee, net)
        SELECT id, IF(released, 'released', 'refunded'), IF(released, 'attended', 'attendance_below_threshold'), 'seed-v1', 1, 20, duration, attended,
            CEIL(duration * 20 / 100), percentage, intervals, teacher_attended, teacher_intervals,
            IF(fee > 0, CONCAT('["', first_id, '","', second_id, '"]'), CONCAT('["', first_id, '"]')), attended, attended, IF(released, 0, amount), @now,
            IF(released, IF(referred, 'referred', 'standard'), 'none'), IF(released AND referred, 0.30, 0), IF(released, amount, 0), fee, IF(released, amount - fee, 0)
        FROM due
        """;

    private const string Update = """
        UPDATE due d JOIN payment_holds h ON h.id = d.id AND h.status = 'held'
        SET h.status = IF(d.released, 'released', 'refunded'), h.fee = d.fee, h.refunded_amount = IF(d.released, 0, d.amount), h.release_percentage = d.percentage,
            h.notes = CONCAT(IF(d.released, 'Released to teacher (attendance: ', 'Refunded to student (attendance: '),
                TRIM(TRAILING '.' FROM TRIM(TRAILING '0' FROM d.percentage)), '%)'),
            h.released_at = @now, h.revenue_at = @now, h.next_try_at = NULL, h.version = h.version + 1;
        UPDATE due d JOIN session_purchases p ON p.id = d.purchase_id
        SET p.status = IF(d.released, 'completed', 'refunded'), p.refund_amount = IF(d.released, NULL, d.amount), p.version = p.version + 1;
        UPDATE (SELECT user_id, SUM(amount - fee) AS amount, SUM(1 + (fee > 0)) AS posted FROM due GROUP BY user_id) d JOIN users u ON u.id = d.user_id
        SET u.credit_balance = u.credit_balance + d.amount, u.last_sequence = u.last_sequence + d.posted, u.version = u.version + 1;
        """;

    /// <returns>How many holds were settled.</returns>
    public static async Task<int> RunAsync(string connectionString, int batch = 1000)
    {
        await using var connection = new MySqlConnection(connectionString);
        await connection.OpenAsync();
        for (var settled = 0; ;)
        {
            await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted);
            var now = TimeProvider.System.GetUtcNow().UtcDateTime;
            await ExecuteAsync(connection, transaction, Stage, now);
            var due = await ExecuteAsync(connection, transaction, Decide.Replace("@batch", batch.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal), now);
            if (due == 0)
            {
                return settled;
            }

            foreach (var statement in new[] { Lock, Lines, Receipts, Update })
            {
                await ExecuteAsync(connection, transaction, statement, now);
            }

            await transaction.CommitAsync();
            settled += due;
        }
    }

    private static async Task<int> ExecuteAsync(MySqlConnection connection, MySqlTransaction transaction, string sql, DateTime now)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        command.Parameters.AddWithValue("@now", now);
        return await command.ExecuteNonQueryAsync();
    }
}
