namespace TalkConnect.Chaos.Simulator;

/// <summary>
/// Plays LiveKit: opens and closes rooms, tells of it, and knows no more than LiveKit does. A room closes 20 seconds after
/// the last person has left it, and opens under a new sid for whoever comes back.
/// </summary>
internal sealed class RoomScript
{
    private static readonly TimeSpan DepartureTimeout = TimeSpan.FromSeconds(20);

    private readonly Weather _weather;
    private readonly Fate _fate;
    private readonly List<Told> _told = [];
    private readonly List<Connection> _seen = [];

    private RoomScript(Weather weather, Fate fate) => (_weather, _fate) = (weather, fate);

    public static (IReadOnlyList<Told> Told, IReadOnlyList<Connection> Seen) Of(
        LessonPlan plan, IReadOnlyList<Connection> connections, Weather weather, Fate fate)
    {
        var script = new RoomScript(weather, fate);
        foreach (var lesson in new[] { 1, 2 })
        {
            script.PlayRoom(plan.RoomName(lesson), [.. connections.Where(one => one.Room == plan.RoomName(lesson)).OrderBy(one => one.From)]);
        }

        return (script.WithRaces(), script._seen);
    }

    private void PlayRoom(string name, IReadOnlyList<Connection> connections)
    {
        Opening? room = null;
        foreach (var one in connections.Where(one => one.IsPerson))
        {
            if (room is { Crash: { } crash } && one.From > crash.At)
            {
                room = Reopen(name, room, crash, one.From);
            }
            else if (room is not null && one.From > room.OccupiedUntil + DepartureTimeout)
            {
                Close(name, room);
                room = null;
            }

            room ??= Open(name, _fate.Id("RM"), one.From);
            var known = KnownUntil(one);
            room.OccupiedUntil = known > room.OccupiedUntil ? known : room.OccupiedUntil;
            room.Crash ??= one.EndedBy is Ending.Crash ? _weather.Crashes.First(crash => crash.At == one.To) : null;
            room.Connections.Add(Tell(one with { RoomSid = room.Sid }, known));
        }

        foreach (var machine in connections.Where(one => !one.IsPerson && room is not null))
        {
            room!.Connections.Add(Tell(machine with { RoomSid = room.Sid }, machine.To));
        }

        if (room is { Crash: null })
        {
            Close(name, room);
        }
        else if (room is { Crash.KeepsRooms: true })
        {
            ListGhosts(room, Evening.Opens.AddDays(1));
        }

        Keep(room);
    }

    private Opening Open(string name, string sid, DateTimeOffset at)
    {
        _told.Add(About("room_started", new Room(sid, name), at));
        return new Opening(sid, at);
    }

    private void Close(string name, Opening room)
    {
        var at = room.OccupiedUntil + DepartureTimeout + TimeSpan.FromSeconds(_fate.Between(0.1, 1));
        _told.Add(About("room_finished", new Room(room.Sid, name), at));
        ListGhosts(room, at);
        Keep(room);
    }

    private Opening Reopen(string name, Opening before, Crash crash, DateTimeOffset at)
    {
        if (crash.KeepsRooms)
        {
            ListGhosts(before, at);
        }

        Keep(before);
        return Open(name, crash.KeepsRooms ? before.Sid : _fate.Id("RM"), at);
    }

    /// <summary>Whoever was in the room when its server crashed stays on the list until it opens again, and some ghosts until it closes.</summary>
    private static void ListGhosts(Opening room, DateTimeOffset until)
    {
        for (var at = 0; at < room.Connections.Count; at++)
        {
            if (StaysListed(room.Connections[at]))
            {
                room.Connections[at] = room.Connections[at] with { Listed = room.Connections[at].Listed with { To = until } };
            }
        }
    }

    private static bool StaysListed(Connection one) =>
        one.EndedBy is Ending.Crash || (one.EndedBy is Ending.Ghost && Fate.Of(0, one.Sid).Happens(0.3));

