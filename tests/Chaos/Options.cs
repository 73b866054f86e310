using System.Globalization;

namespace TalkConnect.Chaos;

/// <summary>What the command line asks for.</summary>
/// <param name="Quick">Whether a few minutes must do.</param>
/// <param name="Seed">Where chance begins.</param>
/// <param name="IsReplay">Whether one evening is asked for.</param>
/// <param name="Lessons">How many lessons a replayed evening has.</param>
/// <param name="Scenario">Which kind of evening is replayed.</param>
/// <param name="Only">The wanted parts; null for all.</param>
/// <param name="On">The database whose parts are wanted; null for both.</param>
/// <param name="Json">Where the figures go, if anywhere.</param>
/// <param name="Minutes">How long the soak takes.</param>
internal sealed record Options(bool Quick, ulong Seed, bool IsReplay, int? Lessons, string? Scenario, IReadOnlyList<string>? Only, string? On, string? Json, double Minutes)
{
    private static readonly string[] Databases = ["MySql", "Sqlite"];

    public static Options Of(string[] args)
    {
        string? After(string option) => Array.IndexOf(args, option) is var at and >= 0 && at + 1 < args.Length ? args[at + 1] : null;

        var quick = args.Contains("--quick");
        var on = After("--on");
        if (on is not null && !Databases.Contains(on, StringComparer.OrdinalIgnoreCase))
        {
            throw new ArgumentException($"--on is '{on}'. Set it to one of {string.Join(", ", Databases)}.");
        }

        var seed = After("--seed");
        return new Options(
            quick,
            seed is null ? (ulong)TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() : ulong.Parse(seed, CultureInfo.InvariantCulture),
            After("--scenario") is not null || After("--lessons") is not null,
            After("--lessons") is { } lessons ? int.Parse(lessons, CultureInfo.InvariantCulture) : null,
            After("--scenario"),
            After("--only")?.Split(','),
            on,
            After("--json"),
            After("--minutes") is { } minutes ? double.Parse(minutes, CultureInfo.InvariantCulture) : quick ? 2 : 30);
    }

    /// <summary>The cluster needs Galera and takes minutes: it is for whoever asks for it.</summary>
    public bool Wants(string part, string? provider) =>
        (Only?.Contains(part) ?? part != "cluster") && (On is null || provider is null || string.Equals(provider, On, StringComparison.OrdinalIgnoreCase));
}
