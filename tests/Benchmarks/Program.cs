using System.Diagnostics;
using System.Net;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using TalkConnect.Benchmarks.Micro;
using TalkConnect.Benchmarks.Reads;
using TalkConnect.Benchmarks.Settlement;
using TalkConnect.Benchmarks.Support;
using TalkConnect.Benchmarks.Webhooks;

string? After(string option) => Array.IndexOf(args, option) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;

if (args is ["ado", var url, var connectionString])
{
    await AdoServer.RunAsync(url, connectionString);
    return;
}

if (args is ["micro", ..])
{
    // In this process: the project files lie elsewhere than the generator of another one expects.
    var artifacts = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../benchmarks"));
    BenchmarkRunner.Run<DomainBenchmarks>(DefaultConfig.Instance.WithArtifactsPath(artifacts).AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance)));
    return;
}

var quick = args.Contains("--quick");
var only = After("--only")?.Split(',');
bool Wanted(string part) => only is null || only.Contains(part);

var rounds = quick ? 3 : 7;
var history = quick ? 100_000 : 1_000_000;
var figures = new List<Figure>();
var started = Stopwatch.GetTimestamp();
Console.WriteLine($"{Environment.ProcessorCount} processors, {rounds} rounds, {history:N0} settled holds of history");

if (Wanted("settlement"))
{
    var database = await BenchDatabase.CreateAsync("bench_new");
    var aged = await BenchDatabase.CreateAsync("bench_aged");
    await History.AddAsync(aged, history);
    figures.AddRange(await new IdleTickBenchmark(database, aged, quick ? 500 : 2000).RunAsync());
    figures.AddRange(await new SettlementBenchmark(database, aged, holds: quick ? 10_000 : 20_000, warmUps: quick ? 1 : 3, rounds).RunAsync());
}

if (Wanted("webhooks"))
{
    var database = await BenchDatabase.CreateAsync("bench_webhooks");
    await using var server = await ServerProcess.StartAsync(database);
    figures.AddRange(await new WebhookBenchmark(database, server, rounds).RunAsync());
}

if (Wanted("reads"))
{
    var database = await BenchDatabase.CreateAsync("bench_reads");
    await using var server = await ServerProcess.StartAsync(database);
    var ado = new IPEndPoint(IPAddress.Loopback, ServerProcess.FreePort());
    using var yardstick = Process.Start(Environment.ProcessPath!, [Environment.GetCommandLineArgs()[0], "ado", $"http://{ado}", database.ConnectionString])!;
    await Task.Delay(2000);
    figures.AddRange(await new ReadBenchmark(database, server, ado, requests: quick ? 3_200 : 6_400, rounds, atScale: !quick).RunAsync());
    yardstick.Kill();
}

Figure.Print(figures);
Console.WriteLine($"{Stopwatch.GetElapsedTime(started):mm\\:ss}");
if (After("--json") is { } json)
{
    await Figure.SaveAsync(figures, json);
}
