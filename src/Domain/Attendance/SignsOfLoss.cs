using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Users;

namespace TalkConnect.Domain.Attendance;

/// <summary>What tells that something of a session was not heard.</summary>
public enum LossSign
{
    /// <summary>A leave was heard, and the join before it was not.</summary>
    LeaveWithoutJoin,

    /// <summary>A join was heard, and the session is over without a leave.</summary>
    JoinWithoutLeave,

    /// <summary>A room opened again under the same sid: a server of LiveKit's had died.</summary>
    RoomRestarted,

    /// <summary>A token was given for a room, and the person was never heard of there.</summary>
    TokenNeverSeen,

    /// <summary>A look into the room showed somebody of whom nothing was heard.</summary>
    SeenWithoutJoin,
}

/// <summary>One sign that something was not heard. It widens no bounds by itself: it tells an admin where to look.</summary>
/// <param name="Sign">What it is.</param>
/// <param name="UserId">Of whom; null of a room.</param>
/// <param name="RoomName">In which room.</param>
/// <param name="At">When.</param>
public sealed record SignOfLoss(LossSign Sign, UserId? UserId, string RoomName, DateTimeOffset At);

/// <summary>Finds signs of loss in what is known of a session.</summary>
public static class SignsOfLoss
{
    /// <summary>The signs, oldest first.</summary>
    /// <param name="session">The session.</param>
    /// <param name="records">Everybody's attendance.</param>
    /// <param name="joins">The ids of those events that are joins.</param>
    /// <param name="passes">The tokens that were given.</param>
    public static IReadOnlyList<SignOfLoss> Of(
        CourseSession session, IReadOnlyCollection<AttendanceRecord> records, IReadOnlySet<string> joins, IReadOnlyCollection<IssuedPass> passes) =>
    [
        .. records.SelectMany(record => OfPerson(session, record, joins))
            .Concat(Restarts(session))
            .Concat(passes.Where(pass => !WasSeen(session, pass, records))
                .Select(pass => new SignOfLoss(LossSign.TokenNeverSeen, pass.UserId, session.RoomOf(pass.Lesson).ToString(), pass.IssuedAt)))
            .OrderBy(sign => sign.At),
    ];

    private static IEnumerable<SignOfLoss> OfPerson(CourseSession session, AttendanceRecord record, IReadOnlySet<string> joins)
    {
        foreach (var connection in record.Connections)
        {
            if (connection.LeftAt is { } left && !connection.EventIds.Any(joins.Contains))
            {
                yield return new SignOfLoss(LossSign.LeaveWithoutJoin, record.UserId, connection.RoomName, left);
            }

            if (connection is { JoinedAt: { } joined, LeftAt: null, AbortedAt: null } && session.CompletedAt is not null)
            {
                yield return new SignOfLoss(LossSign.JoinWithoutLeave, record.UserId, connection.RoomName, joined);
            }
        }

        foreach (var seen in record.Sightings.Where(seen => record.Connections.All(one => one.ParticipantSid != seen.ParticipantSid)))
        {
            yield return new SignOfLoss(LossSign.SeenWithoutJoin, record.UserId, seen.RoomName, seen.JoinedAt);
        }
    }

    private static IEnumerable<SignOfLoss> Restarts(CourseSession session) => session.RoomStarts
        .Where(start => start.RoomSid is not null)
        .GroupBy(start => start.RoomSid)
        .SelectMany(starts => starts.OrderBy(start => start.At).Skip(1))
        .Select(start => new SignOfLoss(LossSign.RoomRestarted, null, start.RoomName, start.At));

    private static bool WasSeen(CourseSession session, IssuedPass pass, IEnumerable<AttendanceRecord> records)
    {
        var room = session.RoomOf(pass.Lesson).ToString();
        return records.Any(record => record.UserId == pass.UserId
            && (record.Connections.Any(one => one.RoomName == room) || record.Sightings.Any(one => one.RoomName == room)));
    }
}
