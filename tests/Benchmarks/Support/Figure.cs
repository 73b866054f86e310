using System.Globalization;
using System.Text.Json;

namespace TalkConnect.Benchmarks.Support;

/// <summary>One figure: the median of its rounds, with the least and the most.</summary>
internal sealed record Figure(string Name, double Value, double Min, double Max, string Unit, double? Floor = null, double? Aim = null)
{
    /// <summary>The median of some rounds.</summary>
    public static Figure Of(string name, IReadOnlyCollection<double> rounds, string unit, double? floor = null, double? aim = null)
    {
        var sorted = rounds.Order().ToList();
        var median = sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;
        return new Figure(name, median, sorted[0], sorted[^1], unit, floor, aim);
    }

    /// <summary>Whether less is better.</summary>
    private bool IsCost => Unit is "ms" or "us" or "MiB";

    private string Verdict => Floor is null ? "" : Reaches(Aim!.Value) ? "aim" : Reaches(Floor.Value) ? "floor" : "BELOW";

    public static void Print(IEnumerable<Figure> figures)
    {
        Console.WriteLine($"\n{"figure",-44} {"median",10} {"min",10} {"max",10}  {"unit",-8} {"floor",6} {"aim",6}");
        foreach (var figure in figures)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{figure.Name,-44} {figure.Value,10:0.###} {figure.Min,10:0.###} {figure.Max,10:0.###}  {figure.Unit,-8} {figure.Floor,6} {figure.Aim,6} {figure.Verdict}"));
        }
    }

    public static Task SaveAsync(IEnumerable<Figure> figures, string path)
    {
        var rows = figures.Select(figure => new
        {
            name = figure.Name,
            value = figure.Value,
            min = figure.Min,
            max = figure.Max,
            unit = figure.Unit,
            floor = figure.Floor,
            aim = figure.Aim,
        });
        return File.WriteAllTextAsync(path, JsonSerializer.Serialize(new { figures = rows }));
    }

    private bool Reaches(double mark) => IsCost ? Value <= mark : Value >= mark;
}
