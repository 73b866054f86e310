using System.Text;

namespace TalkConnect.Chaos.Simulator;

/// <summary>
/// One of LiveKit's queues: one room's events in their order, never two at once. Five attempts with 1, 2, 4 and 8 seconds
/// between them, and what has waited 30 seconds when its turn comes is dropped unsent.
/// </summary>
internal sealed class RoomQueue(Fate fate)
{
    private const int Attempts = 5;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private readonly Queue<Told> _waiting = new();
    private int _attempt;
    private string? _authorization;

    public Fate Fate => fate;

    /// <summary>What is being sent; null when nothing is.</summary>
    public Told? Current { get; private set; }

    /// <summary>How many events were given up.</summary>
    public int GivenUp { get; private set; }

    /// <summary>Puts an event in; returns when it is to be sent if nothing else is.</summary>
    public DateTimeOffset? Add(Told told, DateTimeOffset now)
    {
        _waiting.Enqueue(told with { At = now });
        return Current is null ? Next(now) : null;
    }

    /// <summary>The signature is made once: a retry carries the same.</summary>
    public string Authorize(LiveKitServer liveKit) => _authorization ??= liveKit.Authorize(Encoding.UTF8.GetBytes(Current!.Body));

    /// <summary>What follows after an attempt: when the next one is to be made, if any.</summary>
    public DateTimeOffset? After(bool delivered, DateTimeOffset now)
    {
        if (!delivered && ++_attempt < Attempts)
        {
            return now.AddSeconds(1 << (_attempt - 1));
        }

        GivenUp += delivered ? 0 : 1;
        return Next(now);
    }

    private DateTimeOffset? Next(DateTimeOffset now)
    {
        (_attempt, _authorization) = (0, null);
        while (_waiting.TryDequeue(out var next))
        {
            if (now - next.At <= LongestWait)
            {
                Current = next;
                return now.AddMilliseconds(fate.Between(20, 400));
            }

            GivenUp++;
        }

        Current = null;
        return null;
    }
}
