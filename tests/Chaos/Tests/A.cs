using TalkConnect.Chaos.Simulator;

namespace TalkConnect.Chaos.Tests;

/// <summary>Lessons made by hand: an hour, of which twelve minutes are the threshold.</summary>
internal static class A
{
    public const string Student = "ana";
    public const string Teacher = "tom";

    public static LessonPlan Lesson(params Connection[] connections) => new()
    {
        Number = 1,
        TeacherId = Teacher,
        Referred = false,
        StudentIds = [Student],
        Start = Evening.Opens,
        Minutes = 60,
        Price = 10,
        Connections = connections,
    };

    public static Connection Stay(string who, double from, double to, Ending ending = Ending.Left, string room = "one", string? kind = null) =>
        new(who, $"PA_{who}_{from}", room, kind, Evening.Opens.AddSeconds(from), Evening.Opens.AddSeconds(to), ending);
}
