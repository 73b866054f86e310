namespace TalkConnect.Web.FunctionalTests.Courses;

public abstract class CourseTests(TalkConnectApp app) : FunctionalTest(app)
{
    [Fact]
    public async Task A_teacher_opens_their_own()
    {
        var teacher = await ATeacher();

        var course = (await Api.Post("/api/courses", new { title = "French" }, teacher)).Must(201).As<CourseShape>();

        (course.TeacherId, course.Title).ShouldBe((teacher.Id, "French"));
        Guid.Parse(course.Id).Version.ShouldBe(7);
        (await Api.Get($"/api/courses/{course.Id}", await AStudent())).Must(200).As<CourseShape>().ShouldBe(course);
    }

    [Fact]
    public async Task An_admin_opens_one_for_a_teacher_and_must_say_for_whom()
    {
        var teacher = await ATeacher();

        (await Api.Post("/api/courses", new { title = "French", teacher_id = teacher.Id, id = "123" }, Admin)).Must(201)
            .As<CourseShape>().ShouldBe(new CourseShape("123", teacher.Id, "French"));
        (await Api.Post("/api/courses", new { title = "French" }, Admin)).MustName("teacher_id");
    }

    [Fact]
    public async Task An_id_is_taken_once()
    {
        var teacher = await ATeacher();
        await ALesson(teacher, courseId: "123");

        (await Api.Post("/api/courses", new { title = "Mine too", id = "123" }, teacher)).MustBeRefused(409, "id_taken");

        (await Api.Get("/api/courses/123", teacher)).As<CourseShape>().Title.ShouldBe("French");
    }

    [Fact]
    public async Task A_session_says_all_that_was_told_and_its_room()
    {
        var teacher = await ATeacher();
        await ALesson(teacher, courseId: "123");
        var start = App.Clock.Now.AddDays(-30);

        var answer = await Api.Post(
            "/api/courses/123/sessions",
            new { id = "s-2", session_number = 2, title = "Past", scheduled_at = start, duration_minutes = 1440, price = 99_999_999.99m },
            teacher);

        var session = answer.Must(201).As<SessionShape>();
        session.ShouldBe(new SessionShape("s-2", "123", 2, "Past", start, 1440, 99_999_999.99m, "scheduled", null, "course_123_session_2_lesson_1"));
        (await Api.Get("/api/sessions/s-2", await AStudent())).Must(200).As<SessionShape>().ShouldBe(session);
    }

    [Fact]
    public async Task A_number_is_never_used_again_even_after_a_cancellation()
    {
        var lesson = await ALesson();
        await Cancels(lesson.Teacher, lesson);
        var body = new { session_number = lesson.Number, title = "Again", scheduled_at = lesson.Start, duration_minutes = 60, price = 1 };

        (await Api.Post($"/api/courses/{lesson.CourseId}/sessions", body, Admin)).MustBeRefused(409, "session_number_taken");
    }

    [Fact]
    public async Task A_sessions_id_is_taken_once_in_all_courses()
    {
        var teacher = await ATeacher();
        var one = await ALesson(teacher);
        var other = await ALesson(teacher);
        var body = new { id = one.Id, session_number = 2, title = "T", scheduled_at = one.Start, duration_minutes = 60, price = 1 };

        (await Api.Post($"/api/courses/{other.CourseId}/sessions", body, teacher)).MustBeRefused(409, "id_taken");
    }
}

[Collection(SqliteTests.Name)]
public sealed class CourseTestsOnSqlite(SqliteApp app) : CourseTests(app);

[Collection(MariaDbTests.Name)]
public sealed class CourseTestsOnMariaDb(MariaDbApp app) : CourseTests(app);
