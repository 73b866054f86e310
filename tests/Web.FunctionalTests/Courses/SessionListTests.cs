namespace TalkConnect.Web.FunctionalTests.Courses;

public abstract class SessionListTests(TalkConnectApp app) : FunctionalTest(app)
{
    [Fact]
    public async Task Is_narrowed_by_course_and_status()
    {
        var teacher = await ATeacher();
        var one = await ALesson(teacher, courseId: "one");
        var second = await ALessonIn("one", teacher, 2);
        var other = await ALesson(teacher, courseId: "other");
        await Cancels(teacher, second);

        (await Ids("")).ShouldBe([one.Id, second.Id, other.Id], ignoreOrder: true);
        (await Ids("?course_id=one")).ShouldBe([one.Id, second.Id], ignoreOrder: true);
        (await Ids("?course_id=one&status=cancelled")).ShouldBe([second.Id]);
        (await Ids("?status=scheduled")).ShouldBe([one.Id, other.Id], ignoreOrder: true);
        (await Ids("?course_id=none")).ShouldBeEmpty();
    }

    private async Task<IEnumerable<string>> Ids(string query) =>
        (await Api.Get("/api/sessions" + query, await AStudent())).Must(200).As<PageShape<SessionShape>>().Items.Select(session => session.Id);
}

[Collection(SqliteTests.Name)]
public sealed class SessionListTestsOnSqlite(SqliteApp app) : SessionListTests(app);

[Collection(MariaDbTests.Name)]
public sealed class SessionListTestsOnMariaDb(MariaDbApp app) : SessionListTests(app);
