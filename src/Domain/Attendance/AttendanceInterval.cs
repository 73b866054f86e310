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
/// <param name="SeenUntil">Where its end is inferred, until when looks into the room showed it; null where none did.</param>
public sealed record AttendanceInterval(
    DateTimeOffset JoinedAt, DateTimeOffset? LeftAt, IntervalEnd? EndedBy, IReadOnlyList<string> EventIds, DateTimeOffset? SeenUntil = null)
{
    /// <summary>The part of it that was seen: all of it when both ends were, otherwise as far as looks into the room showed.</summary>
    public AttendanceInterval SeenPart() =>
        EndedBy is IntervalEnd.Left or IntervalEnd.Aborted ? this : this with { LeftAt = SeenUntil ?? JoinedAt };

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
