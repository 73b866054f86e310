using TalkConnect.Chaos.Load;
using TalkConnect.Chaos.Report;
using TalkConnect.Chaos.Simulator;
using TalkConnect.Web.FunctionalTests.Processes;

namespace TalkConnect.Chaos.Faults;

/// <summary>Kills the server at moments that nobody chose, under load, and starts it again.</summary>
internal static class KillsPart
{
    public const string Name = "kills";

    public static async Task RunAsync(string provider, Options options, PartReport report)
    {
        var times = options.Quick ? 5 : 50;
        var fate = Fate.Of(options.Seed, $"{Name} on {provider}");
        await using var database = ProcessDatabase.Missing(provider);
        var server = await ServerProcess.StartAsync(database);
        try
        {
            var crowd = new Crowd(() => Volatile.Read(ref server).Http, size: 8);
            await crowd.OpenAsync();
            using var stop = new CancellationTokenSource();
            var acting = crowd.RunAsync(stop.Token);
            for (var kill = 0; kill < times; kill++)
            {
                await ConfirmsAsync(crowd, fate.Between(1, 50));
                await Task.Delay(TimeSpan.FromMilliseconds(fate.Between(0, 100)));
                await server.KillAsync();
                await server.DisposeAsync();
                Volatile.Write(ref server, await ServerProcess.StartAsync(database));
                report.Count("kill -9 of the server");
            }

            await stop.CancelAsync();
            await acting;
            await report.TakeAsync(crowd, server);
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    // Counted in what was confirmed, not in time: a server that has just started may need a second for its first answer.
    private static async Task ConfirmsAsync(Crowd crowd, int more)
    {
        var enough = crowd.Acknowledged + more;
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (crowd.Acknowledged < enough)
        {
            await Task.Delay(1, patience.Token);
        }
    }
}
