namespace TalkConnect.Chaos.Simulator;

/// <summary>A kind of evening.</summary>
/// <param name="Name">As it is asked for.</param>
/// <param name="Weather">What goes wrong in it.</param>
internal sealed record Scenario(string Name, Func<Fate, Weather> Weather)
{
    private static readonly Span Whole = new(Evening.Opens.AddMinutes(-20), Evening.Opens.AddHours(6));

    /// <summary>A bit of everything.</summary>
    public static readonly Scenario Ordinary = new("ordinary", fate => Simulator.Weather.Of(fate, Evening.Busy));

    /// <summary>LiveKit reaches us for none of it, and we reach LiveKit neither, while our server is up and well.</summary>
    public static readonly Scenario Silence = new("silence", _ => new Weather { Silences = [Whole] });

    /// <summary>LiveKit reaches us for none of it; we can look into its rooms.</summary>
    public static readonly Scenario Deafness = new("deafness", _ => new Weather { Dropped = 1 });

    /// <summary>Our server is down from before the first lesson until after the last.</summary>
    public static readonly Scenario Darkness = new("darkness", _ => new Weather { Outages = [Span.Of(Whole.From, TimeSpan.FromHours(5.4))] });

    /// <summary>Nothing goes wrong: then nothing may need a review either.</summary>
    public static readonly Scenario Calm = new("calm", _ => Simulator.Weather.Calm);

    /// <summary>Whether neither webhooks nor looks told of anything: then the product must stop and ask.</summary>
    public bool IsUnheard => this == Silence || this == Darkness;

    public static IReadOnlyList<Scenario> All { get; } = [Ordinary, Calm, Silence, Deafness, Darkness];
}
