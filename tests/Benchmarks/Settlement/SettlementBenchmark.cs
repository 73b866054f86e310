using System.Diagnostics;
using System.Globalization;
using MediatR;
using TalkConnect.Application.Settlement;
using TalkConnect.Benchmarks.Support;

namespace TalkConnect.Benchmarks.Settlement;

/// <summary>How many holds settle in a second: beside SQL that was written by hand, and with a history behind it.</summary>
internal sealed class SettlementBenchmark(BenchDatabase database, BenchDatabase aged, int holds, int warmUps, int rounds)
{
    private int _set;

    public async Task<IReadOnlyList<Figure>> RunAsync()
    {
        for (var round = 0; round < warmUps; round++)
        {
            await RoundAsync(database, Product(database, 1));
            await RoundAsync(aged, Product(aged, 2));
        }

        await RoundAsync(database, Raw);
        var measured = new List<(Round Ours, Round Raw, Round TwoWorkers, Round Aged)>();
        for (var round = 0; round < rounds; round++)
        {
            measured.Add((
                await RoundAsync(database, Product(database, 1)),
                await RoundAsync(database, Raw),
                await RoundAsync(database, Product(database, 2)),
                await RoundAsync(aged, Product(aged, 1))));
        }

        if (measured.SelectMany(round => new[] { round.Ours.Sums, round.Raw.Sums, round.TwoWorkers.Sums, round.Aged.Sums }).Distinct().Count() != 1)
        {
            throw new InvalidOperationException("The yardstick does not write the same rows as the product, so the two cannot be compared.");
        }

        Figure Of(string name, Func<(Round Ours, Round Raw, Round TwoWorkers, Round Aged), double> value, string unit, double? floor = null, double? aim = null) =>
            Figure.Of(name, [.. measured.Select(value)], unit, floor, aim);
        return
        [
            Of("settlement_vs_raw", round => round.Ours.PerSecond / round.Raw.PerSecond, "ratio", 0.5, 0.8),
            Of("settlement_with_history", round => round.Aged.PerSecond / round.Ours.PerSecond, "ratio", 0.8, 0.95),
            Of("settlement_holds_per_second", round => round.Ours.PerSecond, "1/s"),
            Of("settlement_holds_per_second_raw", round => round.Raw.PerSecond, "1/s"),
            Of("settlement_holds_per_second_two_workers", round => round.TwoWorkers.PerSecond, "1/s"),
            Of("settlement_holds_per_second_with_history", round => round.Aged.PerSecond, "1/s"),
            Of("settlement_cpu_us_per_hold", round => round.Ours.OwnCpu + round.Ours.ServerCpu, "us"),
            Of("settlement_cpu_us_per_hold_own", round => round.Ours.OwnCpu, "us"),
            Of("settlement_cpu_us_per_hold_raw", round => round.Raw.OwnCpu + round.Raw.ServerCpu, "us"),
        ];
    }

    private static Func<Task<int>> Product(BenchDatabase on, int workers) => async () =>
    {
        await using var services = on.Services(workers);
        await using var scope = services.CreateAsyncScope();
        var run = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new RunSettlement(Manual: false, null));
        return run.Released + run.Refunded;
    };

    private Task<int> Raw() => RawSettlement.RunAsync(database.ConnectionString);

    private async Task<Round> RoundAsync(BenchDatabase on, Func<Task<int>> settle)
    {
        var label = string.Create(CultureInfo.InvariantCulture, $"{++_set:0000}");
        await DueHolds.AddAsync(on, label, holds);

        var before = on.Cpu();
        var started = Stopwatch.GetTimestamp();
        var settled = await settle();
        var took = Stopwatch.GetElapsedTime(started);
        var after = on.Cpu();

        return settled == holds
            ? new Round(
                holds / took.TotalSeconds,
                (after.Own - before.Own).TotalMicroseconds / holds,
                (after.Server - before.Server).TotalMicroseconds / holds,
                await DueHolds.SumsAsync(on, label))
            : throw new InvalidOperationException($"{settled} of {holds} holds were settled.");
    }

    private sealed record Round(double PerSecond, double OwnCpu, double ServerCpu, string Sums);
}
