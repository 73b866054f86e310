using System.Globalization;
using System.Text.RegularExpressions;
using TalkConnect.Domain.Common;

namespace TalkConnect.Domain.Courses;

/// <summary>The name of a LiveKit room: <c>course_{courseId}_session_{number}_lesson_{number}</c>.</summary>
/// <remarks>Read from the end, because a course id may itself contain <c>_session_1_lesson_1</c>.</remarks>
public sealed partial record RoomName(CourseId CourseId, int SessionNumber, int LessonNumber)
{
    /// <summary>The room's name, or null when the text does not name a room of a course session that there can be.</summary>
    public static RoomName? TryParse(string? text) =>
        Read(text) is var (course, session, lesson) && EntityIdText.IsValid(course) ? new RoomName(CourseId.From(course), session, lesson) : null;

    /// <summary>Whether the text has the form of such a name, even if no course can have that id.</summary>
    public static bool HasForm(string? text) => Read(text) is not null;

    private static (string Course, int Session, int Lesson)? Read(string? text)
    {
        var match = Form().Match(text ?? "");
        return match.Success && TryNumber(match.Groups["session"], out var session) && TryNumber(match.Groups["lesson"], out var lesson)
            ? (match.Groups["course"].Value, session, lesson)
            : null;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"course_{CourseId}_session_{SessionNumber}_lesson_{LessonNumber}");

    private static bool TryNumber(Group group, out int number) =>
        int.TryParse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    [GeneratedRegex(@"\Acourse_(?<course>.+)_session_(?<session>[0-9]+)_lesson_(?<lesson>[0-9]+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
