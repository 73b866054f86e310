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

    private static async Task<List<double>> SampleAsync(ServerProcess server, CancellationToken stop)
    {
        var samples = new List<double>();
        while (!stop.IsCancellationRequested)
        {
            samples.Add(server.Memory);
            await Task.Delay(1000, CancellationToken.None);
        }

        return samples;
    }

    private static void Judge(List<double> samples, PartReport report)
    {
        var third = samples.Count / 3;
        var (first, last) = (Median(samples[..third]), Median(samples[^third..]));
        report.Figures["memory in MiB, median of the first third"] = Math.Round(first, 1);
        report.Figures["memory in MiB, median of the last third"] = Math.Round(last, 1);
        if (last > first * MostGrowth)
        {
            report.Violations.Add($"memory grew from {first:0} to {last:0} MiB");
        }
    }

    private static double Median(List<double> samples) => samples.Order().ElementAt(samples.Count / 2);
}
