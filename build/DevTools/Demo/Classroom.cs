using TalkConnect.DevTools.LiveKit;

namespace TalkConnect.DevTools.Demo;

/// <summary>One connection to a room; without an end it is still there.</summary>
internal sealed record Stay(string Identity, DateTimeOffset From, DateTimeOffset? To = null)
{
    /// <summary>The network failed, so the student did not choose to go.</summary>
    public bool Dropped { get; init; }

    public bool IsRecorder { get; init; }
}

/// <summary>A LiveKit room: turns what happens in it into the webhooks that LiveKit would send, in their order.</summary>
internal sealed class Classroom(Api api, Session session)
{
    private const string Ignored = "Event received";

    private readonly string _sid = LiveKitIds.New("RM");

    public async Task Play(params Stay[] stays)
    {
        var events = stays.SelectMany(EventsOf).OrderBy(planned => planned.Event.At).ToList();
        await api.Deliver(Event("room_started", events[0].Event.At.AddSeconds(-1)), Ignored);
        foreach (var (@event, answer) in events)
        {
            await api.Deliver(@event, answer);
        }

        // LiveKit delivers again when it did not see our answer: the same event, the same id.
        await api.Deliver(events[^1].Event, "Event already processed");
    }

    public Task Finish() => api.Deliver(Event("room_finished", session.End), "Session marked as completed");

    private IEnumerable<(LiveKitEvent Event, string Answer)> EventsOf(Stay stay)
    {
        var participant = new LiveKitParticipant(stay.Identity, LiveKitIds.New("PA"))
        {
            JoinedAt = stay.From,
            Kind = stay.IsRecorder ? "EGRESS" : "STANDARD",
            LeaveReason = stay.Dropped ? "CONNECTION_TIMEOUT" : "CLIENT_INITIATED",
        };

        // The join is reported when the media connection stands, a moment after it began.
        var joined = Event("participant_joined", stay.From.AddSeconds(1)) with { Participant = participant };
        yield return (joined, stay.IsRecorder ? Ignored : "Attendance recorded");
        if (stay.To is { } end)
        {
            var left = Event("participant_left", end) with { Participant = participant };
            yield return (left, stay.IsRecorder ? Ignored : "Attendance updated");
        }
    }

    private LiveKitEvent Event(string name, DateTimeOffset at) => new(name, session.Room, _sid, at);
}
