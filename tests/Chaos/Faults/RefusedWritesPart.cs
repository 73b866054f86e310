using System.Globalization;
using TalkConnect.Chaos.Report;
using TalkConnect.Chaos.Simulator;
using TalkConnect.Web.FunctionalTests.Processes;

namespace TalkConnect.Chaos.Faults;

/// <summary>
/// The embedded database has no connection that could be cut: here the system refuses its writes for a few milliseconds, again and
/// again, so that commits break off in the middle. None of those commits happens: one that happens without an answer is what
/// <c>LosingTheConnectionAtACommit</c> shows.
/// </summary>
internal static class RefusedWritesPart
{
    public static async Task RunAsync(Options options, PartReport report)
    {
        var times = options.Quick ? 40 : 400;
        var fate = Fate.Of(options.Seed, "refused writes");
        await using var database = ProcessDatabase.Missing("Sqlite");
        await DatabasePart.UnderLoadAsync(database, report, async server =>
        {
            for (var time = 0; time < times; time++)
            {
                await Task.Delay(fate.Between(20, 150));
                await server.RefuseWritesAsync(true);
                await Task.Delay(fate.Between(0, 30));
                await server.RefuseWritesAsync(false);
                report.Count("spells in which no write was possible");
            }

            var met = await server.RetriedAsync("database");
            report.Figures["attempts of units of work that met one"] = met;
            if (met < times / 4)
            {
                report.Violations.Add(string.Create(CultureInfo.InvariantCulture, $"only {met} attempts met one of {times} spells"));
            }
        });
    }
}
