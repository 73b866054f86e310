using TalkConnect.Chaos.Load;
using TalkConnect.Chaos.Report;
using TalkConnect.Web.FunctionalTests.Processes;

namespace TalkConnect.Chaos.Faults;

/// <summary>Mixed load at a steady rate for a long time: nothing may fail, and memory must not grow.</summary>
internal static class SoakPart
{
    public const string Name = "soak";

    private const int Tenths = 10;
    private const double MostGrowth = 1.25;

    public static async Task RunAsync(string provider, Options options, PartReport report)
    {
        await using var database = ProcessDatabase.Missing(provider);
        await using var server = await ServerProcess.StartAsync(database, ("Settlement__Cron", "0/10 * * * * ?"));
        var crowd = new Crowd(() => server.Http, size: 8, pause: TimeSpan.FromMilliseconds(500));
        await crowd.OpenAsync();
        var duration = TimeSpan.FromMinutes(options.Minutes);
        using var stop = new CancellationTokenSource(duration);
        var reading = ReadAsync(server.Api, stop.Token);
        var memory = SampleAsync(server, duration, stop.Token);
        await crowd.RunAsync(stop.Token);

        report.Figures["reads"] = await reading;
        Judge(await memory, report);
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

    /// <summary>Every second what the process holds, and at the end of each tenth what is left on its heap when all else is cleared away.</summary>
    private static async Task<Samples> SampleAsync(ServerProcess server, TimeSpan duration, CancellationToken stop)
    {
        var samples = new Samples([], []);
        var begin = TimeProvider.System.GetTimestamp();
        while (samples.Live.Count < Tenths)
        {
            samples.Process.Add(server.Memory);
            if (stop.IsCancellationRequested || TimeProvider.System.GetElapsedTime(begin) >= duration * (samples.Live.Count + 1) / Tenths)
            {
                samples.Live.Add(await Heap.LiveAsync(server));
            }

            await Task.Delay(1000, CancellationToken.None);
        }

        return samples;
    }

    // The first tenth is left out: code is compiled and pools are filled in it, which in a short run is not over with it either.
    private static void Judge(Samples samples, PartReport report)
    {
        Judge("memory, the least", LeastOfTenths(samples.Process), report);
        Judge("live heap", [.. samples.Live.Select(size => Math.Round(size, 1))], report);
    }

    private static void Judge(string what, double[] tenths, PartReport report)
    {
        report.Series[$"{what} of each tenth, in MiB"] = tenths;
        if (tenths[^1] > tenths[1] * MostGrowth)
        {
            report.Violations.Add($"{what} grew from {tenths[1]:0.0} to {tenths[^1]:0.0} MiB");
        }
    }

    private static double[] LeastOfTenths(List<double> samples) =>
    [
        .. Enumerable.Range(0, Tenths)
            .Select(tenth => samples[(samples.Count * tenth / Tenths)..(samples.Count * (tenth + 1) / Tenths)].Min())
            .Select(size => Math.Round(size, 1)),
    ];

    private sealed record Samples(List<double> Process, List<double> Live);
}
