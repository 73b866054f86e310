namespace TalkConnect.Web.FunctionalTests.Support;

/// <summary>Somebody with a token.</summary>
/// <param name="Id">Their id.</param>
/// <param name="Role">The role that their token claims.</param>
public sealed record Person(string Id, string Role)
{
    public const string Student = "student";
    public const string Teacher = "teacher";
    public const string Admin = "admin";

    public string Token { get; } = Tokens.Of(Id, Role);

    /// <summary>The same person with a token of another role.</summary>
    public Person Claiming(string role) => new(Id, role);
}

/// <summary>A session with all that its tests need to know.</summary>
/// <param name="Teacher">Who gives it.</param>
/// <param name="CourseId">Its course.</param>
/// <param name="Id">The session.</param>
/// <param name="Number">Its number in the course.</param>
/// <param name="Start">When it is to begin.</param>
/// <param name="Minutes">How long it is to last.</param>
/// <param name="Price">What a place costs.</param>
public sealed record Lesson(Person Teacher, string CourseId, string Id, int Number, DateTimeOffset Start, int Minutes, decimal Price)
{
    public DateTimeOffset End => Start.AddMinutes(Minutes);

    /// <summary>The end of the grace in which people may still come back.</summary>
    public DateTimeOffset LastEntry => End.AddMinutes(15);

    /// <summary>The room of its first lesson.</summary>
    public Room Room { get; init; } = Room.Of(CourseId, Number, 1);

    public DateTimeOffset Minute(int minute) => Start.AddMinutes(minute);

    public DateTimeOffset Second(int second) => Start.AddSeconds(second);

    /// <summary>Another room of the session: another lesson, opened on its own.</summary>
    public Room RoomOfLesson(int lesson) => Room.Of(CourseId, Number, lesson);
}

/// <summary>One opening of a LiveKit room.</summary>
/// <param name="Sid">The opening.</param>
/// <param name="Name">The room's name.</param>
public sealed record Room(string Sid, string Name)
{
    public static Room Of(string courseId, int session, int lesson) => Named($"course_{courseId}_session_{session}_lesson_{lesson}");

    public static Room Named(string name) => new(Sids.New("RM"), name);

    /// <summary>The same room, opened once more.</summary>
    public Room OpenedAgain() => Named(Name);
}

/// <summary>A bought place.</summary>
/// <param name="Student">Whose.</param>
/// <param name="PurchaseId">The purchase.</param>
/// <param name="HoldId">The hold that keeps its money.</param>
public sealed record Place(Person Student, string PurchaseId, string HoldId);

/// <summary>Ids as LiveKit makes them: a prefix and twelve characters.</summary>
public static class Sids
{
    public static string New(string prefix) => $"{prefix}_{Guid.CreateVersion7().ToString("N")[^12..]}";
}
