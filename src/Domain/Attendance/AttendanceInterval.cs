namespace TalkConnect.Domain.Attendance;

/// <summary>How the end of a stay is known.</summary>
public enum IntervalEnd
{
    /// <summary>Seen: LiveKit told of the leave.</summary>
    Left,

    /// <summary>Seen: LiveKit gave the connection up.</summary>
    Aborted,

    /// <summary>Inferred: a look into the room did not show it any more.</summary>
    NotSeen,

    /// <summary>Inferred: the room closed.</summary>
    RoomFinished,

    /// <summary>Inferred: the session was over.</summary>
    SessionCompleted,
}

/// <summary>One stay in the room, in whole seconds.</summary>
/// <param name="JoinedAt">When it began.</param>
/// <param name="LeftAt">When it ended, never before it began; null while it lasts.</param>
/// <param name="EndedBy">How the end is known; null while it lasts.</param>
/// <param name="EventIds">The webhook events behind it; none where only looks into the room showed it.</param>
public sealed record AttendanceInterval(DateTimeOffset JoinedAt, DateTimeOffset? LeftAt, IntervalEnd? EndedBy, IReadOnlyList<string> EventIds)
{
    /// <summary>Whether both its ends were seen: a webhook that tells of the end tells of the start too. What a look into the room shows may be a ghost.</summary>
    public bool IsCertain() => EndedBy is IntervalEnd.Left or IntervalEnd.Aborted;

    /// <summary>The seconds of the union of the intervals that have ended: two devices at once never count twice.</summary>
    public static int UnionSeconds(IEnumerable<AttendanceInterval> intervals)
    {
        var covered = DateTimeOffset.MinValue;
        long ticks = 0;

        foreach (var interval in intervals.Where(interval => interval.LeftAt is not null).OrderBy(interval => interval.JoinedAt))
        {
            var from = interval.JoinedAt > covered ? interval.JoinedAt : covered;
            if (interval.LeftAt > from)
            {
                ticks += (interval.LeftAt.Value - from).Ticks;
                covered = interval.LeftAt.Value;
            }
        }

        return (int)Math.Min(ticks / TimeSpan.TicksPerSecond, int.MaxValue);
    }
}
