using TalkConnect.Chaos.Load;
using TalkConnect.Chaos.Report;
using TalkConnect.Web.FunctionalTests.Processes;

namespace TalkConnect.Chaos.Faults;

/// <summary>Two servers settle at once, every second, and their clocks are five minutes apart.</summary>
internal static class RunnersPart
{
    public const string Name = "runners";

    private const string EverySecond = "* * * * * ?";

    public static async Task RunAsync(string provider, Options options, PartReport report)
    {
        var faketime = Directory.Exists("/usr/lib") ? Directory.GetFiles("/usr/lib", "libfaketime.so.1", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, MaxRecursionDepth = 3 }).FirstOrDefault() : null;
        if (faketime is null)
        {
            report.Skipped.Add("two clocks: faketime is not installed (apt-get install faketime)");
            return;
        }

        await using var database = ProcessDatabase.Missing(provider);
        await using var right = await ServerProcess.StartAsync(database, ("Settlement__Cron", EverySecond), ("Settlement__BatchSize", "3"));
        await using var ahead = await ServerProcess.StartAsync(
            database, ("Settlement__Cron", EverySecond), ("Settlement__BatchSize", "4"),
            ("LD_PRELOAD", faketime), ("FAKETIME", "+5m"), ("FAKETIME_DONT_FAKE_MONOTONIC", "1"));
        var apart = TimeProvider.System.GetUtcNow() - await ClockOfAsync(ahead);
        report.Figures["seconds between the clocks"] = Math.Round(Math.Abs(apart.TotalSeconds));
        if (Math.Abs(apart.TotalSeconds) < 290)
        {
            report.Violations.Add($"the clocks are only {apart} apart, so this showed nothing");
        }

        var turn = 0;
        var crowd = new Crowd(() => Interlocked.Increment(ref turn) % 2 == 0 ? right.Http : ahead.Http, size: 8);
        await crowd.OpenAsync();
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(options.Quick ? 20 : 180));
        await crowd.RunAsync(stop.Token);
        report.Figures["settlement runs of two clocks at once"] = await RunsAsync(right.Api);
        await report.TakeAsync(crowd, right);
    }

    private static async Task<DateTimeOffset> ClockOfAsync(ServerProcess server)
    {
        using var answer = await server.Http.GetAsync(new Uri("/health/live", UriKind.Relative));
        return answer.Headers.Date!.Value;
    }

    private static async Task<int> RunsAsync(Api api) => (await new Books(api, Crowd.Admin).All<RunShape>("/api/admin/settlements")).Count;
}
