using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using TalkConnect.Application.Attendance;

namespace TalkConnect.Chaos.Simulator;

/// <summary>
/// Plays an evening against the running server, one simulated second after the other: what happens in one second in several
/// rooms goes out side by side, what happens in one room in its order.
/// </summary>
internal sealed class Player(Evening evening, TalkConnectApp node, RoomDirectory rooms)
{
    private const int AtOnce = 8;
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Tick = TimeSpan.FromMinutes(5);

    private readonly LiveKitServer _liveKit = new(new Api(node), new AheadOf(node.Clock, evening.Weather.Skew));
    private readonly PriorityQueue<Step, (DateTimeOffset At, int Order)> _agenda = new();
    private readonly Dictionary<string, RoomQueue> _queues = [];
    private readonly Dictionary<string, LessonPlan> _lessonOf = [];
    private readonly ConcurrentBag<(string Room, DateTimeOffset At)> _looks = [];
    private int _deliveries;
    private int _order;
    private int _ticksAfter;

    /// <summary>When an event of a connection was first heard.</summary>
    public ConcurrentDictionary<string, DateTimeOffset> Heard { get; } = [];

    /// <summary>The ids of the events that were answered 200.</summary>
    public ConcurrentDictionary<string, bool> Acknowledged { get; } = [];

    /// <summary>When LiveKit said who was in a room, by the room.</summary>
    public ILookup<string, DateTimeOffset> Looks => _looks.ToLookup(look => look.Room, look => look.At);

    /// <summary>Who acts.</summary>
    public Cast Cast { get; } = new(node);

    /// <summary>How often something went wrong, by what it was.</summary>
    public ConcurrentDictionary<string, int> Faults { get; } = [];

    /// <summary>How many requests were sent.</summary>
    public int Requests => _deliveries + Cast.Requests;

    public async Task PlayAsync()
    {
        rooms.List = List;
        Plan();
        while (_agenda.TryPeek(out _, out var next) && next.At <= evening.Closes)
        {
            await PlaySecondAsync(next.At);
        }

        // The morning after LiveKit is heard again, an admin decides about stopped runs, and the next ticks settle what can be settled.
        await NextTickAsync();
        await _liveKit.Tells(LiveKitEvents.RoomStarted(new Room("RM_lobby", "lobby"), node.Clock.Now));
        do
        {
            await NextTickAsync();
        }
        while (await Cast.DismissAsync());

        await NextTickAsync();
    }

    private async Task NextTickAsync()
    {
        node.Clock.Now = evening.Closes + (++_ticksAfter * Tick);
        await Cast.SendAsync(new KeepListening());
        await Cast.SettleAsync();
    }

    private void Plan()
    {
        foreach (var lesson in evening.Lessons)
        {
            _lessonOf[lesson.RoomName(1)] = _lessonOf[lesson.RoomName(2)] = lesson;
            foreach (var told in lesson.Script)
            {
                PlanEvent(told);
            }

            foreach (var stays in lesson.Connections.Where(one => one.IsPerson && one.Identity != Presences.Stranger).GroupBy(one => (one.Identity, one.Room)))
            {
                PlanPass(lesson, stays.MinBy(one => one.From)!);
            }

            if (lesson.CancelledAt is { } at)
            {
                Add(Up(at), new Step.Do(() => Cast.CancelAsync(lesson)));
            }
        }

        var first = Evening.Opens.AddMinutes(-45);
        Every(first, Beat, () => Cast.SendAsync(new KeepListening()));
        Every(first.AddSeconds(3), Look, LookAsync);
        Every(first.AddSeconds(1), Tick, Cast.SettleAsync);
        Count("LiveKit server crashes", evening.Weather.Crashes.Count);
        Count("outages of ours", evening.Weather.Outages.Count);
        Count("silences", evening.Weather.Silences.Count);
        Count("connections that ended untold", evening.Lessons.Sum(lesson => lesson.Connections.Count(one => one.EndedBy is Ending.Ghost or Ending.Crash)));
    }

    /// <summary>Nobody gets into a room without a token of ours: it is asked for shortly before, while our server is up.</summary>
    private void PlanPass(LessonPlan lesson, Connection first)
    {
        var at = first.From.AddSeconds(-3);
        var down = evening.Weather.Outages.FirstOrDefault(outage => outage.Covers(at));
        Add(down?.From.AddSeconds(-5) ?? at, new Step.Do(() => Cast.JoinAsync(lesson, first)));
    }

    private void PlanEvent(Told told)
    {
        if (told.IsDropped)
        {
            Count("events dropped");
            return;
        }

        if (told.Late is { } late)
        {
            Count("events out of order");
            Add(told.At + late, new Step.Arrive(told, $"{told.Room}#{_order}"));
        }
        else
        {
            Add(told.At, new Step.Arrive(told, told.Room));
        }

        if (told.RepeatedAfter is { } after)
        {
            Count("events repeated");
            Add(told.At + after, new Step.Arrive(told, $"{told.Room}#{_order}"));
        }
    }

