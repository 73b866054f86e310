using TalkConnect.Chaos.Load;
using TalkConnect.Chaos.Report;
using TalkConnect.Chaos.Simulator;
using TalkConnect.Web.FunctionalTests.Processes;

namespace TalkConnect.Chaos.Faults;

/// <summary>Cuts connections in the middle of commits, so that nobody knows whether they happened.</summary>
internal static class CommitsPart
{
    public const string Name = "commits";

    public static async Task RunAsync(Options options, PartReport report)
    {
        var cuts = options.Quick ? 40 : 400;
        await using var database = ProcessDatabase.Missing("MySql");
        var fate = Fate.Of(options.Seed, Name);
        var isCutting = false;
        CommitCut Choose(string statements)
        {
            lock (fate)
            {
                return !Volatile.Read(ref isCutting) || !fate.Happens(0.15) ? CommitCut.Not : fate.Happens(0.5) ? CommitCut.Before : CommitCut.After;
            }
        }

        using var proxy = new CommitProxy(database.ConnectionString, Choose);
        await using var server = await ServerProcess.StartAsync(ProcessDatabase.At(proxy.ConnectionString), ("Settlement__BatchSize", "5"));
        var crowd = new Crowd(() => server.Http, size: 8);
        await crowd.OpenAsync();

        Volatile.Write(ref isCutting, true);
        using var stop = new CancellationTokenSource();
        var acting = crowd.RunAsync(stop.Token);
        while (proxy.CutBefore + proxy.CutAfter < cuts && !acting.IsCompleted)
        {
            await Task.Delay(50);
        }

        await stop.CancelAsync();
        await acting;
        Volatile.Write(ref isCutting, false);
        report.Count("connections cut before the COMMIT", proxy.CutBefore);
        report.Count("connections cut after the COMMIT", proxy.CutAfter);
        await report.TakeAsync(crowd, server);
    }
}
