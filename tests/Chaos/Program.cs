using TalkConnect.Chaos.Simulator;

namespace TalkConnect.Chaos;

internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        // The testing host looks here for where the server lies.
        Environment.CurrentDirectory = AppContext.BaseDirectory;
        var seed = ulong.Parse(args[0], System.Globalization.CultureInfo.InvariantCulture);
        var lessons = int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture);
        await using var app = new SqliteApp();
        await app.InitializeAsync();
        var started = TimeProvider.System.GetTimestamp();
        var v = await Simulation.RunAsync(Evening.Of(seed, lessons), app);
        Console.WriteLine($"{v.Seed} {v.Policy} lessons {v.Lessons} places {v.Places} rel {v.Released} ref {v.Refunded} rev {v.NeedsReview} wrong {v.Wrong.Count} beyond {v.BeyondEvidence.Count} viol {v.Violations.Count} ack {v.Acknowledged} lost {v.Lost} doubled {v.Doubled} req {v.Requests} in {TimeProvider.System.GetElapsedTime(started)}");
        foreach (var (f, n) in v.Faults.OrderBy(x => x.Key))
        {
            Console.WriteLine($"  {f}: {n}");
        }

        foreach (var w in v.Wrong.Concat(v.BeyondEvidence.Select(b => "BEYOND " + b)).Concat(v.Violations))
        {
            Console.WriteLine(w);
        }

        return 0;
    }
}