    private void Keep(Opening? room)
    {
        _seen.AddRange(room?.Connections ?? []);
        room?.Connections.Clear();
    }

    /// <summary>Some ghosts are forgotten without a word, others LiveKit believes in for a while.</summary>
    private DateTimeOffset KnownUntil(Connection one) =>
        one.EndedBy is Ending.Ghost && _fate.Happens(0.3) ? one.To.AddSeconds(_fate.Between(60, 1800)) : one.To;

    private Connection Tell(Connection one, DateTimeOffset known)
    {
        var length = (one.To - one.From).TotalSeconds;
        var active = one.From.AddSeconds(Math.Min(_fate.Between(0.3, 3), length / 2));
        if (one.EndedBy is not Ending.NeverActive)
        {
            _told.Add(About("participant_joined", one, active));
        }

        if (one.EndedBy is Ending.Left)
        {
            _told.Add(About("participant_left", one, one.To));
        }
        else if (one.EndedBy is Ending.GivenUp or Ending.NeverActive)
        {
            _told.Add(About("participant_connection_aborted", one, one.To));
        }

        if (_fate.Happens(0.1))
        {
            _told.Add(About("track_published", one, active.AddSeconds(0.1)));
        }

        return one with { Listed = one.EndedBy is Ending.NeverActive ? new Span(one.From, one.From) : new Span(active, known) };
    }

    private Told About(string name, Connection one, DateTimeOffset at)
    {
        var body = LiveKitEvents.Of(name, new Room(one.RoomSid, one.Room), at + _weather.Skew);
        body["participant"] = Roster.Participant(one, _weather.Skew);
        return Sent(body, one.Room, at, one.Sid);
    }

    private Told About(string name, Room room, DateTimeOffset at) => Sent(LiveKitEvents.Of(name, room, at + _weather.Skew), room.Name, at, null);

    private Told Sent(System.Text.Json.Nodes.JsonObject body, string room, DateTimeOffset at, string? sid)
    {
        var id = _fate.Id("EV");
        body["id"] = id;
        return new Told(at, room, (string)body["event"]!, sid, body.ToJsonString())
        {
            IsDropped = _fate.Happens(_weather.Dropped),
            RepeatedAfter = _fate.Happens(_weather.Repeated) ? TimeSpan.FromSeconds(_fate.Between(0.5, 60)) : null,
            Late = _fate.Happens(_weather.Late) ? TimeSpan.FromSeconds(_fate.Between(5.0, 120)) : null,
        };
    }

    /// <summary>Now and then two events of a room change places before they are queued.</summary>
    private List<Told> WithRaces()
    {
        var order = _told.OrderBy(one => one.At).ToList();
        for (var at = 1; at < order.Count; at++)
        {
            if (_fate.Happens(0.005))
            {
                (order[at - 1], order[at]) = (order[at] with { At = order[at - 1].At.AddMilliseconds(1) }, order[at - 1] with { At = order[at].At.AddMilliseconds(1) });
                order[at - 1] = order[at - 1] with { At = order[at].At };
            }
        }

        return order;
    }

    private sealed class Opening(string sid, DateTimeOffset at)
    {
        public string Sid { get; } = sid;

        public DateTimeOffset OccupiedUntil { get; set; } = at;

        public Crash? Crash { get; set; }

        public List<Connection> Connections { get; } = [];
    }
}

/// <summary>One event, and what becomes of it on its way.</summary>
/// <param name="At">When it is queued, in our time.</param>
/// <param name="Room">The room's name: one queue for each.</param>
/// <param name="Event">What it is.</param>
/// <param name="Sid">The connection it is about, if any.</param>
/// <param name="Body">What LiveKit signs and sends.</param>
internal sealed record Told(DateTimeOffset At, string Room, string Event, string? Sid, string Body)
{
    public bool IsDropped { get; init; }

    public TimeSpan? RepeatedAfter { get; init; }

    public TimeSpan? Late { get; init; }
}
