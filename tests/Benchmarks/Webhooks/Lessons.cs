using System.Globalization;
using System.Text;
using Microsoft.Extensions.Options;
using TalkConnect.Benchmarks.Support;
using TalkConnect.Infrastructure.LiveKit;

namespace TalkConnect.Benchmarks.Webhooks;

/// <summary>Lessons that are on, and the webhooks of their students: each comes once and leaves once.</summary>
internal static class Lessons
{
    private const int Students = 4;

    /// <returns>The requests of each connection; the events of a lesson go over one of them, in their order.</returns>
    public static async Task<IReadOnlyList<IReadOnlyList<byte[]>>> AddAsync(BenchDatabase database, string label, int events, int connections)
    {
        var lessons = events / (Students * 2);
        string Id(string kind, string number) => $"CONCAT('{label}-{kind}-', {number})";
        await database.RunAsync($"""
            INSERT INTO users (id, name, email, role, credit_balance, last_sequence, created_at, version)
            SELECT {Id("s", "seq")}, 'A student', 'a@b', 'student', 0, 0, NOW(6), 0 FROM seq_0_to_{lessons * Students - 1};
            INSERT INTO users (id, name, email, role, credit_balance, last_sequence, created_at, version)
            SELECT {Id("t", "seq")}, 'A teacher', 'a@b', 'teacher', 0, 0, NOW(6), 0 FROM seq_0_to_{lessons - 1};
            INSERT INTO course_sessions (id, course_id, teacher_id, session_number, title, scheduled_at, duration_minutes, scheduled_end, price,
                status, completed_by_clock, places_sold, room_endings, room_starts, created_at, version)
            SELECT {Id("c", "seq")}, {Id("k", "seq")}, {Id("t", "seq")}, 1, 'At the market', NOW(0) - INTERVAL 30 MINUTE, 60, NOW(0) + INTERVAL 30 MINUTE, 25.00,
                'scheduled', 0, {Students}, '[]', '[]', NOW(6), 1 FROM seq_0_to_{lessons - 1};
            INSERT INTO session_purchases (id, session_id, user_id, status, price_paid, attended, attendance_duration_minutes, payment_hold_id, purchased_at, version)
            SELECT {Id("p", "seq")}, {Id("c", $"seq DIV {Students}")}, {Id("s", "seq")}, 'active', 25.00, 0, 0, {Id("h", "seq")}, NOW(6), 0 FROM seq_0_to_{lessons * Students - 1};
            INSERT INTO payment_holds (id, session_purchase_id, session_id, student_id, teacher_id, amount, status, held_at, due_at, attempts, version, fee, revenue_at)
            SELECT {Id("h", "seq")}, {Id("p", "seq")}, {Id("c", $"seq DIV {Students}")}, {Id("s", "seq")}, {Id("t", $"seq DIV {Students}")}, 25.00, 'held', NOW(6),
                NOW(0) + INTERVAL 45 MINUTE, 0, 0, 0, NOW(0) + INTERVAL 45 MINUTE FROM seq_0_to_{lessons * Students - 1};
            """);

        var signer = new WebhookSigner(
            Options.Create(new LiveKitOptions { Keys = { [ServerProcess.LiveKitKey] = ServerProcess.LiveKitSecret } }), TimeProvider.System);
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var shares = Enumerable.Range(0, connections).Select(_ => new List<byte[]>()).ToList();
        foreach (var (word, at) in new[] { ("participant_joined", now - 1500), ("participant_left", now - 60) })
        {
            for (var student = 0; student < lessons * Students; student++)
            {
                var lesson = student / Students;
                var body = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $$$"""
                    {"event":"{{{word}}}","room":{"sid":"RM_{{{label}}}{{{lesson}}}","name":"course_{{{label}}}-k-{{{lesson}}}_session_1_lesson_1","emptyTimeout":300,"departureTimeout":20,"creationTime":"{{{now - 1600}}}","enabledCodecs":[{"mime":"audio/opus"},{"mime":"video/VP8"},{"mime":"video/H264"}]},"participant":{"sid":"PA_{{{label}}}{{{student}}}","identity":"{{{label}}}-s-{{{student}}}","state":"ACTIVE","joinedAt":"{{{now - 1500}}}","name":"A student","version":12,"permission":{"canSubscribe":true,"canPublish":true,"canPublishData":true},"region":"eu","isPublisher":true,"kind":"STANDARD"},"id":"EV_{{{label}}}{{{word[12]}}}{{{student}}}","createdAt":"{{{at}}}"}
                    """));
                shares[lesson % connections].Add(Load.Request("POST", "/api/webhooks/livekit", signer.Sign(body), body));
            }
        }

        return shares;
    }
}
