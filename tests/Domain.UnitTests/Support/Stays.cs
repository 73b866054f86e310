using TalkConnect.Domain.Attendance;

namespace TalkConnect.Domain.UnitTests.Support;

/// <summary>Intervals as a person would write them down.</summary>
internal static class Stays
{
    /// <summary>One line for each stay: <c>10:00:00-10:30:00 Left</c>, <c>10:00:00-open</c>.</summary>
    public static IEnumerable<string> Lines(this AttendanceRecord record) => record.Intervals.Select(Line);

    private static string Line(AttendanceInterval stay) => stay.LeftAt is { } leftAt
        ? $"{stay.JoinedAt:HH:mm:ss}-{leftAt:HH:mm:ss} {stay.EndedBy}"
        : $"{stay.JoinedAt:HH:mm:ss}-open";
}
