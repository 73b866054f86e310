using System.Text.RegularExpressions;

namespace TalkConnect.Web.FunctionalTests.Doors;

/// <summary>What every answer tells a browser.</summary>
[Collection(SqliteTests.Name)]
public sealed partial class AnswerHeaderTests(SqliteApp app)
{
    private static readonly Person Admin = new("the-admin", Person.Admin);

    private readonly Api _api = new(app);

    [Theory]
    [InlineData("/api/me/wallet", 200)]
    [InlineData("/api/nothing", 404)]
    [InlineData("/api/courses/nothing", 404)]
    [InlineData("/api/webhooks/livekit", 405)]
    [InlineData("/api/sessions?limit=x", 400)]
    [InlineData("/nothing", 404)]
    [InlineData("/_test_url_cache_", 404)]
    [InlineData("/health/live", 200)]
    [InlineData("/health/ready", 200)]
    [InlineData("/metrics", 200)]
    [InlineData("/openapi/v1.json", 200)]
    [InlineData("/docs/scalar.js", 200)]
    public async Task Nothing_may_be_done_with_an_answer_that_is_not_needed(string path, int status)
    {
        var answer = (await _api.Get(path, Admin)).Must(status);

        MustBeClosed(answer);
        Value(answer, "Content-Security-Policy").ShouldBe("default-src 'none'; frame-ancestors 'none'");
        if (path.StartsWith("/api", StringComparison.Ordinal))
        {
            Value(answer, "Cache-Control").ShouldBe("no-store");
        }
    }

    [Fact]
    public async Task Refusals_have_them_too()
    {
        MustBeClosed((await _api.Get("/api/me/wallet")).Must(401));
        MustBeClosed((await _api.Get("/api/admin/users", new Person("u", Person.Student))).Must(403));
        MustBeClosed((await _api.PostText("/api/courses", "{", new Person("u", Person.Teacher))).Must(400));
        MustBeClosed((await _api.Send(HttpMethod.Options, "/api/courses", token: null)).Must(405));
        MustBeClosed((await _api.PostText(LiveKitServer.Path, "{}")).Must(401));
        await using var limited = app.Another(("RateLimits:Enabled", "true"), ("RateLimits:FailedSignInsPerMinutePerAddress", "1"));
        await new Api(limited).Get("/api/me/wallet");
        MustBeClosed((await new Api(limited).Get("/api/me/wallet")).Must(429));
    }

    [Fact]
    public async Task The_page_of_the_API_runs_its_own_scripts_only()
    {
        var page = (await _api.Get("/docs/")).Must(200);
        var other = (await _api.Get("/docs/")).Must(200);

        MustBeClosed(page);
        var policy = Value(page, "Content-Security-Policy");
        var nonce = Nonce().Match(policy).Groups[1].Value;
        nonce.Length.ShouldBeGreaterThan(20);
        Scripts().Count(page.Text).ShouldBe(3);
        Scripts().Matches(page.Text).ShouldAllBe(script => script.Value.Contains($"nonce=\"{nonce}\"", StringComparison.Ordinal));
        policy.ShouldStartWith("default-src 'none';");
        policy.Split(';').Single(part => part.Contains("script-src", StringComparison.Ordinal)).Trim().ShouldBe($"script-src 'self' 'nonce-{nonce}'");
        policy.ShouldContain("frame-ancestors 'none'");
        Value(other, "Content-Security-Policy").ShouldNotBe(policy, "each answer has a name of its own for its script");
    }

    [Fact]
    public async Task Plain_HTTP_promises_nothing_about_HTTPS() =>
        (await _api.Get("/health/live")).Headers.Contains("Strict-Transport-Security").ShouldBeFalse();

    private static void MustBeClosed(Answer answer)
    {
        Value(answer, "X-Content-Type-Options").ShouldBe("nosniff");
        Value(answer, "X-Frame-Options").ShouldBe("DENY");
        Value(answer, "Referrer-Policy").ShouldBe("no-referrer");
        Value(answer, "Cross-Origin-Resource-Policy").ShouldBe("same-origin");
        Value(answer, "Permissions-Policy").ShouldContain("camera=()");
        Value(answer, "Content-Security-Policy").ShouldContain("frame-ancestors 'none'");
        answer.Headers.Contains("Server").ShouldBeFalse();
    }

    private static string Value(Answer answer, string name) => answer.Headers.TryGetValues(name, out var values) ? values.Single() : "";

    [GeneratedRegex("'nonce-([^']+)'")]
    private static partial Regex Nonce();

    [GeneratedRegex("<script[^>]*>")]
    private static partial Regex Scripts();
}
