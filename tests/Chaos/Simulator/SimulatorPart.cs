using TalkConnect.Chaos.Report;

namespace TalkConnect.Chaos.Simulator;

/// <summary>Evenings of lessons with whatever LiveKit, networks and servers do to them.</summary>
internal static class SimulatorPart
{
    public const string Name = "simulator";

    private const int ManyLessons = 1000;

    public static async Task RunAsync(Options options, PartReport report)
    {
        await using var sqlite = new SqliteApp();
        await using var mariaDb = new MariaDbApp();
        await sqlite.InitializeAsync();
        await mariaDb.InitializeAsync();
        try
        {
            foreach (var (seed, lessons, scenario) in Plan(options))
            {
                TalkConnectApp app = seed % 2 == 0 ? mariaDb : sqlite;
                report.Seeds.Add(seed);
                Console.WriteLine($"  {scenario.Name}: --only {Name} --seed {seed} --lessons {lessons} --scenario {scenario.Name}");
                var verdict = await Simulation.RunAsync(Evening.Of(seed, lessons, scenario.Weather), app, SettingsOf(scenario, lessons));
                Note(report, verdict, scenario);
                Console.WriteLine(
                    $"    {verdict.Lessons} lessons, {verdict.Places} places on {app.Provider} under {verdict.Policy}; {verdict.Released} released, "
                    + $"{verdict.Refunded} refunded, {verdict.NeedsReview} to review, {verdict.Wrong.Count} wrong, {verdict.BeyondEvidence.Count} beyond evidence, {verdict.RunsStopped} runs stopped");
            }
        }
        finally
        {
            await ((IAsyncLifetime)mariaDb).DisposeAsync();
            await ((IAsyncLifetime)sqlite).DisposeAsync();
        }

        var places = report.Figures["places"];
        report.ReviewShare = places == 0 ? 0 : report.Figures["places in review"] / places;
    }

    private static IEnumerable<(ulong Seed, int Lessons, Scenario Scenario)> Plan(Options options)
    {
        if (options.IsReplay)
        {
            foreach (var scenario in Scenario.All.Where(scenario => options.Scenario is null ? scenario == Scenario.Ordinary : scenario.Name == options.Scenario))
            {
                yield return (options.Seed, options.Lessons ?? 250, scenario);
            }

            yield break;
        }

        yield return (options.Seed, options.Lessons ?? (options.Quick ? 200 : 2000), Scenario.Ordinary);
        var more = options.Quick ? 2 : 12;
        for (var number = 1; number <= more; number++)
        {
            yield return (options.Seed + (ulong)number, options.Quick ? 60 : 250, Scenario.Ordinary);
        }

        foreach (var scenario in Scenario.All.Where(scenario => scenario != Scenario.Ordinary))
        {
            yield return (options.Seed, options.Quick ? 40 : 150, scenario);
        }
    }

    // A marketplace of a few lessons compares small runs too, as the documentation tells it to. Elsewhere a run that is stopped could hide what is wrong.
    private static (string Name, string Value)[] SettingsOf(Scenario scenario, int lessons) =>
        scenario.IsUnheard && lessons < ManyLessons ? [("Settlement:Breaker:MinimumHolds", "1")] : [];

    private static void Note(PartReport report, Verdict verdict, Scenario scenario)
    {
        report.Count(verdict.Faults);
        report.Acknowledged += verdict.Acknowledged;
        report.Lost += verdict.Lost;
        report.Doubled += verdict.Doubled;
        report.WrongSettlements += verdict.Wrong.Count;
        report.BeyondEvidence += verdict.BeyondEvidence.Count;
        report.Add("evenings", 1);
        report.Add("lessons", verdict.Lessons);
        report.Add("places", verdict.Places);
        report.Add("places released", verdict.Released);
        report.Add("places refunded", verdict.Refunded);
        report.Add("places in review", verdict.NeedsReview);
        report.Add("settlement runs stopped by the product", verdict.RunsStopped);
        report.Figures[$"review share in %, {scenario.Name}, most"] =
            Math.Max(report.Figures.GetValueOrDefault($"review share in %, {scenario.Name}, most"), Math.Round(verdict.ReviewShare * 100, 2));
        foreach (var wrong in verdict.Wrong.Concat(verdict.Violations).Concat(verdict.BeyondEvidence.Select(one => $"(beyond evidence) {one}")))
        {
            Console.WriteLine($"    {wrong}");
        }

        report.Violations.AddRange(verdict.Violations);
        if (scenario.IsUnheard && verdict.RunsStopped == 0)
        {
            report.Violations.Add($"{scenario.Name} {verdict.Seed}: no run was stopped although nothing was heard all evening");
        }

        if (scenario == Scenario.Darkness && verdict.BeyondEvidence.Count > 0)
        {
            report.Violations.Add($"{scenario.Name} {verdict.Seed}: {verdict.BeyondEvidence.Count} were settled by mistake although our server was known to be down");
        }

        if (!verdict.IsClean)
        {
            report.Violations.Add($"again: build/chaos --only {Name} --seed {verdict.Seed} --lessons {verdict.Lessons} --scenario {scenario.Name}");
        }
    }
}
