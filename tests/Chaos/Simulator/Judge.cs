namespace TalkConnect.Chaos.Simulator;

/// <summary>Compares what the product made of an evening with what really happened.</summary>
internal sealed class Judge(Evening evening, IReadOnlyList<Sold> places, Evidence evidence)
{
    private static readonly TimeSpan RoomTimeout = TimeSpan.FromSeconds(20);

    /// <summary>One judgement for each place.</summary>
    public IReadOnlyList<Judgement> Of(IReadOnlyDictionary<string, HoldShape> holds) =>
        [.. places.Select(place => holds.TryGetValue(place.HoldId, out var hold) ? Of(place, hold) : new Judgement(Finding.Unsettled, $"hold {place.HoldId} is missing"))];

    private Judgement Of(Sold place, HoldShape hold)
    {
        var lesson = evidence.Cancelled.Contains(place.Lesson.SessionId) ? place.Lesson : place.Lesson with { CancelledAt = null };
        var oracle = new Oracle(lesson, evening.Policy, evening.Weather.Skew);
        var right = oracle.Outcome(place.StudentId);
        switch (hold.Status)
        {
            case "needs_review":
                return new Judgement(Finding.Review, hold.ReviewReason ?? "");
            case not ("released" or "refunded"):
                return new Judgement(Finding.Unsettled, Describe(place, hold, oracle, right));
        }

        var made = hold.Status == "released" ? Right.Release : Right.Refund;
        if (made == right || (WasOver(lesson, hold.ReleasedAt!.Value) && made == oracle.OutcomeUntil(place.StudentId, hold.ReleasedAt.Value)))
        {
            return new Judgement(Finding.Correct, "");
        }

        var provable = oracle.Outcome(place.StudentId, evidence.HasTraceOf);
        return new Judgement(provable == made ? Finding.BeyondEvidence : Finding.Wrong, Describe(place, hold, oracle, right));
    }

    /// <summary>A session that was really over when it settled is judged by what had happened until then.</summary>
    private static bool WasOver(LessonPlan lesson, DateTimeOffset settled) =>
        settled >= lesson.End
        && !lesson.Connections.Any(one => one.Counts && one.From <= settled && one.To + RoomTimeout > settled);

    private string Describe(Sold place, HoldShape hold, Oracle oracle, Right right) =>
        $"seed {evening.Seed}, lesson {place.Lesson.Number} of {place.Lesson.Minutes} min at {place.Lesson.Start:HH:mm}, student {place.StudentId}: "
        + $"{hold.Status} at {hold.ReleasedAt:HH:mm:ss} with {hold.ReleasePercentage} %, right is {right} "
        + $"(student {oracle.Attended(place.StudentId)} s, teacher {oracle.Attended(place.Lesson.TeacherId)} s, of which 20 % are {place.Lesson.Minutes * 12} s)";
}

/// <summary>What could be known of the evening.</summary>
/// <param name="Heard">When something was heard of a connection.</param>
/// <param name="Looks">When LiveKit said who was in a room, by the room.</param>
/// <param name="Outages">When our server was away, which it knows.</param>
/// <param name="Cancelled">Sessions that were called off.</param>
internal sealed record Evidence(
    IReadOnlyDictionary<string, DateTimeOffset> Heard, ILookup<string, DateTimeOffset> Looks, IReadOnlyList<Span> Outages, IReadOnlySet<string> Cancelled)
{
    /// <summary>How long before an outage an event may have happened that was lost in it.</summary>
    private static readonly TimeSpan Queued = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Whether anything at all could tell of a connection: an event, a look into the room, or that nobody could hear. A token that was given
    /// is none: many who take one never come.
    /// </summary>
    public bool HasTraceOf(Connection one) =>
        Heard.ContainsKey(one.Sid)
        || Looks[one.Room].Any(one.Listed.Covers)
        || Outages.Any(outage => new Span(outage.From - Queued, outage.To).Overlaps(new Span(one.From, one.To)));
}

internal sealed record Judgement(Finding Finding, string Detail);

internal enum Finding
{
    Correct,
    Review,
    Wrong,
    BeyondEvidence,
    Unsettled,
}
