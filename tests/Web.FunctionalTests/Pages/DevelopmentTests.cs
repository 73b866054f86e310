namespace TalkConnect.Web.FunctionalTests.Pages;

/// <summary>On a developer's machine the pages let one be anybody, and sign events as LiveKit would.</summary>
public abstract class DevelopmentTests(TalkConnectApp app) : FunctionalTest(app)
{
    [Fact]
    public async Task Offers_people_of_every_role_and_is_each_of_them()
    {
        // Tokens are checked against the real time.
        App.Clock.Now = TimeProvider.System.GetUtcNow();
        await using var developers = App.Another(("environment", "Development"));
        var api = new Api(developers);
        (await api.Get("/api/settings")).Must(200).Json.GetProperty("sign_in").GetProperty("kind").GetString().ShouldBe("development");

        var people = (await api.Get("/api/dev/people")).Must(200).Json.EnumerateArray().ToList();

        people.Select(person => person.GetProperty("role").GetString()).Distinct().ShouldBe(["admin", "teacher", "student"], ignoreOrder: true);
        foreach (var person in people)
        {
            var id = person.GetProperty("id").GetString();
            var signedIn = (await api.Post("/api/dev/sign-in", new { id })).Must(200).Json;
            signedIn.GetProperty("user").GetProperty("id").GetString().ShouldBe(id);
            var token = signedIn.GetProperty("token").GetString();
            (await api.Send(HttpMethod.Get, "/api/me/wallet", token)).Must(200);
            var isAdmin = person.GetProperty("role").GetString() == "admin";
            (await api.Send(HttpMethod.Get, "/api/admin/users", token)).Must(isAdmin ? 200 : 403);
        }
    }

    [Theory]
    [InlineData("""{}""", 400, "validation_failed")]
    [InlineData("""{"id":"no id at all"}""", 400, "validation_failed")]
    [InlineData("""{"id":5}""", 400, "validation_failed")]
    [InlineData("""{"id":""", 400, "validation_failed")]
    [InlineData("""{"id":"nobody"}""", 404, "user_not_found")]
    public async Task Makes_nobody_up(string body, int status, string code)
    {
        await using var developers = App.Another(("environment", "Development"));

        (await new Api(developers).PostText("/api/dev/sign-in", body)).MustBeRefused(status, code);
    }
}

[Collection(SqliteTests.Name)]
public sealed class DevelopmentTestsOnSqlite(SqliteApp app) : DevelopmentTests(app);

[Collection(MariaDbTests.Name)]
public sealed class DevelopmentTestsOnMariaDb(MariaDbApp app) : DevelopmentTests(app);
