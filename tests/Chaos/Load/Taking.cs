using System.Globalization;
using TalkConnect.Chaos.Report;
using TalkConnect.Web.FunctionalTests.Processes;

namespace TalkConnect.Chaos.Load;

internal static class Taking
{
    /// <summary>Looks for what a crowd did, and reports it.</summary>
    public static async Task TakeAsync(this PartReport report, Crowd crowd, ServerProcess server)
    {
        var api = server.Api;
        // What is due settles before anybody counts.
        (await api.Post("/api/admin/settlements/run", null, Crowd.Admin)).Must(200);
        var found = await crowd.FindAsync(api);
        report.Acknowledged += crowd.Acknowledged;
        report.Lost += found.Lost;
        report.Doubled += found.Doubled;
        report.WrongSettlements += found.Wrong;
        report.Violations.AddRange(found.Violations);
        report.Violations.AddRange(server.Log.Split('\n').Where(line => line.Contains("\"A request failed\"", StringComparison.Ordinal)).Take(2));
        report.Add("requests without an answer, asked again", crowd.Tally.Unanswered);
        foreach (var (status, times) in crowd.Tally.Statuses)
        {
            report.Add(string.Create(CultureInfo.InvariantCulture, $"answers {status}"), times);
        }
    }
}
