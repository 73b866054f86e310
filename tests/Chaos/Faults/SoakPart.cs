using System.Globalization;
using TalkConnect.Chaos.Load;
using TalkConnect.Chaos.Report;
using TalkConnect.Web.FunctionalTests.Processes;

namespace TalkConnect.Chaos.Faults;

/// <summary>Mixed load at a steady rate for a long time: nothing may fail, and memory must not grow.</summary>
internal static class SoakPart
{
    public const string Name = "soak";

    private const double MostGrowth = 1.25;

    public static async Task RunAsync(Options options, PartReport report)
    {
        await using var database = ProcessDatabase.Missing("MySql");
        await using var server = await ServerProcess.StartAsync(database, ("Settlement__Cron", "0/10 * * * * ?"));
        var crowd = new Crowd(() => server.Http, size: 8, pause: TimeSpan.FromMilliseconds(500));
        await crowd.OpenAsync();
        using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(options.Minutes));
        var reading = ReadAsync(server.Api, stop.Token);
        var memory = SampleAsync(server, stop.Token);
        await crowd.RunAsync(stop.Token);

        report.Figures["reads"] = await reading;
        var (held, heap) = await memory;
        Judge(held, report);

        // Reported only: between two full collections it also holds what nobody uses any more.
        report.Series["heap in use in MiB, least of each tenth"] = LeastOfTenths(heap);
        foreach (var (status, times) in crowd.Tally.Statuses.Where(answers => answers.Key >= 500))
        {
            report.Violations.Add($"{times} requests were answered {status}");
        }

        if (crowd.Tally.Unanswered > 0)
        {
            report.Violations.Add($"{crowd.Tally.Unanswered} requests had no answer");
        }

        report.Figures["minutes"] = options.Minutes;
        report.Figures["writes per second"] = Math.Round(crowd.Tally.Statuses.Values.Sum() / (options.Minutes * 60), 1);
        await report.TakeAsync(crowd, server);
    }

    /// <summary>Reads what pages read, some thirty times a second.</summary>
    private static async Task<int> ReadAsync(Api api, CancellationToken stop)
    {
        string[] paths = ["/api/admin/holds?limit=50", "/api/admin/settlements", "/api/sessions?status=completed", "/api/me/wallet", "/health/ready", "/metrics"];
        var reads = 0;
        while (!stop.IsCancellationRequested)
        {
            (await api.Get(paths[reads++ % paths.Length], Crowd.Admin)).Must(200);
            await Task.Delay(30, CancellationToken.None);
        }

        return reads;
    }

    /// <summary>Every second what the process holds, and what its last collection left on the heap.</summary>
    private static async Task<(List<double> Memory, List<double> Heap)> SampleAsync(ServerProcess server, CancellationToken stop)
    {
        var (memory, heap) = (new List<double>(), new List<double>());
        while (!stop.IsCancellationRequested)
        {
            memory.Add(server.Memory);
            heap.Add(await HeapAsync(server.Http));
            await Task.Delay(1000, CancellationToken.None);
        }

        return (memory, heap);
    }

    private static async Task<double> HeapAsync(HttpClient http)
    {
        var metrics = (await http.GetStringAsync("/metrics")).Split('\n');
        return (Sum(metrics, "dotnet_gc_last_collection_heap_size_bytes{") - Sum(metrics, "dotnet_gc_last_collection_heap_fragmentation_size_bytes{")) / 1024 / 1024;
    }

    private static double Sum(string[] metrics, string metric) => metrics
        .Where(line => line.StartsWith(metric, StringComparison.Ordinal))
        .Sum(line => double.Parse(line[(line.IndexOf('}', StringComparison.Ordinal) + 1)..].Trim().Split(' ')[0], CultureInfo.InvariantCulture));

    // The first tenth is left out: code is compiled and pools are filled in it.
    private static void Judge(List<double> memory, PartReport report)
    {
        var least = LeastOfTenths(memory);
        report.Series["memory in MiB, least of each tenth"] = least;
        if (least[^1] > least[1] * MostGrowth)
        {
            report.Violations.Add($"memory grew from {least[1]:0} to {least[^1]:0} MiB");
        }
    }

    private static double[] LeastOfTenths(List<double> samples) =>
    [
        .. Enumerable.Range(0, 10)
            .Select(tenth => samples[(samples.Count * tenth / 10)..(samples.Count * (tenth + 1) / 10)].Min())
            .Select(size => Math.Round(size, 1)),
    ];
}
