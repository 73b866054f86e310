namespace TalkConnect.Chaos.Simulator;

/// <summary>What goes wrong in one evening, and how often.</summary>
internal sealed record Weather
{
    /// <summary>Events that LiveKit never sends.</summary>
    public double Dropped { get; init; }

    /// <summary>Events that come once more, up to a minute later.</summary>
    public double Repeated { get; init; }

    /// <summary>Events that overtake or are overtaken: up to two minutes late, past the queue of their room.</summary>
    public double Late { get; init; }

    /// <summary>Attempts that never reach us.</summary>
    public double Refused { get; init; }

    /// <summary>Attempts that reach us, and whose answer never reaches LiveKit.</summary>
    public double Unanswered { get; init; }

    /// <summary>Connections that end without a leave ever being sent.</summary>
    public double Ghosts { get; init; }

    /// <summary>Connections that LiveKit gives up in place of telling a leave.</summary>
    public double GivenUp { get; init; }

    /// <summary>How far LiveKit's clock is ahead of ours.</summary>
    public TimeSpan Skew { get; init; }

    /// <summary>When one of LiveKit's servers crashes.</summary>
    public IReadOnlyList<Crash> Crashes { get; init; } = [];

    /// <summary>When our server is away.</summary>
    public IReadOnlyList<Span> Outages { get; init; } = [];

    /// <summary>When no event reaches us although our server is up: a wrong address, a firewall.</summary>
    public IReadOnlyList<Span> Silences { get; init; } = [];

    /// <summary>Looks into a room that fail.</summary>
    public double FailedLooks { get; init; }

    /// <summary>How many LiveKit servers the rooms are spread over.</summary>
    public int Nodes { get; init; } = 4;

    /// <summary>Nothing at all goes wrong.</summary>
    public static Weather Calm { get; } = new();

    /// <summary>An ordinary bad evening.</summary>
    /// <param name="fate">Decides how bad.</param>
    /// <param name="evening">From the first lesson to the last.</param>
    public static Weather Of(Fate fate, Span evening) => new()
    {
        Dropped = fate.One(0, 0.002, 0.01, 0.02, 0.05),
        Repeated = fate.Between(0.0, 0.03),
        Late = fate.One(0, 0.002, 0.01),
        Refused = fate.Between(0.0, 0.02),
        Unanswered = fate.Between(0.0, 0.02),
        Ghosts = fate.One(0, 0.002, 0.01),
        GivenUp = 0.005,
        Skew = TimeSpan.FromMilliseconds(fate.Between(-5000, 5000)),
        Crashes = [.. Enumerable.Range(0, fate.Between(0, 2)).Select(_ => new Crash(
            evening.At(fate.Between(0.1, 0.9)), fate.Between(0, 3), KeepsRooms: fate.Happens(0.5)))],
        Outages = [.. Enumerable.Range(0, fate.Between(0, 2)).Select(_ =>
            Span.Of(evening.At(fate.Between(0.1, 0.9)), TimeSpan.FromSeconds(fate.One(20, 60, 90, 240, 600))))],
        FailedLooks = fate.One(0, 0.01, 0.05),
    };
}

/// <summary>A LiveKit server ends without a word.</summary>
/// <param name="At">When.</param>
/// <param name="Node">Which.</param>
/// <param name="KeepsRooms">Whether its rooms outlive it, in Redis, so that they open again under the same sid.</param>
internal sealed record Crash(DateTimeOffset At, int Node, bool KeepsRooms);

/// <summary>A time from then to then.</summary>
internal sealed record Span(DateTimeOffset From, DateTimeOffset To)
{
    public static Span Of(DateTimeOffset from, TimeSpan length) => new(from, from + length);

    public bool Covers(DateTimeOffset moment) => From <= moment && moment < To;

    public bool Overlaps(Span other) => From < other.To && other.From < To;

    /// <summary>The moment after that share of it.</summary>
    public DateTimeOffset At(double share) => From + ((To - From) * share);
}
