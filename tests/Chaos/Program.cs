using TalkConnect.Chaos.Cluster;
using TalkConnect.Chaos.Faults;
using TalkConnect.Chaos.Report;
using TalkConnect.Chaos.Simulator;

namespace TalkConnect.Chaos;

/// <summary>Makes things go wrong on purpose, and looks whether money or evidence was lost.</summary>
internal static class Program
{
    private static readonly (string Name, Func<Options, PartReport, Task> Run)[] Parts =
    [
        (SimulatorPart.Name, SimulatorPart.RunAsync),
        (KillsPart.Name, KillsPart.RunAsync),
        (ClusterPart.Name, ClusterPart.RunAsync),
        (DatabasePart.Name, DatabasePart.RunAsync),
        (CommitsPart.Name, CommitsPart.RunAsync),
        (RunnersPart.Name, RunnersPart.RunAsync),
        (SoakPart.Name, SoakPart.RunAsync),
    ];

    public static async Task<int> Main(string[] args)
    {
        var options = Options.Of(args);
        var json = options.Json is null ? null : Path.GetFullPath(options.Json);

        // The testing host looks here for where the server lies.
        Environment.CurrentDirectory = AppContext.BaseDirectory;
        Console.WriteLine($"seed {options.Seed}, {Environment.ProcessorCount} processors");

        var reports = new List<PartReport>();
        foreach (var (name, run) in Parts.Where(part => options.Wants(part.Name)))
        {
            Console.WriteLine($"{name} …");
            var started = TimeProvider.System.GetTimestamp();
            var report = new PartReport(name);
            await RunAsync(run, options, report);
            report.Seconds = TimeProvider.System.GetElapsedTime(started).TotalSeconds;
            reports.Add(report);
        }

        Table.Print(reports);
        if (json is not null)
        {
            await Table.SaveAsync(reports, json);
        }

        return reports.Count > 0 && reports.All(report => report.IsClean) ? 0 : 1;
    }

    /// <summary>A part that cannot go on has found something.</summary>
    private static async Task RunAsync(Func<Options, PartReport, Task> run, Options options, PartReport report)
    {
        try
        {
            await run(options, report);
        }
        catch (Exception error)
        {
            report.Violations.Add($"the part was cut short: {error}");
        }

        if (report.Seeds.Count == 0)
        {
            report.Seeds.Add(options.Seed);
        }
    }
}
