namespace TalkConnect.Chaos.Simulator;

/// <summary>Decides who is really in the room when, as people and their networks are.</summary>
internal static class Presences
{
    /// <summary>An identity that is no user of ours.</summary>
    public const string Stranger = "somebody-else";

    public static IReadOnlyList<Connection> Of(LessonPlan plan, Weather weather, Fate fate)
    {
        var all = new List<Connection>();
        var node = fate.Between(0, weather.Nodes - 1);
        var crashes = weather.Crashes.Where(crash => crash.Node == node).ToList();

        AddPerson(plan.TeacherId, Teacher(plan, fate));
        foreach (var student in plan.StudentIds)
        {
            AddPerson(student, Student(plan, fate));
        }

        if (fate.Happens(0.05))
        {
            AddPerson(Stranger, [(0, 600)]);
        }

        if (fate.Happens(0.1) && all.Count > 0)
        {
            var (from, to) = (all.Min(one => one.From).AddSeconds(2), all.Max(one => one.To));
            all.Add(new Connection(fate.Id("EG"), fate.Id("PA"), plan.RoomName(1), fate.One("EGRESS", "AGENT"), from, to, Ending.Left));
        }

        return all;

        void AddPerson(string identity, IEnumerable<(double From, double To)> stays)
        {
            foreach (var (from, to) in stays.Where(stay => stay.To - stay.From >= 1))
            {
                Add(identity, plan.RoomName(1), plan.Start.AddSeconds(from), plan.Start.AddSeconds(to));
                if (fate.Happens(0.02))
                {
                    // A second tab, on the room of another lesson of the session.
                    Add(identity, plan.RoomName(2), plan.Start.AddSeconds(from + ((to - from) * 0.3)), plan.Start.AddSeconds(to - ((to - from) * 0.2)));
                }
            }
        }

        void Add(string identity, string room, DateTimeOffset from, DateTimeOffset to)
        {
            var crash = crashes.Where(crash => crash.At > from && crash.At < to).MinBy(crash => crash.At);
            if (crash is not null)
            {
                Connect(identity, room, from, crash.At, Ending.Crash);
                var back = crash.At.AddSeconds(fate.Between(3.0, 40.0));
                if (fate.Happens(0.85) && back < to)
                {
                    Add(identity, room, back, to);
                }
            }
            else if (fate.Happens(0.12) && to - from > TimeSpan.FromMinutes(3))
            {
                // A reload, another device, a network that was gone: the same person under a new sid.
                var cut = from + ((to - from) * fate.Between(0.1, 0.9));
                Connect(identity, room, from, cut, HowItEnds());
                Add(identity, room, cut.AddSeconds(fate.One(-0.4, 0.1, 3, 12, 45, 120)), to);
            }
            else
            {
                Connect(identity, room, from, to, HowItEnds());
            }
        }

        void Connect(string identity, string room, DateTimeOffset from, DateTimeOffset to, Ending how)
        {
            if (to > from)
            {
                all.Add(new Connection(identity, fate.Id("PA"), room, null, from, to, to - from < TimeSpan.FromSeconds(1) ? Ending.NeverActive : how));
            }
        }

        Ending HowItEnds() => fate.Happens(weather.Ghosts) ? Ending.Ghost : fate.Happens(weather.GivenUp) ? Ending.GivenUp : Ending.Left;
    }

    private static List<(double From, double To)> Teacher(LessonPlan plan, Fate fate)
    {
        var whole = plan.Minutes * 60.0;
        return fate.Weighed(
            (88, () => Whole(whole, fate)),
            (4, () => []),
            (4, () => Pieces(whole, fate)),
            (4, new Func<List<(double, double)>>(() => NearTheThreshold(whole, fate))))();
    }

    private static List<(double From, double To)> Student(LessonPlan plan, Fate fate)
    {
        var whole = plan.Minutes * 60.0;
        return fate.Weighed(
            (55, () => Whole(whole, fate)),
            (10, () => []),
            (15, () => NearTheThreshold(whole, fate)),
            (10, () => Once(whole * fate.Between(0.02, 0.9), whole, fate)),
            (10, new Func<List<(double, double)>>(() => Pieces(whole, fate))))();
    }

    private static List<(double From, double To)> Whole(double whole, Fate fate) => [(fate.Between(-400.0, 240.0), whole + fate.Between(-120.0, 500.0))];

    private static List<(double From, double To)> Once(double length, double whole, Fate fate)
    {
        var from = fate.Between(0, whole - length);
        return [(from, from + length)];
    }

    /// <summary>Within half a minute of the threshold, and every third time within two seconds.</summary>
    private static List<(double From, double To)> NearTheThreshold(double whole, Fate fate)
    {
        var reach = fate.Happens(0.33) ? 2 : 30;
        return Once((whole * 0.2) + fate.Between(-reach, reach), whole, fate);
    }

    private static List<(double From, double To)> Pieces(double whole, Fate fate)
    {
        var pieces = new List<(double, double)>();
        for (var at = fate.Between(0.0, whole / 4); at < whole && pieces.Count < 8; at += fate.Between(4.0, 400.0))
        {
            var to = Math.Min(at + fate.Between(40.0, whole / 5), whole);
            pieces.Add((at, to));
            at = to;
        }

        return pieces;
    }
}
