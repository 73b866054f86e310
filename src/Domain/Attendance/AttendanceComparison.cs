using System.Globalization;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Users;

namespace TalkConnect.Domain.Attendance;

/// <summary>Lays what is stored beside what was rebuilt, field by field, in words that people can read.</summary>
internal static class AttendanceComparison
{
    public static IEnumerable<AttendanceDifference> Between(CourseSession stored, CourseSession rebuilt) =>
        Differing(stored.Id, null, Fields(stored), Fields(rebuilt));

    public static IEnumerable<AttendanceDifference> Between(
        SessionId session, IEnumerable<AttendanceRecord> stored, IReadOnlyDictionary<UserId, AttendanceRecord> rebuilt)
    {
        var known = stored.ToDictionary(record => record.UserId);
        return rebuilt.Values.OrderBy(record => record.UserId).SelectMany(record => known.TryGetValue(record.UserId, out var before)
            ? Differing(session, record.UserId, Fields(before), Fields(record))
            : [new AttendanceDifference(session, record.UserId, "record", null, Text(record.Intervals.Select(Text)))]);
    }

    private static IEnumerable<AttendanceDifference> Differing(
        SessionId session,
        UserId? user,
        IEnumerable<(string Name, string? Value)> stored,
        IEnumerable<(string Name, string? Value)> rebuilt) => stored
        .Zip(rebuilt)
        .Where(pair => pair.First.Value != pair.Second.Value)
        .Select(pair => new AttendanceDifference(session, user, pair.First.Name, pair.First.Value, pair.Second.Value));

    private static IEnumerable<(string Name, string? Value)> Fields(CourseSession session) =>
    [
        ("status", session.Status.Word()),
        ("completed_at", Text(session.CompletedAt)),
        ("room_endings", SortedText(session.RoomEndings.Select(ending => $"{ending.RoomSid ?? ending.RoomName} {Text(ending.At)} [{ending.EventId}]"))),
        ("room_starts", SortedText(session.RoomStarts.Select(start => $"{start.RoomSid ?? start.RoomName} {Text(start.At)} [{start.EventId}]"))),
    ];

    private static IEnumerable<(string Name, string? Value)> Fields(AttendanceRecord record) =>
    [
        ("connections", SortedText(record.Connections.Select(Text))),
        ("intervals", Text(record.Intervals.Select(Text))),
        ("joined_at", Text(record.JoinedAt)),
        ("left_at", Text(record.LeftAt)),
        ("attended_seconds", record.AttendedSeconds.ToString(CultureInfo.InvariantCulture)),
        ("duration_minutes", record.DurationMinutes.ToString(CultureInfo.InvariantCulture)),
        ("attendance_percentage", record.AttendancePercentage.ToString()),
        ("status", record.Status.Word()),
    ];

    private static string Text(Connection connection) =>
        $"{connection.ParticipantSid ?? "-"} in {connection.RoomSid ?? connection.RoomName} joined {Text(connection.JoinedAt) ?? "-"}"
        + $" left {Text(connection.LeftAt) ?? "-"} aborted {Text(connection.AbortedAt) ?? "-"} [{string.Join(' ', connection.EventIds)}]";

    private static string Text(AttendanceInterval stay) =>
        $"{Text(stay.JoinedAt)}/{Text(stay.LeftAt) ?? ".."} {stay.EndedBy?.Word() ?? "open"} [{string.Join(' ', stay.EventIds)}]";

    private static string? Text(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture);

    private static string? SortedText(IEnumerable<string> parts) => Text(parts.Order(StringComparer.Ordinal));

    private static string? Text(IEnumerable<string> parts) => string.Join(", ", parts) is { Length: > 0 } text ? text : null;
}
