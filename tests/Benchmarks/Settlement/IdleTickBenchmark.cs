using System.Diagnostics;
using MediatR;
using TalkConnect.Application.Settlement;
using TalkConnect.Benchmarks.Support;

namespace TalkConnect.Benchmarks.Settlement;

/// <summary>What a tick costs that finds nothing to do.</summary>
internal sealed class IdleTickBenchmark(BenchDatabase empty, BenchDatabase aged, int ticks)
{
    public async Task<IReadOnlyList<Figure>> RunAsync()
    {
        // Places that were sold and whose lessons are still to come.
        await DueHolds.AddAsync(aged, "soon", 50_000, dueAt: "NOW(6) + INTERVAL 30 DAY");

        return
        [
            Figure.Of("idle_tick_ms", await TicksAsync(aged), "ms", 5, 1),
            Figure.Of("idle_tick_ms_without_history", await TicksAsync(empty), "ms"),
        ];
    }

    private async Task<IReadOnlyCollection<double>> TicksAsync(BenchDatabase database)
    {
        await using var services = database.Services();
        var found = new List<double>();
        for (var tick = 0; tick < ticks + 100; tick++)
        {
            await using var scope = services.CreateAsyncScope();
            var started = Stopwatch.GetTimestamp();
            var run = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new RunSettlement(Manual: false, null));
            found.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            if (run.Released + run.Refunded + run.CompletedSessions + run.Failed > 0)
            {
                throw new InvalidOperationException("The tick was not idle.");
            }
        }

        return found[100..];
    }
}
