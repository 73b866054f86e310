using System.Diagnostics.Tracing;
using System.Globalization;
using Microsoft.Diagnostics.NETCore.Client;
using TalkConnect.Web.FunctionalTests.Processes;

namespace TalkConnect.Chaos.Load;

/// <summary>What a server still uses of its heap when everything else has been cleared away.</summary>
internal static class Heap
{
    // The runtime's provider collects everything when a session with this keyword begins (GCHeapCollect).
    private const long Collect = 0x800000;

    private const string Size = "dotnet_gc_last_collection_heap_size_bytes";
    private const string Fragmentation = "dotnet_gc_last_collection_heap_fragmentation_size_bytes";

    /// <summary>Has a server collect everything, and says what is left, in MiB.</summary>
    public static async Task<double> LiveAsync(ServerProcess server)
    {
        var before = FullCollections(await MetricsAsync(server));
        using (var session = await new DiagnosticsClient(server.Id).StartEventPipeSessionAsync(
            [new EventPipeProvider("Microsoft-Windows-DotNETRuntime", EventLevel.Informational, Collect)], requestRundown: false, circularBufferMB: 1, default))
        {
            var events = session.EventStream.CopyToAsync(Stream.Null);
            await session.StopAsync(default);
            await events;
        }

        var patience = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var metrics = await MetricsAsync(server);
            if (FullCollections(metrics) > before)
            {
                return (Sum(metrics, Size) - Sum(metrics, Fragmentation)) / 1024 / 1024;
            }

            TimeProvider.System.GetElapsedTime(patience).ShouldBeLessThan(TimeSpan.FromSeconds(30), "The server did not collect what it no longer uses.");
            await Task.Delay(100);
        }
    }

    private static async Task<string[]> MetricsAsync(ServerProcess server) => (await server.Http.GetStringAsync("/metrics")).Split('\n');

    private static double FullCollections(string[] metrics) => Sum(metrics, "dotnet_gc_collections_total", "\"gen2\"");

    private static double Sum(string[] metrics, string metric, string with = "") => metrics
        .Where(line => line.StartsWith($"{metric}{{", StringComparison.Ordinal) && line.Contains(with, StringComparison.Ordinal))
        .Sum(line => double.Parse(line[(line.IndexOf('}', StringComparison.Ordinal) + 1)..].Trim().Split(' ')[0], CultureInfo.InvariantCulture));
}
