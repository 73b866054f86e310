using Microsoft.EntityFrameworkCore;
using TalkConnect.Domain.Attendance;

namespace TalkConnect.Chaos.Simulator;

/// <summary>Plays one evening over one database and judges what came of it.</summary>
internal static class Simulation
{
    /// <param name="evening">What happens.</param>
    /// <param name="app">A server over the database; the evening has one of its own beside it.</param>
    /// <param name="settings">What is set otherwise on that one.</param>
    public static async Task<Verdict> RunAsync(Evening evening, TalkConnectApp app, params (string Name, string Value)[] settings)
    {
        await app.ResetAsync();
        app.Clock.Now = Evening.Opens.AddDays(-1);
        await using var rooms = await RoomDirectory.StartAsync();
        await using var node = app.Another([("LiveKit:Url", rooms.Url), ("Settlement:Policy", evening.Policy), .. settings]);
        await Yesterday.PlayAsync(node);
        var places = await new Stage(new Api(node), evening).SellAsync();
        var player = new Player(evening, node, rooms);
        await player.PlayAsync();

        var (holds, violations, doubled) = await new Audit(new Api(node)).RunAsync();
        var evidence = new Evidence(player.Heard, player.Looks, evening.Weather.Outages, player.Cast.Cancelled);
        var ours = places.Select(place => place.HoldId).ToHashSet();
        holds = holds.Where(hold => ours.Contains(hold.Key)).ToDictionary();
        var judged = new Judge(evening, places, evidence).Of(holds);
        var kept = await app.InDatabaseAsync(db => db.Set<WebhookEvent>().Select(one => one.Id).ToListAsync());
        return new Verdict
        {
            Seed = evening.Seed,
            Policy = evening.Policy,
            Lessons = evening.Lessons.Count,
            Places = places.Count,
            Released = holds.Values.Count(hold => hold.Status == "released"),
            Refunded = holds.Values.Count(hold => hold.Status == "refunded"),
            NeedsReview = judged.Count(one => one.Finding is Finding.Review),
            Outcomes = [.. places.Select(place => $"{place.Lesson.SessionId} {place.StudentId} {holds[place.HoldId].Status} {holds[place.HoldId].ReleasePercentage:0.00}")],
            Wrong = [.. judged.Where(one => one.Finding is Finding.Wrong).Select(one => one.Detail)],
            BeyondEvidence = [.. judged.Where(one => one.Finding is Finding.BeyondEvidence).Select(one => one.Detail)],
            Violations = [.. violations, .. player.Cast.Violations, .. judged.Where(one => one.Finding is Finding.Unsettled).Select(one => one.Detail)],
            Acknowledged = player.Acknowledged.Count,
            Lost = player.Acknowledged.Keys.Except(kept).Count(),
            Doubled = doubled,
            Requests = player.Requests,
            RunsStopped = player.Cast.RunsStopped,
            Faults = player.Faults,
        };
    }
}
