namespace TalkConnect.Chaos.Simulator;

/// <summary>
/// Knows the right outcome of every place, because it knows who really was in the room when. It reckons by the contract and
/// shares nothing with the product.
/// </summary>
internal sealed class Oracle(LessonPlan lesson, string policy, TimeSpan skew)
{
    private const int ThresholdPercent = 20;

    /// <summary>What is right to do with the place of that student.</summary>
    public Right Outcome(string student) => Outcome(student, _ => true);

    /// <summary>What would be right if only these connections had been.</summary>
    public Right Outcome(string student, Func<Connection, bool> had) =>
        lesson.CancelledAt is not null ? Right.Refund : Decide(Attended(student, had), Attended(lesson.TeacherId, had));

    /// <summary>What would be right if everybody had left at that moment.</summary>
    public Right OutcomeUntil(string student, DateTimeOffset moment) =>
        lesson.CancelledAt is not null ? Right.Refund : Decide(SecondsUntil(student, moment), SecondsUntil(lesson.TeacherId, moment));

    /// <summary>Whole seconds of the union of a person's connections, in LiveKit's time.</summary>
    public int Attended(string identity) => Attended(identity, _ => true);

    private int Attended(string identity, Func<Connection, bool> had) => Union(Of(identity).Where(had).Select(one => (one.From, one.To)));

    private int SecondsUntil(string identity, DateTimeOffset moment) =>
        Union(Of(identity).Where(one => one.From < moment).Select(one => (one.From, one.To < moment ? one.To : moment)));

    private IEnumerable<Connection> Of(string identity) => lesson.Connections.Where(one => one.Identity == identity && one.Counts);

    private int Union(IEnumerable<(DateTimeOffset From, DateTimeOffset To)> stays)
    {
        var seconds = 0L;
        var covered = long.MinValue;
        foreach (var (from, to) in stays
            .Select(stay => (From: (stay.From + skew).ToUnixTimeSeconds(), To: (stay.To + skew).ToUnixTimeSeconds())).Order())
        {
            seconds += Math.Max(0, to - Math.Max(from, covered));
            covered = Math.Max(covered, to);
        }

        return (int)seconds;
    }

    private Right Decide(int student, int teacher) => policy == "fair-v2"
        ? IsThere(teacher) ? Right.Release : Right.Refund
        : IsThere(student) ? Right.Release : Right.Refund;

    /// <summary>19.99 per cent is below 20: the share is cut to two places.</summary>
    private bool IsThere(int seconds) => seconds * 10_000L / (lesson.Minutes * 60) >= ThresholdPercent * 100;
}

internal enum Right
{
    Release,
    Refund,
}
