namespace TalkConnect.Domain.UnitTests.Support;

/// <summary>One opening of a room of the session.</summary>
/// <param name="Sid">The opening; null as in the events that do not say.</param>
/// <param name="Name">The room's name.</param>
internal sealed record Room(string? Sid, string Name)
{
    private const string FirstLesson = "course_123_session_1_lesson_1";

    public static readonly Room Lesson1 = new("RM_1", FirstLesson);

    /// <summary>The room of the first lesson, closed and opened once more.</summary>
    public static readonly Room Lesson1Again = new("RM_1b", FirstLesson);

    public static readonly Room Lesson2 = new("RM_2", "course_123_session_1_lesson_2");

    public static readonly Room Lesson1WithoutSid = new(null, FirstLesson);

    public static readonly Room Lesson2WithoutSid = new(null, Lesson2.Name);
}
