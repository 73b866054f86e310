namespace TalkConnect.Web.FunctionalTests.Pages;

public abstract class ServingTests(TalkConnectApp app) : FunctionalTest(app)
{
    private static readonly Dictionary<string, string> Browser = new() { ["Accept"] = "text/html,application/xhtml+xml" };

    [Theory]
    [InlineData("/")]
    [InlineData("/teacher/revenue")]
    [InlineData("/holds/some-id")]
    public async Task A_browser_gets_the_pages_at_every_address_under_a_strict_policy(string path)
    {
        var answer = (await Api.Send(HttpMethod.Get, path, token: null, headers: Browser)).Must(200);

        answer.ContentType.ShouldBe("text/html");
        answer.Headers.CacheControl!.NoCache.ShouldBeTrue();
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("default-src 'none'; script-src 'self'; style-src 'self' 'nonce-");
        policy.ShouldNotContain("unsafe");
        var nonce = policy.Split("'nonce-")[1].Split('\'')[0];
        answer.Text.ShouldContain(nonce);
        answer.Text.ShouldNotContain("__NONCE__");
    }

    [Fact]
    public async Task Each_page_has_a_nonce_of_its_own()
    {
        var first = await Api.Get("/");
        var second = await Api.Get("/");

        first.Headers.GetValues("Content-Security-Policy").ShouldNotBe(second.Headers.GetValues("Content-Security-Policy"));
    }

    [Theory]
    [InlineData("/api/nothing")]
    [InlineData("/openapi/nothing.json")]
    [InlineData("/assets/nothing.js")]
    public async Task An_address_that_is_no_page_is_not_found_for_browsers_either(string path) =>
        (await Api.Send(HttpMethod.Get, path, token: null, headers: Browser)).MustBeRefused(404, "not_found");

    [Fact]
    public async Task Outside_development_nobody_becomes_somebody_else()
    {
        (await Api.Post("/api/dev/sign-in", new { id = "the-admin" })).MustBeRefused(404, "not_found");
        (await Api.Get("/api/dev/people")).MustBeRefused(404, "not_found");
        (await Api.Post("/api/dev/signatures", new { })).MustBeRefused(404, "not_found");
        (await Api.Get("/api/settings")).Must(200).Json.GetProperty("sign_in").GetProperty("kind").GetString().ShouldBe("none");
    }
}

[Collection(SqliteTests.Name)]
public sealed class ServingTestsOnSqlite(SqliteApp app) : ServingTests(app);

[Collection(MariaDbTests.Name)]
public sealed class ServingTestsOnMariaDb(MariaDbApp app) : ServingTests(app);
