namespace TalkConnect.Chaos.Simulator;

/// <summary>All lessons of one evening, with what really happens in them and what goes wrong: a function of its seed.</summary>
internal sealed record Evening(ulong Seed, string Policy, Weather Weather, IReadOnlyList<LessonPlan> Lessons)
{
    /// <summary>A Monday at five in the afternoon.</summary>
    public static readonly DateTimeOffset Opens = new(2026, 3, 2, 17, 0, 0, TimeSpan.Zero);

    private static readonly TimeSpan LastStart = TimeSpan.FromHours(3.5);

    /// <summary>From the first start to the last.</summary>
    public static Span Starts { get; } = Span.Of(Opens, LastStart);

    /// <summary>From the first start to the end of a lesson of an hour that starts last.</summary>
    public static Span Busy { get; } = Span.Of(Opens, LastStart + TimeSpan.FromHours(1));

    /// <summary>When everything has happened that bears on the settlement.</summary>
    public DateTimeOffset Closes => Lessons.Max(lesson => lesson.LastEntry).AddMinutes(20);

    public static Evening Of(ulong seed, int lessons, Func<Fate, Weather>? weather = null, string? policy = null)
    {
        var fate = Fate.Of(seed, "evening");
        var chosen = policy ?? fate.Weighed((3, "seed-v1"), (1, "fair-v2"));
        var tonight = (weather ?? Scenario.Ordinary.Weather)(fate);
        return new Evening(
            seed, chosen, tonight, [.. Enumerable.Range(0, lessons).Select(number => LessonPlan.Of(seed, number, lessons, tonight))]);
    }
}
