namespace TalkConnect.Web.FunctionalTests.Doors;

/// <summary>Who knocks.</summary>
public enum Caller
{
    Nobody,
    Buyer,
    OtherStudent,
    Owner,
    OtherTeacher,
    Admin,
}

/// <summary>A sold lesson and everybody who may knock at its doors.</summary>
/// <param name="Lesson">The lesson, which begins now.</param>
/// <param name="Place">The place that the buyer has in it.</param>
/// <param name="WithdrawalId">A withdrawal of the lesson's teacher, which waits.</param>
/// <param name="OtherStudent">A student with credit.</param>
/// <param name="OtherTeacher">A teacher of another course.</param>
/// <param name="Admin">An admin.</param>
public sealed record Street(Lesson Lesson, Place Place, string WithdrawalId, Person OtherStudent, Person OtherTeacher, Person Admin)
{
    /// <summary>A run that was stopped and waits, where a test has one.</summary>
    public string PauseId { get; init; } = "no-pause";

    public Person? Of(Caller caller) => caller switch
    {
        Caller.Nobody => null,
        Caller.Buyer => Place.Student,
        Caller.OtherStudent => OtherStudent,
        Caller.Owner => Lesson.Teacher,
        Caller.OtherTeacher => OtherTeacher,
        _ => Admin,
    };

    /// <summary>The address of a route, about this lesson and its people.</summary>
    public string Address(string route)
    {
        var what = route.Split('/')[^1] == "{id}" ? route.Split('/')[^2] : route.Split('/').TakeWhile(part => part != "{id}").Last();
        return route.Replace("{month}", "2026-03", StringComparison.Ordinal).Replace("{documentName}", "v1", StringComparison.Ordinal).Replace("{documentName?}", "", StringComparison.Ordinal).Replace(
            "{id}",
            what switch
            {
                "users" => Place.Student.Id,
                "courses" => Lesson.CourseId,
                "sessions" => Lesson.Id,
                "holds" => Place.HoldId,
                "withdrawals" => WithdrawalId,
                "pauses" => PauseId,
                _ => what,
            },
            StringComparison.Ordinal);
    }
}
