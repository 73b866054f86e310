namespace TalkConnect.Chaos.Simulator;

/// <summary>One session: who is to come, who really was there, and what LiveKit has to tell of it.</summary>
internal sealed record LessonPlan
{
    /// <summary>How many sessions one teacher gives in an evening.</summary>
    private const int PerTeacher = 4;

    public required int Number { get; init; }

    public required string TeacherId { get; init; }

    /// <summary>Whether somebody brought the teacher to the platform: then there is a commission.</summary>
    public required bool Referred { get; init; }

    public required IReadOnlyList<string> StudentIds { get; init; }

    public required DateTimeOffset Start { get; init; }

    public required int Minutes { get; init; }

    public required decimal Price { get; init; }

    /// <summary>When it is called off, if it is.</summary>
    public DateTimeOffset? CancelledAt { get; init; }

    /// <summary>What really happened, in our time.</summary>
    public IReadOnlyList<Connection> Connections { get; init; } = [];

    /// <summary>What LiveKit tells of it, in the order in which it happens.</summary>
    public IReadOnlyList<Told> Script { get; init; } = [];

    public string CourseId => $"course_{TeacherId}";

    public int SessionNumber => (Number % PerTeacher) + 1;

    public string SessionId => $"s{Number}";

    public DateTimeOffset End => Start.AddMinutes(Minutes);

    public DateTimeOffset LastEntry => End.AddMinutes(15);

    public string RoomName(int lesson) => $"course_{CourseId}_session_{SessionNumber}_lesson_{lesson}";

    /// <summary>Who LiveKit lists in a room at a moment, rightly or wrongly.</summary>
    public IEnumerable<Connection> Listed(string room, DateTimeOffset at) =>
        Connections.Where(one => one.Room == room && one.Listed.Covers(at));

    public static LessonPlan Of(ulong seed, int number, int lessons, Weather weather)
    {
        var fate = Fate.Of(seed, "lesson", number);
        var teacher = number / PerTeacher;
        var start = Evening.Opens + TimeSpan.FromMinutes(5 * fate.Between(0, (int)(Evening.Starts.To - Evening.Starts.From).TotalMinutes / 5));
        var minutes = fate.One(30, 45, 50, 60, 60, 60, 90);
        var students = fate.Weighed((6, 1), (2, 2), (1, 4));
        var plan = new LessonPlan
        {
            Number = number,
            TeacherId = $"t{teacher}",
            Referred = teacher % 3 == 0,
            StudentIds = [.. Enumerable.Range(0, students).Select(which => $"p{((number * 7) + which) % Math.Max(lessons / 2, 8)}").Distinct()],
            Start = start,
            Minutes = minutes,
            Price = fate.Between(500, 9999) / 100m,
            CancelledAt = fate.Happens(0.02) ? start.AddMinutes(fate.Between(-30, 10)) : null,
        };
        var connections = Presences.Of(plan, weather, fate);
        var (told, seen) = RoomScript.Of(plan, connections, weather, fate);
        return plan with { Connections = seen, Script = told };
    }
}

/// <summary>One connection of one person to a room, as it really was.</summary>
/// <param name="Identity">Whose.</param>
/// <param name="Sid">Its id.</param>
/// <param name="Room">The room's name.</param>
/// <param name="Kind">EGRESS or AGENT; null for a person.</param>
/// <param name="From">When it was made.</param>
/// <param name="To">When it ended.</param>
/// <param name="EndedBy">How it ended.</param>
internal sealed record Connection(string Identity, string Sid, string Room, string? Kind, DateTimeOffset From, DateTimeOffset To, Ending EndedBy)
{
    /// <summary>When LiveKit lists it: longer than it lasts where LiveKit does not know that it has ended.</summary>
    public Span Listed { get; init; } = new(From, To);

    /// <summary>The opening of the room in which it was.</summary>
    public string RoomSid { get; init; } = "";

    public bool IsPerson => Kind is null;

    /// <summary>Whether it was ever more than an attempt.</summary>
    public bool Counts => EndedBy is not Ending.NeverActive && IsPerson;
}

internal enum Ending
{
    Left,

    /// <summary>LiveKit gave it up.</summary>
    GivenUp,

    /// <summary>LiveKit never told.</summary>
    Ghost,

    /// <summary>The LiveKit server crashed.</summary>
    Crash,

    /// <summary>The attempt failed before anybody could see or hear.</summary>
    NeverActive,
}
