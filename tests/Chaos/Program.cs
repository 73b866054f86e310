using TalkConnect.Chaos.Cluster;
using TalkConnect.Chaos.Faults;
using TalkConnect.Chaos.Report;
using TalkConnect.Chaos.Simulator;

namespace TalkConnect.Chaos;

/// <summary>Makes things go wrong on purpose, and looks whether money or evidence was lost.</summary>
internal static class Program
{
    private const string MySql = "MySql";
    private const string Sqlite = "Sqlite";

    private static readonly Part[] Parts =
    [
        new(SimulatorPart.Name, null, SimulatorPart.RunAsync),
        new(KillsPart.Name, MySql, (options, report) => KillsPart.RunAsync(MySql, options, report)),
        new(KillsPart.Name, Sqlite, (options, report) => KillsPart.RunAsync(Sqlite, options, report)),
        new(ClusterPart.Name, MySql, ClusterPart.RunAsync),
        new(DatabasePart.Name, MySql, DatabasePart.RunAsync),
        new(DatabasePart.Name, Sqlite, FilePart.RunAsync),
        new(CommitsPart.Name, MySql, CommitsPart.RunAsync),
        new(CommitsPart.Name, Sqlite, RefusedWritesPart.RunAsync),
        new(RunnersPart.Name, MySql, (options, report) => RunnersPart.RunAsync(MySql, options, report)),
        new(RunnersPart.Name, Sqlite, (options, report) => RunnersPart.RunAsync(Sqlite, options, report)),
        new(SoakPart.Name, MySql, (options, report) => SoakPart.RunAsync(MySql, options, report)),
        new(SoakPart.Name, Sqlite, (options, report) => SoakPart.RunAsync(Sqlite, options, report)),
    ];

    public static async Task<int> Main(string[] args)
    {
        try
        {
            return await RunAsync(Options.Of(args));
        }
        catch (ArgumentException wrong)
        {
            await Console.Error.WriteLineAsync(wrong.Message);
            return 2;
        }
    }

    private static async Task<int> RunAsync(Options options)
    {
        if (options.Only?.FirstOrDefault(name => !Parts.Any(part => part.Name == name)) is { } unknown)
        {
            throw new ArgumentException($"--only has '{unknown}'. The parts are {string.Join(", ", Parts.Select(part => part.Name).Distinct())}.");
        }

        var json = options.Json is null ? null : Path.GetFullPath(options.Json);

        // The testing host looks here for where the server lies.
        Environment.CurrentDirectory = AppContext.BaseDirectory;
        Console.WriteLine($"seed {options.Seed}, {Environment.ProcessorCount} processors");

        var reports = new List<PartReport>();
        foreach (var part in Parts.Where(part => options.Wants(part.Name, part.Provider)))
        {
            var report = new PartReport(part.Provider is null ? part.Name : $"{part.Name} on {part.Provider}");
            Console.WriteLine($"{report.Part} …");
            var started = TimeProvider.System.GetTimestamp();
            await RunAsync(part.Run, options, report);
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

    /// <param name="Name">What the command line calls it.</param>
    /// <param name="Provider">The database that it is about; null where it uses both.</param>
    /// <param name="Run">Does it.</param>
    private sealed record Part(string Name, string? Provider, Func<Options, PartReport, Task> Run);
}
