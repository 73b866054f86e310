using TalkConnect.Chaos.Load;
using TalkConnect.Chaos.Report;
using TalkConnect.Web.FunctionalTests.Processes;

namespace TalkConnect.Chaos.Cluster;

/// <summary>
/// Three web servers over three database nodes, under load: nodes are killed, join again and are cut off, a web server is killed. Once all
/// write through one node, and once each through its own.
/// </summary>
internal static class ClusterPart
{
    public const string Name = "cluster";

    private const string Database = "talkconnect_chaos";

    /// <summary>A pause that is longer is no pause any more; the longest that was seen is 34 seconds.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    public static async Task RunAsync(Options options, PartReport report)
    {
        foreach (var writers in new[] { 1, 3 })
        {
            // Several nodes that write see what the others confirmed only if they wait for it.
            Environment.SetEnvironmentVariable("CLUSTER_SYNC_WAIT", writers == 1 ? "0" : "7");
            await Galera.RunAsync("databases");
            try
            {
                await LoadAsync(writers, options, report);
            }
            finally
            {
                await Galera.RunAsync("stop");
            }
        }
    }

    private static async Task LoadAsync(int writers, Options options, PartReport report)
    {
        var database = $"{Database}_{writers}";
        var through = writers == 1 ? "through one node" : "through three nodes";
        var calm = TimeSpan.FromSeconds(options.Quick ? 5 : 20);
        await using var template = ProcessDatabase.Missing("MySql");
        var servers = new ServerProcess[3];
        for (var node = 0; node < 3; node++)
        {
            servers[node] = await StartAsync(template, writers == 1 ? 1 : node + 1, database);
        }

        try
        {
            var turn = 0;
            var crowd = new Crowd(() => Volatile.Read(ref servers[Interlocked.Increment(ref turn) % 3]).Http, size: 9);
            await crowd.OpenAsync();
            using var stop = new CancellationTokenSource();
            var acting = crowd.RunAsync(stop.Token);

            await WatchAsync(crowd, report, $"calm, {through}", () => Task.Delay(calm), rate: true);
            foreach (var node in new[] { "1", "2" })
            {
                await WatchAsync(crowd, report, $"database node killed, {through}", () => FaultAsync("kill", node, TimeSpan.FromSeconds(5)));
                await WatchAsync(crowd, report, $"database node joining again, {through}", () => FaultAsync("rejoin", node, TimeSpan.FromSeconds(2)));
            }

            await WatchAsync(crowd, report, $"database node cut off, {through}", () => FaultAsync("cut", "1", TimeSpan.FromSeconds(10)));
            await WatchAsync(crowd, report, $"database node let back, {through}", () => FaultAsync("heal", "1", TimeSpan.FromSeconds(2)));
            await WatchAsync(crowd, report, $"web server killed, {through}", async () =>
            {
                await servers[2].KillAsync();
                await servers[2].DisposeAsync();
                Volatile.Write(ref servers[2], await StartAsync(template, writers == 1 ? 1 : 3, database));
            });

            await stop.CancelAsync();
            await acting;
            await TakeAsync(crowd, servers, database, through, report);
        }
        catch
        {
            foreach (var server in servers)
            {
                Console.WriteLine(string.Join('\n', server.Log.Split('\n').TakeLast(15)));
            }

            throw;
        }
        finally
        {
            foreach (var server in servers)
            {
                await server.DisposeAsync();
            }
        }
    }

    private static Task<ServerProcess> StartAsync(ProcessDatabase template, int first, string database) =>
        ServerProcess.StartAsync(template, ("ConnectionStrings__TalkConnect", Galera.Connection(first, database)));

    private static async Task FaultAsync(string command, string node, TimeSpan then)
    {
        await Galera.RunAsync(command, node);
        await Task.Delay(then);
    }

    /// <summary>Lets something happen, and measures for how long nothing was confirmed meanwhile.</summary>
    private static async Task WatchAsync(Crowd crowd, PartReport report, string what, Func<Task> happens, bool rate = false)
    {
        var (started, before) = (TimeProvider.System.GetTimestamp(), crowd.Acknowledged);
        var (last, seen, longest) = (started, before, TimeSpan.Zero);
        var happening = happens();
        while (!happening.IsCompleted || (crowd.Acknowledged == before && longest <= LongestPause))
        {
            await Task.Delay(10);
            if (crowd.Acknowledged is var now && now != seen)
            {
                (last, seen) = (TimeProvider.System.GetTimestamp(), now);
            }

            longest = TimeProvider.System.GetElapsedTime(last) > longest ? TimeProvider.System.GetElapsedTime(last) : longest;
        }

        await happening;
        if (longest > LongestPause)
        {
            report.Violations.Add($"nothing was confirmed for {longest.TotalSeconds:0} s: {what}");
        }

        if (rate)
        {
            report.Add($"confirmed a second, {what}", Math.Round((crowd.Acknowledged - before) / TimeProvider.System.GetElapsedTime(started).TotalSeconds, 1));
            return;
        }

        report.Count(what);
        var pause = $"longest pause in seconds, {what}";
        report.Figures[pause] = Math.Max(report.Figures.GetValueOrDefault(pause), Math.Round(longest.TotalSeconds, 2));
    }

    private static async Task TakeAsync(Crowd crowd, ServerProcess[] servers, string database, string through, PartReport report)
    {
        // Asking each node for its sums also waits until it has applied everything.
        var confirmed = crowd.Acknowledged;
        await Task.WhenAll(Enumerable.Range(1, 3).Select(node => Galera.ChecksumsAsync(node, database)));
        await report.TakeAsync(crowd, servers[0]);
        if (crowd.Tally.Statuses.ContainsKey(500))
        {
            report.Violations.AddRange(servers.SelectMany(server => server.Log.Split('\n')).Where(line => line.Contains("Exception", StringComparison.Ordinal)).Take(3));
        }

        foreach (var server in servers)
        {
            var verified = (await server.Api.Get("/api/admin/ledger/verification", Crowd.Admin)).Must(200).As<VerificationShape>();
            report.Violations.AddRange(verified.Violations.Select(violation => $"{through}: {violation}"));
        }

        var retried = 0.0;
        foreach (var server in servers)
        {
            retried += await server.RetriedAsync();
        }

        report.Add($"units run again for each hundred confirmed, {through}", Math.Round(retried * 100 / confirmed, 1));
        await CompareNodesAsync(servers, database, through, report);
    }

    /// <summary>Only now that nobody writes: heartbeats go on for as long as there are servers.</summary>
    private static async Task CompareNodesAsync(ServerProcess[] servers, string database, string through, PartReport report)
    {
        foreach (var server in servers)
        {
            await server.TerminateAsync();
        }

        var nodes = new List<IReadOnlyDictionary<string, string>>();
        for (var node = 1; node <= 3; node++)
        {
            nodes.Add(await Galera.ChecksumsAsync(node, database));
        }

        var different = nodes[0].Keys.Where(table => nodes.Any(node => node.GetValueOrDefault(table) != nodes[0][table])).ToList();
        if (different.Count > 0)
        {
            report.Violations.Add($"{through}: the nodes hold different rows of {string.Join(", ", different)}");
        }
    }
}
