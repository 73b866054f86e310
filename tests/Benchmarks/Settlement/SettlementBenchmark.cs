using System.Diagnostics;
using System.Globalization;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using TalkConnect.Application.Settlement;
using TalkConnect.Benchmarks.Support;

namespace TalkConnect.Benchmarks.Settlement;

/// <summary>How many holds settle in a second, beside SQL that was written by hand.</summary>
internal sealed class SettlementBenchmark(BenchDatabase database, int holds, int rounds)
{
    private int _set;

    public async Task<IReadOnlyList<Figure>> RunAsync()
    {
        await RoundAsync(ProductAsync(1));
        await RoundAsync(RawAsync);

        var (ratios, product, raw, cpu, rawCpu, two) = (new List<double>(), new List<double>(), new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            var ours = await RoundAsync(ProductAsync(1));
            var yardstick = await RoundAsync(RawAsync);
            var ofTwo = await RoundAsync(ProductAsync(2));
            if (ours.Sums != yardstick.Sums || ours.Sums != ofTwo.Sums)
            {
                throw new InvalidOperationException($"The yardstick does not write the same rows:\n{ours.Sums}\n{yardstick.Sums}\n{ofTwo.Sums}");
            }

            ratios.Add(ours.PerSecond / yardstick.PerSecond);
            product.Add(ours.PerSecond);
            raw.Add(yardstick.PerSecond);
            cpu.Add(ours.CpuMicroseconds);
            rawCpu.Add(yardstick.CpuMicroseconds);
            two.Add(ofTwo.PerSecond);
        }

        return
        [
            Figure.Of("settlement_vs_raw", ratios, "ratio", 0.5, 0.8),
            Figure.Of("settlement_holds_per_second", product, "1/s"),
            Figure.Of("settlement_raw_holds_per_second", raw, "1/s"),
            Figure.Of("settlement_two_workers_holds_per_second", two, "1/s"),
            Figure.Of("settlement_cpu_us_per_hold", cpu, "us"),
            Figure.Of("settlement_raw_cpu_us_per_hold", rawCpu, "us"),
        ];
    }

    /// <summary>Only the product, for a comparison of other circumstances.</summary>
    public async Task<IReadOnlyList<double>> PerSecondAsync()
    {
        var found = new List<double>();
        for (var round = 0; round < rounds; round++)
        {
            found.Add((await RoundAsync(ProductAsync(1))).PerSecond);
        }

        return found;
    }

    public async Task<double> OneAsync() => (await RoundAsync(ProductAsync(1))).PerSecond;

    private Func<Task<int>> ProductAsync(int workers) => async () =>
    {
        await using var services = database.Services(workers);
        await using var scope = services.CreateAsyncScope();
        var run = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new RunSettlement(Manual: false, null));
        return run.Released + run.Refunded;
    };

    private Task<int> RawAsync() => RawSettlement.RunAsync(database.ConnectionString);

    private async Task<(double PerSecond, double CpuMicroseconds, string Sums)> RoundAsync(Func<Task<int>> settle)
    {
        var label = string.Create(CultureInfo.InvariantCulture, $"{++_set:0000}");
        await DueHolds.AddAsync(database, label, holds);
        await database.RunAsync("ANALYZE TABLE payment_holds, users");

        var cpu = database.Cpu(); var own = Environment.CpuUsage.TotalTime;
        var started = Stopwatch.GetTimestamp();
        var settled = await settle();
        var took = Stopwatch.GetElapsedTime(started);
        cpu = database.Cpu() - cpu; own = Environment.CpuUsage.TotalTime - own; Console.WriteLine($"{label} {holds / took.TotalSeconds:0}/s own {own.TotalMicroseconds / holds:0} server {(cpu-own).TotalMicroseconds/holds:0} elapsed {took.TotalMicroseconds/holds:0}");

        var sums = await DueHolds.SumsAsync(database, label);
        return settled == holds
            ? (holds / took.TotalSeconds, cpu.TotalMicroseconds / holds, sums)
            : throw new InvalidOperationException($"{settled} of {holds} holds were settled.");
    }
}
