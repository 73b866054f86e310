namespace TalkConnect.Web.FunctionalTests.Doors;

public abstract class IdTests(TalkConnectApp app) : FunctionalTest(app)
{
    public static TheoryData<string> Wrong =>
    [
        "a#b", "a/b", "a b", " a", "a\tb", "a\nb", "a\u007Fb", "ánh", "日本", "a\u00A0b", "a\uFF0Fb", new string('x', 37),
    ];

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_wrong_one_is_refused_wherever_one_is_given(string id)
    {
        var user = new { name = "A", email = "a@example.org", role = "student" };
        var teacher = await ATeacher();
        var lesson = await ALesson(teacher);

        (await Api.Put($"/api/admin/users/{Uri.EscapeDataString(id)}", user, Admin)).MustName("id");
        (await Api.Put("/api/admin/users/u", new { user.name, user.email, user.role, referred_by = id }, Admin)).MustName("referred_by");
        (await Api.Post("/api/courses", new { id, title = "T" }, teacher)).MustName("id");
        (await Api.Post("/api/courses", new { teacher_id = id, title = "T" }, Admin)).MustName("teacher_id");
        var session = new { id, session_number = 2, title = "T", scheduled_at = lesson.Start, duration_minutes = 1, price = 1 };
        (await Api.Post($"/api/courses/{lesson.CourseId}/sessions", session, teacher)).MustName("id");
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_wrong_one_names_nothing(string id)
    {
        var escaped = Uri.EscapeDataString(id);
        foreach (var path in new[] { "/api/admin/users/{0}", "/api/admin/users/{0}/transactions", "/api/courses/{0}", "/api/sessions/{0}", "/api/sessions/{0}/attendance", "/api/holds/{0}", "/api/holds/{0}/receipt" })
        {
            var answer = await Api.Get(path.Replace("{0}", escaped, StringComparison.Ordinal), Admin);
            answer.MustBeRefused(404, answer.Code!);
        }
    }

    [Theory]
    [InlineData("123")]
    [InlineData("user_456")]
    [InlineData("a.b-c~d")]
    [InlineData("{x}!$&'()*+,;=:@%")]
    [InlineData("550e8400-e29b-41d4-a716-446655440000")]
    [InlineData("\\")]
    public async Task The_platforms_own_are_taken_as_they_are(string id)
    {
        var person = await APerson(Person.Student, id: id);
        (await Api.Post($"/api/admin/users/{Uri.EscapeDataString(id)}/credits", new { amount = 1, reason = "gift" }, Admin)).Must(201);

        (await Api.Get($"/api/admin/users/{Uri.EscapeDataString(id)}", Admin)).Must(200).As<UserShape>().Id.ShouldBe(id);
        (await Balance(person)).ShouldBe(1m);
    }

    [Fact]
    public async Task Small_and_capital_letters_differ()
    {
        await APerson(Person.Student, id: "user_a");
        await APerson(Person.Teacher, id: "USER_A");

        (await Api.Get("/api/admin/users/user_a", Admin)).As<UserShape>().Role.ShouldBe("student");
        (await Api.Get("/api/admin/users/USER_A", Admin)).As<UserShape>().Role.ShouldBe("teacher");
        (await Api.Get("/api/admin/users/User_A", Admin)).MustBeRefused(404, "user_not_found");
    }

    [Fact]
    public async Task One_of_36_characters_fits_everywhere()
    {
        string Id(char letter) => new(letter, 36);
        var teacher = await APerson(Person.Teacher, id: Id('t'));
        var student = await APerson(Person.Student, id: Id('s'));
        await Deposits(student, 1);
        (await Api.Post("/api/courses", new { id = Id('c'), title = "T" }, teacher)).Must(201);
        var session = new { id = Id('x'), session_number = 999_999, title = "T", scheduled_at = App.Clock.Now, duration_minutes = 1440, price = 0.01 };
        (await Api.Post($"/api/courses/{Id('c')}/sessions", session, teacher)).Must(201);
        (await Api.Post($"/api/sessions/{Id('x')}/purchase", null, student, new string('k', 255))).Must(201);

        var join = (await Api.Post($"/api/sessions/{Id('x')}/join", new { lesson_number = 99 }, student)).Must(200).As<JoinShape>();

        join.Room.ShouldBe($"course_{Id('c')}_session_999999_lesson_99");
        (await Webhook(LiveKitEvents.Joined(Room.Named(join.Room), student, "PA_1", App.Clock.Now))).Must(200).Message.ShouldBe("Attendance recorded");
    }
}

[Collection(SqliteTests.Name)]
public sealed class IdTestsOnSqlite(SqliteApp app) : IdTests(app);

[Collection(MariaDbTests.Name)]
public sealed class IdTestsOnMariaDb(MariaDbApp app) : IdTests(app);
