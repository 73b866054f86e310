namespace TalkConnect.Web.FunctionalTests.Doors;

/// <summary>First who, then what is theirs, then the body, then the account, then the state.</summary>
public abstract class OrderOfRefusalsTests(TalkConnectApp app) : FunctionalTest(app)
{
    private const string Junk = """{"amount":"x","nonsense":1""";

    [Fact]
    public async Task A_deposit_is_refused_for_the_first_reason_there_is()
    {
        var student = await AStudent();
        string Deposit(string id) => $"/api/admin/users/{id}/deposits";

        (await Api.PostText(Deposit("nobody"), Junk, type: "text/plain")).MustBeRefused(401, "unauthorized");
        (await Api.PostText(Deposit("nobody"), Junk, student)).MustBeRefused(403, "forbidden");
        (await Api.PostText(Deposit(Admin.Id), Junk, Admin)).MustBeRefused(403, "own_account");
        (await Api.PostText(Deposit("nobody"), Junk, Admin)).MustBeRefused(400, "validation_failed");
        (await Api.Post(Deposit("nobody"), new { amount = 1, external_reference = "r" }, Admin)).MustBeRefused(404, "user_not_found");
    }

    [Fact]
    public async Task A_purchase_is_refused_for_the_first_reason_there_is()
    {
        var lesson = await ALesson();
        var unknown = new Person("no-row", Person.Student);
        var teacherInTruth = (await ATeacher()).Claiming(Person.Student);
        var poor = await AStudent();
        var path = $"/api/sessions/{lesson.Id}/purchase";

        (await Api.PostText(path, Junk)).MustBeRefused(401, "unauthorized");
        (await Api.PostText(path, Junk, lesson.Teacher)).MustBeRefused(403, "forbidden");
        (await Api.PostText("/api/sessions/nothing/purchase", Junk, poor)).MustBeRefused(404, "session_not_found");
        (await Api.PostText(path, Junk, lesson.Teacher.Claiming(Person.Student))).MustBeRefused(403, "own_session");
        (await Api.PostText(path, Junk, unknown)).MustBeRefused(400, "validation_failed");
        await Cancels(Admin, lesson);
        (await Api.Post(path, null, unknown)).MustBeRefused(404, "user_not_found");
        (await Api.Post(path, null, teacherInTruth)).MustBeRefused(403, "role_mismatch");
        (await Api.Post(path, null, poor)).MustBeRefused(409, "session_closed");
    }

    [Fact]
    public async Task A_course_is_refused_for_the_first_reason_there_is()
    {
        var studentInTruth = (await AStudent()).Claiming(Person.Teacher);
        var unknown = new Person("no-row", Person.Teacher);
        await ALesson(courseId: "taken");

        (await Api.PostText("/api/courses", Junk)).MustBeRefused(401, "unauthorized");
        (await Api.PostText("/api/courses", Junk, await AStudent())).MustBeRefused(403, "forbidden");
        (await Api.PostText("/api/courses", Junk, unknown)).MustBeRefused(400, "validation_failed");
        (await Api.Post("/api/courses", new { title = "T", id = "taken" }, unknown)).MustBeRefused(404, "user_not_found");
        (await Api.Post("/api/courses", new { title = "T", id = "taken" }, studentInTruth)).MustBeRefused(403, "role_mismatch");
        (await Api.Post("/api/courses", new { title = "T", id = "taken" }, await ATeacher())).MustBeRefused(409, "id_taken");
    }

    [Fact]
    public async Task A_course_that_an_admin_opens_is_a_teachers()
    {
        (await Api.Post("/api/courses", new { title = "T", teacher_id = "nobody" }, Admin)).MustBeRefused(404, "user_not_found");
        (await Api.Post("/api/courses", new { title = "T", teacher_id = (await AStudent()).Id }, Admin)).MustBeRefused(403, "role_mismatch");
    }

    [Fact]
    public async Task A_session_is_refused_for_the_first_reason_there_is()
    {
        var lesson = await ALesson();
        var path = $"/api/courses/{lesson.CourseId}/sessions";

        (await Api.PostText(path, Junk, type: "text/plain")).MustBeRefused(401, "unauthorized");
        (await Api.PostText(path, Junk, await AStudent())).MustBeRefused(403, "forbidden");
        (await Api.PostText(path, Junk, await ATeacher())).MustBeRefused(404, "course_not_found");
        (await Api.PostText("/api/courses/nothing/sessions", Junk, Admin)).MustBeRefused(404, "course_not_found");
        (await Api.PostText(path, Junk, lesson.Teacher)).MustBeRefused(400, "validation_failed");
        var same = new { session_number = lesson.Number, title = "T", scheduled_at = lesson.Start, duration_minutes = 1, price = 1 };
        (await Api.Post(path, same, lesson.Teacher)).MustBeRefused(409, "session_number_taken");
    }

    [Fact]
    public async Task Cancelling_and_joining_are_refused_for_the_first_reason_there_is()
    {
        var lesson = await ALesson();
        var place = await ASoldPlace(lesson);
        await Cancels(Admin, lesson);
        foreach (var verb in new[] { "cancel", "join" })
        {
            (await Api.PostText($"/api/sessions/{lesson.Id}/{verb}", Junk)).MustBeRefused(401, "unauthorized");
            (await Api.PostText($"/api/sessions/nothing/{verb}", Junk, lesson.Teacher)).MustBeRefused(404, "session_not_found");
            (await Api.PostText($"/api/sessions/{lesson.Id}/{verb}", Junk, lesson.Teacher)).MustBeRefused(400, "validation_failed");
        }

        (await Api.PostText($"/api/sessions/{lesson.Id}/cancel", Junk, await ATeacher())).MustBeRefused(404, "session_not_found");
        (await Api.PostText($"/api/sessions/{lesson.Id}/join", Junk, place.Student)).MustBeRefused(403, "not_a_participant");
        (await Api.Post($"/api/sessions/{lesson.Id}/cancel", null, lesson.Teacher)).MustBeRefused(409, "invalid_transition");
        (await Api.Post($"/api/sessions/{lesson.Id}/join", null, lesson.Teacher)).MustBeRefused(409, "session_closed");
    }
}

[Collection(SqliteTests.Name)]
public sealed class OrderOfRefusalsTestsOnSqlite(SqliteApp app) : OrderOfRefusalsTests(app);

[Collection(MariaDbTests.Name)]
public sealed class OrderOfRefusalsTestsOnMariaDb(MariaDbApp app) : OrderOfRefusalsTests(app);
