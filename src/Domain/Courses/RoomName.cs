using System.Globalization;
using System.Text.RegularExpressions;
using TalkConnect.Domain.Common;

namespace TalkConnect.Domain.Courses;

/// <summary>The name of a LiveKit room: <c>course_{courseId}_session_{number}_lesson_{number}</c>.</summary>
/// <remarks>Read from the end, because a course id may itself contain <c>_session_1_lesson_1</c>.</remarks>
public sealed partial record RoomName(CourseId CourseId, int SessionNumber, int LessonNumber)
{
    /// <summary>The room's name, or null when the text does not name a room of a course session.</summary>
    public static RoomName? TryParse(string? text)
    {
        var match = Form().Match(text ?? "");
        if (!match.Success
            || !EntityIdText.IsValid(match.Groups["course"].Value)
            || !TryNumber(match.Groups["session"], out var session)
            || !TryNumber(match.Groups["lesson"], out var lesson))
        {
            return null;
        }

        return new RoomName(CourseId.From(match.Groups["course"].Value), session, lesson);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"course_{CourseId}_session_{SessionNumber}_lesson_{LessonNumber}");

    private static bool TryNumber(Group group, out int number) =>
        int.TryParse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    [GeneratedRegex(@"\Acourse_(?<course>.+)_session_(?<session>[0-9]+)_lesson_(?<lesson>[0-9]+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
