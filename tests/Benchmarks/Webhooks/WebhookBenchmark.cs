using System.Globalization;
using TalkConnect.Benchmarks.Support;

namespace TalkConnect.Benchmarks.Webhooks;

/// <summary>How many webhooks are verified, stored, applied and answered in a second.</summary>
internal sealed class WebhookBenchmark(BenchDatabase database, ServerProcess server, int rounds)
{
    private static readonly (int Connections, int Events)[] Loads = [(1, 800), (32, 16_000), (128, 16_384)];

    private int _set;

    public async Task<IReadOnlyList<Figure>> RunAsync()
    {
        // As many as it takes until the runtime compiles nothing any more: a server runs for weeks.
        for (var warmUp = 0; warmUp < 6; warmUp++)
        {
            await WebhooksAsync(32, 8_000);
            await PlainInserts.PerSecondAsync(database, 3_200, 32);
        }

        var measured = new List<(double Inserts, Dictionary<int, (double PerSecond, double Cpu)> Webhooks)>();
        for (var round = 0; round < rounds; round++)
        {
            var inserts = await PlainInserts.PerSecondAsync(database, 16_000, 32);
            var webhooks = new Dictionary<int, (double, double)>();
            foreach (var (connections, events) in Loads)
            {
                webhooks[connections] = await WebhooksAsync(connections, events);
            }

            measured.Add((inserts, webhooks));
        }

        return
        [
            Figure.Of("webhooks_32_vs_inserts", [.. measured.Select(round => round.Webhooks[32].PerSecond / round.Inserts)], "ratio", 0.7, 1.4),
            Figure.Of("webhooks_128_vs_inserts", [.. measured.Select(round => round.Webhooks[128].PerSecond / round.Inserts)], "ratio", 1.5, 2.5),
            Figure.Of("inserts_32_per_second", [.. measured.Select(round => round.Inserts)], "1/s"),
            .. Loads.Select(load => Figure.Of(
                $"webhooks_{load.Connections}_per_second", [.. measured.Select(round => round.Webhooks[load.Connections].PerSecond)], "1/s")),
            .. Loads.Select(load => Figure.Of(
                $"webhooks_{load.Connections}_cpu_us", [.. measured.Select(round => round.Webhooks[load.Connections].Cpu)], "us")),
        ];
    }

    private async Task<(double PerSecond, double Cpu)> WebhooksAsync(int connections, int events)
    {
        var label = string.Create(CultureInfo.InvariantCulture, $"w{++_set:000}");
        var shares = await Lessons.AddAsync(database, label, events, connections);
        var cpu = server.Cpu + database.Cpu().Server;
        var perSecond = await Load.PerSecondAsync(server.Address, shares);
        cpu = server.Cpu + database.Cpu().Server - cpu;

        // These lessons are over: on no evening are tens of thousands of them on, and the server looks into the rooms of those that are.
        await database.RunAsync(
            $"UPDATE course_sessions SET scheduled_at = scheduled_at - INTERVAL 1 DAY, scheduled_end = scheduled_end - INTERVAL 1 DAY WHERE id LIKE '{label}-%'");

        // Whatever was answered is there.
        var attended = await database.ReadAsync(
            $"SELECT COUNT(*), SUM(attended_seconds = 1440) FROM attendance_records WHERE user_id LIKE '{label}-%'");
        var expected = events / 2;
        return attended == string.Create(CultureInfo.InvariantCulture, $"{expected}|{expected}")
            ? (perSecond, cpu.TotalMicroseconds / events)
            : throw new InvalidOperationException($"Of {expected} students this was kept: {attended}.");
    }
}