    /// <summary>Does something at this pace while our server is up.</summary>
    private void Every(DateTimeOffset first, TimeSpan pace, Func<Task> act)
    {
        for (var at = first; at <= evening.Closes; at += pace)
        {
            if (!evening.Weather.Outages.Any(outage => outage.Covers(at)))
            {
                Add(at, new Step.Do(act));
            }
        }
    }

    private DateTimeOffset Up(DateTimeOffset at) =>
        evening.Weather.Outages.Where(outage => outage.Covers(at)).Select(outage => outage.To.AddSeconds(5)).Append(at).Max();

    private void Add(DateTimeOffset at, Step step) => _agenda.Enqueue(step, (at, _order++));

    private async Task PlaySecondAsync(DateTimeOffset first)
    {
        var end = DateTimeOffset.FromUnixTimeSeconds(first.ToUnixTimeSeconds() + 1);
        var sending = new List<(RoomQueue Queue, DateTimeOffset At)>();
        var doing = new List<Func<Task>>();
        while (_agenda.TryPeek(out var step, out var due) && due.At < end)
        {
            _agenda.Dequeue();
            node.Clock.Now = due.At > node.Clock.Now ? due.At : node.Clock.Now;
            if (step is Step.Do { Act: var act })
            {
                doing.Add(act);
            }
            else if (step is Step.Send { Queue: var queue })
            {
                sending.Add((queue, due.At));
            }
            else if (step is Step.Arrive { Told: var told, Name: var name })
            {
                SendLater(QueueOf(name), QueueOf(name).Add(told, due.At));
            }
        }

        // A queue sends one thing at a time, so no queue is here twice.
        var delivered = new bool[sending.Count];
        await Parallel.ForAsync(0, sending.Count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (which, _) =>
            delivered[which] = await DeliverAsync(sending[which].Queue, sending[which].At));
        for (var which = 0; which < sending.Count; which++)
        {
            SendLater(sending[which].Queue, sending[which].Queue.After(delivered[which], sending[which].At));
        }

        foreach (var act in doing)
        {
            await act();
        }
    }

    private RoomQueue QueueOf(string name)
    {
        if (!_queues.TryGetValue(name, out var queue))
        {
            _queues[name] = queue = new RoomQueue(Fate.Of(evening.Seed, name));
        }

        return queue;
    }

    private void SendLater(RoomQueue queue, DateTimeOffset? at)
    {
        if (at is { } moment)
        {
            Add(moment, new Step.Send(queue));
        }
    }

    private async Task<bool> DeliverAsync(RoomQueue queue, DateTimeOffset at)
    {
        var told = queue.Current!;
        if (evening.Weather.Outages.Any(outage => outage.Covers(at)) || evening.Weather.Silences.Any(silence => silence.Covers(at)))
        {
            Count("attempts while nobody could hear");
            return false;
        }

        if (queue.Fate.Happens(evening.Weather.Refused))
        {
            Count("attempts refused on the way");
            return false;
        }

        var answer = await _liveKit.Sends(Encoding.UTF8.GetBytes(told.Body), queue.Authorize(_liveKit));
        Interlocked.Increment(ref _deliveries);
        if (answer.Status >= 500)
        {
            Count("attempts answered 5xx");
            return false;
        }

        if (answer.Status != 200)
        {
            Cast.Violations.Add($"webhook {told.Event} was answered {answer.Status}: {answer.Text}");
            return true;
        }

        Acknowledged[(string)JsonNode.Parse(told.Body)!["id"]!] = true;
        if (told.Sid is { } sid && told.Event is not "track_published")
        {
            Heard.TryAdd(sid, at);
        }

        if (queue.Fate.Happens(evening.Weather.Unanswered))
        {
            Count("answers lost");
            return false;
        }

        return true;
    }

    private async Task LookAsync()
    {
        rooms.IsThere = !evening.Weather.Silences.Any(silence => silence.Covers(node.Clock.Now));
        await Cast.SendAsync(new LookIntoRooms());
    }

    /// <summary>LiveKit's list; of some rooms, at some looks, its API does not tell.</summary>
    private IReadOnlyList<JsonObject>? List(string room)
    {
        var now = node.Clock.Now;
        if (Fate.Of(evening.Seed, room, (int)now.ToUnixTimeSeconds()).Happens(evening.Weather.FailedLooks))
        {
            Count("looks into rooms that failed");
            return null;
        }

        _looks.Add((room, now));
        return _lessonOf.TryGetValue(room, out var lesson)
            ? [.. lesson.Listed(room, now).Select(one => Roster.Listed(one, evening.Weather.Skew))]
            : [];
    }

    private void Count(string fault, int times = 1) => Faults.AddOrUpdate(fault, times, (_, before) => before + times);

    /// <summary>What is to be done at a moment.</summary>
    private abstract record Step
    {
        public sealed record Arrive(Told Told, string Name) : Step;

        public sealed record Send(RoomQueue Queue) : Step;

        public sealed record Do(Func<Task> Act) : Step;
    }

    /// <summary>LiveKit's clock.</summary>
    private sealed class AheadOf(SettableClock clock, TimeSpan ahead) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => clock.GetUtcNow() + ahead;
    }
}
