namespace TalkConnect.Web.FunctionalTests.Doors;

/// <summary>Which pages of others may call the API.</summary>
[Collection(SqliteTests.Name)]
public sealed class CrossOriginTests(SqliteApp app)
{
    private const string Named = "https://app.example.org";
    private const string AlsoNamed = "http://localhost:5173";
    private const string Stranger = "https://evil.example.org";

    private static readonly Person Admin = new("the-admin", Person.Admin);

    [Fact]
    public async Task By_default_none()
    {
        foreach (var answer in new[] { await Ask(app, Named), await Preflight(app, Named), await AskWithoutToken(app, Named) })
        {
            Access(answer).ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData(Named)]
    [InlineData(AlsoNamed)]
    public async Task Those_that_are_named(string origin)
    {
        await using var server = Open();

        var answer = (await Ask(server, origin)).Must(200);

        Access(answer)["Access-Control-Allow-Origin"].ShouldBe(origin);
        Access(answer)["Access-Control-Expose-Headers"].Split(',').ShouldBe(["Idempotency-Replayed", "Retry-After", "Content-Disposition"], ignoreOrder: true);
        Access(answer).ShouldNotContainKey("Access-Control-Allow-Credentials");
    }

    [Fact]
    public async Task They_can_read_refusals_too()
    {
        await using var server = Open(("RateLimits:Enabled", "true"), ("RateLimits:FailedSignInsPerMinutePerAddress", "1"));

        Access((await AskWithoutToken(server, Named)).Must(401))["Access-Control-Allow-Origin"].ShouldBe(Named);
        Access((await AskWithoutToken(server, Named)).Must(429))["Access-Control-Allow-Origin"].ShouldBe(Named);
    }

    [Fact]
    public async Task A_preflight_needs_no_token()
    {
        await using var server = Open();

        var answer = (await Preflight(server, Named)).Must(204);

        Access(answer)["Access-Control-Allow-Origin"].ShouldBe(Named);
        Access(answer)["Access-Control-Allow-Methods"].Split(',').ShouldBe(["GET", "POST", "PUT"], ignoreOrder: true);
        Access(answer)["Access-Control-Allow-Headers"].Split(',').ShouldBe(["Authorization", "Content-Type", "Idempotency-Key"], ignoreOrder: true);
        Access(answer).ShouldNotContainKey("Access-Control-Allow-Credentials");
    }

    [Theory]
    [InlineData(Stranger)]
    [InlineData("http://app.example.org")]
    [InlineData("https://app.example.org:8443")]
    [InlineData("https://sub.app.example.org")]
    [InlineData("null")]
    public async Task Not_another(string origin)
    {
        await using var server = Open();

        Access(await Ask(server, origin)).ShouldNotContainKey("Access-Control-Allow-Origin");
        Access(await Preflight(server, origin)).ShouldNotContainKey("Access-Control-Allow-Origin");
    }

    [Fact]
    public async Task Nothing_but_the_API()
    {
        await using var server = Open();

        Access((await Ask(server, Named, "/metrics")).Must(200)).ShouldBeEmpty();
        Access((await Ask(server, Named, "/openapi/v1.json")).Must(200)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("*")]
    [InlineData("https://*.example.org")]
    [InlineData("https://app.example.org/")]
    [InlineData("https://App.example.org")]
    [InlineData("https://app.example.org:443")]
    [InlineData("app.example.org")]
    [InlineData("null")]
    public async Task What_is_no_origin_stops_the_start(string origin) =>
        (await Refusals.StartWith(("Cors:Origins", $"{Named},{origin}"))).ShouldContain($"cannot start: Cors:Origins has '{origin}'");

    private TalkConnectApp Open(params (string Name, string Value)[] settings) =>
        app.Another([("Cors:Origins:0", Named), ("Cors:Origins:1", AlsoNamed), .. settings]);

    private static Task<Answer> Ask(TalkConnectApp server, string origin, string path = "/api/me/wallet") =>
        new Api(server).Send(HttpMethod.Get, path, Admin.Token, headers: new() { ["Origin"] = origin });

    private static Task<Answer> AskWithoutToken(TalkConnectApp server, string origin) =>
        new Api(server).Send(HttpMethod.Get, "/api/me/wallet", token: null, headers: new() { ["Origin"] = origin });

    private static Task<Answer> Preflight(TalkConnectApp server, string origin) => new Api(server).Send(
        HttpMethod.Options,
        "/api/courses",
        token: null,
        headers: new()
        {
            ["Origin"] = origin,
            ["Access-Control-Request-Method"] = "POST",
            ["Access-Control-Request-Headers"] = "authorization,content-type,idempotency-key",
        });

    private static Dictionary<string, string> Access(Answer answer) => answer.Headers
        .Where(header => header.Key.StartsWith("Access-Control-", StringComparison.Ordinal))
        .ToDictionary(header => header.Key, header => string.Join(',', header.Value));
}
