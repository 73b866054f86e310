namespace TalkConnect.Web.FunctionalTests.Doors;

public abstract class ProblemTests(TalkConnectApp app) : FunctionalTest(app)
{
    [Theory]
    [InlineData("GET", "/api")]
    [InlineData("GET", "/api/")]
    [InlineData("GET", "/api/nothing")]
    [InlineData("POST", "/api/nothing")]
    [InlineData("DELETE", "/api/admin/nothing/at/all")]
    [InlineData("GET", "/api/admin/users/u/nothing")]
    [InlineData("GET", "/nothing")]
    [InlineData("GET", "/openapi/nothing.json")]
    public async Task An_unknown_address_is_a_problem_for_everybody(string method, string path)
    {
        (await Api.Send(new HttpMethod(method), path, token: null)).MustBeRefused(404, "not_found");
        (await Api.Send(new HttpMethod(method), path, Admin.Token)).MustBeRefused(404, "not_found");
    }

    [Theory]
    [InlineData("GET", "/api/webhooks/livekit")]
    [InlineData("DELETE", "/api/courses")]
    [InlineData("PUT", "/api/sessions")]
    [InlineData("PATCH", "/api/admin/users/u")]
    [InlineData("DELETE", "/api/admin/users/u")]
    [InlineData("GET", "/api/admin/settlements/run")]
    [InlineData("POST", "/api/me/wallet")]
    public async Task A_wrong_method_is_a_problem(string method, string path)
    {
        var answer = await Api.Send(new HttpMethod(method), path, Admin.Token);

        answer.MustBeRefused(405, "method_not_allowed");
    }

    [Fact]
    public async Task What_is_not_there_has_a_code_of_its_own()
    {
        (await Api.Get("/api/admin/users/nobody", Admin)).MustBeRefused(404, "user_not_found");
        (await Api.Get("/api/admin/users/nobody/transactions", Admin)).MustBeRefused(404, "user_not_found");
        (await Api.Get("/api/courses/nothing", Admin)).MustBeRefused(404, "course_not_found");
        (await Api.Get("/api/sessions/nothing", Admin)).MustBeRefused(404, "session_not_found");
        (await Api.Get("/api/sessions/nothing/attendance", Admin)).MustBeRefused(404, "session_not_found");
        (await Api.Get("/api/holds/nothing", Admin)).MustBeRefused(404, "hold_not_found");
        (await Api.Get("/api/holds/nothing/receipt", Admin)).MustBeRefused(404, "hold_not_found");
    }

    [Fact]
    public async Task A_problem_gives_nothing_away_about_the_inside()
    {
        var answer = await Api.PostText("/api/courses", "{\"title\":{}}", await ATeacher());

        answer.MustName("title");
        answer.Text.ShouldNotContain("System.");
        answer.Text.ShouldNotContain("TalkConnect.");
    }
}

[Collection(SqliteTests.Name)]
public sealed class ProblemTestsOnSqlite(SqliteApp app) : ProblemTests(app);

[Collection(MariaDbTests.Name)]
public sealed class ProblemTestsOnMariaDb(MariaDbApp app) : ProblemTests(app);
