using TalkConnect.Benchmarks.Settlement;
using TalkConnect.Benchmarks.Support;

var quick = args.Contains("--quick");
var json = Array.IndexOf(args, "--json") is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;
var only = Array.IndexOf(args, "--only") is var place and >= 0 && place + 1 < args.Length ? args[place + 1].Split(',') : null;
bool Wanted(string part) => only is null || only.Contains(part);

var figures = new List<Figure>();
if (Wanted("settlement"))
{
    var database = await BenchDatabase.CreateAsync("bench_settlement");
    figures.AddRange(await new SettlementBenchmark(database, 20_000, 2).RunAsync());
    Figure.Print(figures);
}

if (json is not null)
{
    await Figure.SaveAsync(figures, json);
}

return quick ? 0 : 0;
