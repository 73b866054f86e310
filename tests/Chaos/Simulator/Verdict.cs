namespace TalkConnect.Chaos.Simulator;

/// <summary>What came of an evening.</summary>
internal sealed record Verdict
{
    public required ulong Seed { get; init; }

    public required string Policy { get; init; }

    public int Lessons { get; init; }

    public int Places { get; init; }

    public int Released { get; init; }

    public int Refunded { get; init; }

    public int NeedsReview { get; init; }

    /// <summary>What became of each place, in a form that can be compared.</summary>
    public IReadOnlyList<string> Outcomes { get; init; } = [];

    /// <summary>Settled otherwise than is right although something could have told.</summary>
    public IReadOnlyList<string> Wrong { get; init; } = [];

    /// <summary>Settled otherwise than is right, where nothing at all was left of the stay that decides.</summary>
    public IReadOnlyList<string> BeyondEvidence { get; init; } = [];

    /// <summary>What else must not be.</summary>
    public IReadOnlyList<string> Violations { get; init; } = [];

    public int Acknowledged { get; init; }

    public int Lost { get; init; }

    public int Doubled { get; init; }

    public int Requests { get; init; }

    /// <summary>Settlement runs that the product itself stopped, so that an admin had to look.</summary>
    public int RunsStopped { get; init; }

    public IReadOnlyDictionary<string, int> Faults { get; init; } = new Dictionary<string, int>();

    public double ReviewShare => Places == 0 ? 0 : (double)NeedsReview / Places;

    public bool IsClean => Wrong.Count == 0 && Violations.Count == 0 && Lost == 0 && Doubled == 0;
}
