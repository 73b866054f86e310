using System.Globalization;
using System.Text.Json;

namespace TalkConnect.Chaos.Report;

/// <summary>The reports as people and as programs read them.</summary>
internal static class Table
{
    private static readonly JsonSerializerOptions Wire = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true };

    public static void Print(IReadOnlyList<PartReport> reports)
    {
        Console.WriteLine();
        Row("part", "seconds", "faults", "acknowledged", "lost", "doubled", "wrong", "beyond", "review", "violations");
        foreach (var report in reports)
        {
            Row(
                report.Part, Text(report.Seconds), Text(report.FaultsInjected), Text(report.Acknowledged), Text(report.Lost), Text(report.Doubled),
                Text(report.WrongSettlements), Text(report.BeyondEvidence), report.ReviewShare is { } share ? Text(share * 100) + " %" : "-", Text(report.Violations.Count));
        }

        foreach (var report in reports)
        {
            Console.WriteLine();
            Console.WriteLine(report.Part);
            Lines(report.Faults.Select(fault => $"{fault.Value,10:N0}  {fault.Key}"));
            Lines(report.Figures.Select(figure => $"{Text(figure.Value),10}  {figure.Key}"));
            Lines(report.Series.Select(series => $"{string.Join(", ", series.Value.Select(Text))}  {series.Key}"));
            Lines(report.Skipped.Select(skipped => $"   skipped  {skipped}"));
            Lines(report.Violations.Select(violation => $" VIOLATION  {violation}"));
        }
    }

    public static Task SaveAsync(IReadOnlyList<PartReport> reports, string file) => File.WriteAllTextAsync(
        file,
        JsonSerializer.Serialize(
            new
            {
                Ok = reports.All(report => report.IsClean),
                FaultsInjected = reports.Sum(report => report.FaultsInjected),
                OperationsAcknowledged = reports.Sum(report => report.Acknowledged),
                Lost = reports.Sum(report => report.Lost),
                Doubled = reports.Sum(report => report.Doubled),
                WrongSettlements = reports.Sum(report => report.WrongSettlements),
                BeyondEvidence = reports.Sum(report => report.BeyondEvidence),
                Violations = reports.Sum(report => report.Violations.Count),
                Seeds = reports.SelectMany(report => report.Seeds),
                Parts = reports,
            },
            Wire) + "\n");

    private static void Lines(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            Console.WriteLine($"  {line}");
        }
    }

    private static void Row(params string[] cells) => Console.WriteLine(
        cells[0].PadRight(20) + string.Concat(cells.Skip(1).Select(cell => cell.PadLeft(13))));

    private static string Text(double number) => number.ToString("#,0.##", CultureInfo.InvariantCulture);
}
