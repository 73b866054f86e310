using System.Collections.Concurrent;

namespace TalkConnect.Chaos.Load;

/// <summary>What became of the requests.</summary>
internal sealed class Tally
{
    private int _broken;

    /// <summary>How many answers there were of each status.</summary>
    public ConcurrentDictionary<int, int> Statuses { get; } = [];

    /// <summary>How many requests had no answer at all.</summary>
    public int Unanswered => _broken;

    public ConcurrentQueue<string> Violations { get; } = [];

    public void Answered(int status) => Statuses.AddOrUpdate(status, 1, (_, before) => before + 1);

    public void Broken() => Interlocked.Increment(ref _broken);

    public void Violation(string what)
    {
        if (Violations.Count < 50)
        {
            Violations.Enqueue(what);
        }
    }
}
