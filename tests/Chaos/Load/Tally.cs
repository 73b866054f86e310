using System.Collections.Concurrent;

namespace TalkConnect.Chaos.Load;

/// <summary>What became of the requests.</summary>
internal sealed class Tally
{
    private readonly ConcurrentDictionary<string, bool> _kinds = [];
    private int _broken;

    /// <summary>How many answers there were of each status.</summary>
    public ConcurrentDictionary<int, int> Statuses { get; } = [];

    /// <summary>How many requests had no answer at all.</summary>
    public int Unanswered => _broken;

    public ConcurrentQueue<string> Violations { get; } = [];

    public void Answered(int status) => Statuses.AddOrUpdate(status, 1, (_, before) => before + 1);

    public void Broken() => Interlocked.Increment(ref _broken);

    /// <summary>Notes what must not be: the first of each kind.</summary>
    public void Violation(string kind, string what)
    {
        if (_kinds.TryAdd(kind, true))
        {
            Violations.Enqueue(what);
        }
    }
}
