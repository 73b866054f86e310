using System.Globalization;
using TalkConnect.Benchmarks.Support;

namespace TalkConnect.Benchmarks.Settlement;

/// <summary>
/// Lessons that are over and wait for their money: 4 students each, one in ten of whom was hardly there; 200 teachers, 40 % of whom were
/// referred. Every set has people of its own, so that all sets are alike.
/// </summary>
internal static class DueHolds
{
    public const int Teachers = 200;
    private const int StudentsPerSession = 4;

    public static async Task AddAsync(BenchDatabase database, string label, int holds, string status = "held", string dueAt = "NOW(6) - INTERVAL 1 DAY")
    {
        var sessions = holds / StudentsPerSession;
        var text = CultureInfo.InvariantCulture;
        string Id(string kind, string number) => $"CONCAT('{label}-{kind}-', LPAD({number}, {(36 - label.Length - kind.Length - 2).ToString(text)}, '0'))";

        // Ids begin with the kind's label and grow, as those of the product do.
        const string Joined = "2026-01-05T10:00:00Z";
        const string Interval = """{"joined_at":"2026-01-05T10:00:00Z","left_at":"2026-01-05T11:00:00Z","ended_by":"left","event_ids":["EV_2aa94c80dcfc","EV_5e0545a4b9f8"]}""";
        var early = Interval.Replace("T11:00:00Z", "T10:06:00Z", StringComparison.Ordinal);
        var connection = $$"""{"room_sid":"RM_483b7dfae963","room_name":"a_room","participant_sid":"PA_53d0042c1637","joined_at":"{{Joined}}","left_at":"2026-01-05T11:00:00Z","event_ids":["EV_2aa94c80dcfc","EV_5e0545a4b9f8"]}""";

        await database.RunAsync($"""
            SET SESSION unique_checks = 0;
            INSERT INTO users (id, name, email, role, referred_by, credit_balance, last_sequence, created_at, version)
            SELECT {Id("t", "seq")}, 'A teacher', 'a@b', 'teacher', IF(seq % 5 < 2, 'somebody', NULL), 0, 0, NOW(6), 0 FROM seq_0_to_{Teachers - 1};
            INSERT INTO users (id, name, email, role, referred_by, credit_balance, last_sequence, created_at, version)
            SELECT {Id("s", "seq")}, 'A student', 'a@b', 'student', NULL, 0, 0, NOW(6), 0 FROM seq_0_to_{sessions - 1};
            INSERT INTO course_sessions (id, course_id, teacher_id, session_number, title, scheduled_at, duration_minutes, scheduled_end, price,
                status, completed_at, completed_by_clock, places_sold, room_endings, room_starts, created_at, version)
            SELECT {Id("c", "seq")}, {Id("k", "seq")}, {Id("t", $"seq % {Teachers}")}, 1, 'At the market', '2026-01-05 10:00:00', 60, '2026-01-05 11:00:00', 25.00,
                'completed', '2026-01-05 11:00:00', 0, {StudentsPerSession}, '[]', '[]', NOW(6), 1 FROM seq_0_to_{sessions - 1};
            """);

        // In slices, so that no transaction of the set-up is larger than the server likes.
        const int Slice = 100_000;
        for (var from = 0; from < holds; from += Slice)
        {
            var slice = $"seq_{from.ToString(text)}_to_{(Math.Min(from + Slice, holds) - 1).ToString(text)}";
            var session = Id("c", $"seq DIV {StudentsPerSession}");
            var student = Id("s", $"(seq DIV {StudentsPerSession} + seq % {StudentsPerSession} * 7) % {sessions}");
            var teacher = Id("t", $"seq DIV {StudentsPerSession} % {Teachers}");
            await database.RunAsync($"""
                SET SESSION unique_checks = 0;
                INSERT INTO session_purchases (id, session_id, user_id, status, price_paid, attended, attendance_duration_minutes, payment_hold_id, purchased_at, version)
                SELECT {Id("p", "seq")}, {session}, {student}, IF('{status}' = 'held', 'active', 'completed'), 25.00, 1, 60, {Id("h", "seq")}, '2026-01-01', 1 FROM {slice};
                INSERT INTO payment_holds (id, session_purchase_id, session_id, student_id, teacher_id, amount, status, held_at, due_at, attempts, version, fee, revenue_at)
                SELECT {Id("h", "seq")}, {Id("p", "seq")}, {session}, {student}, {teacher}, 25.00, '{status}', '2026-01-01', {dueAt}, 0, 1, 0, {dueAt} FROM {slice};
                INSERT INTO attendance_records (id, session_id, user_id, connections, sightings, intervals, joined_at, left_at, attended_seconds, duration_minutes,
                    attendance_percentage, status, created_at, version)
                SELECT {Id("a", "seq")}, {session}, {student}, '[{connection}]', '[]', IF(seq % 10 = 9, '[{early}]', '[{Interval}]'),
                    '2026-01-05 10:00:00', '2026-01-05 11:00:00', IF(seq % 10 = 9, 360, 3600), IF(seq % 10 = 9, 6, 60), IF(seq % 10 = 9, 10, 100), 'present', NOW(6), 2 FROM {slice};
                """);
        }

        await database.RunAsync($"""
            INSERT INTO attendance_records (id, session_id, user_id, connections, sightings, intervals, joined_at, left_at, attended_seconds, duration_minutes,
                attendance_percentage, status, created_at, version)
            SELECT {Id("b", "seq")}, {Id("c", "seq")}, {Id("t", $"seq % {Teachers}")}, '[{connection}]', '[]', '[{Interval}]',
                '2026-01-05 10:00:00', '2026-01-05 11:00:00', 3600, 60, 100, 'present', NOW(6), 2 FROM seq_0_to_{sessions - 1};
            """);
    }

    /// <summary>What a settled set adds up to; sets that were settled alike say the same.</summary>
    public static Task<string> SumsAsync(BenchDatabase database, string label) => database.ReadAsync($"""
        SELECT
            (SELECT CONCAT_WS(',', COUNT(*), SUM(amount), SUM(balance_before), SUM(balance_after), SUM(sequence), SUM(LENGTH(description)), SUM(LENGTH(metadata)),
                SUM(LENGTH(counter_account)), SUM(LENGTH(type)), SUM(LENGTH(id)), COUNT(completed_at)) FROM transactions WHERE user_id LIKE '{label}-%'),
            (SELECT CONCAT_WS(',', COUNT(*), SUM(gross), SUM(fee), SUM(net), SUM(commission_rate), SUM(LENGTH(commission_rule)), SUM(LENGTH(reason)), SUM(LENGTH(outcome)),
                SUM(LENGTH(intervals)), SUM(LENGTH(teacher_intervals)), SUM(LENGTH(transaction_ids)), SUM(attended_seconds), SUM(required_seconds),
                SUM(attendance_percentage), SUM(threshold_percentage), SUM(policy_version)) FROM receipts WHERE hold_id LIKE '{label}-%'),
            (SELECT CONCAT_WS(',', COUNT(*), SUM(status = 'released'), SUM(fee), SUM(release_percentage), SUM(LENGTH(notes)), SUM(version), COUNT(released_at))
                FROM payment_holds WHERE id LIKE '{label}-%'),
            (SELECT CONCAT_WS(',', COUNT(*), SUM(status = 'completed'), SUM(refund_amount), SUM(version)) FROM session_purchases WHERE id LIKE '{label}-%'),
            (SELECT CONCAT_WS(',', COUNT(*), SUM(credit_balance), SUM(last_sequence)) FROM users WHERE id LIKE '{label}-%')
        """);
}
