namespace TalkConnect.Web.FunctionalTests.Doors;

/// <summary>Whose word counts about where a request came from. The tests themselves come from 127.0.0.1.</summary>
[Collection(SqliteTests.Name)]
public sealed class ProxyTests(SqliteApp app)
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.0.0.0/8, 127.0.0.0/24")]
    [InlineData("::1,::ffff:127.0.0.1")]
    public async Task A_known_proxy_says_where_a_request_came_from(string known)
    {
        await using var server = Limited(("Proxies:Known", known));

        (await FailFrom(server, "203.0.113.1")).Must(401);
        (await FailFrom(server, "203.0.113.1")).Must(429);
        (await FailFrom(server, "203.0.113.2")).Must(401);
    }

    [Theory]
    [InlineData("")]
    [InlineData("10.0.0.7")]
    [InlineData("127.0.1.0/24")]
    public async Task Somebody_unknown_says_nothing(string known)
    {
        await using var server = Limited(("Proxies:Known", known));

        (await FailFrom(server, "203.0.113.1")).Must(401);
        (await FailFrom(server, "203.0.113.2")).Must(429);
    }

    [Fact]
    public async Task What_the_caller_told_the_proxy_is_not_believed()
    {
        await using var server = Limited(("Proxies:Known:0", "127.0.0.1"), ("Proxies:Known:1", "10.0.0.0/8"));

        (await FailFrom(server, "198.51.100.1, 203.0.113.1")).Must(401);
        (await FailFrom(server, "198.51.100.2, 203.0.113.1")).Must(429);
        (await FailFrom(server, "198.51.100.3, 203.0.113.1, 10.0.0.9")).Must(429);
    }

    [Fact]
    public async Task The_scheme_is_the_one_that_a_known_proxy_names()
    {
        await using var server = Limited(("Proxies:Known", "127.0.0.1"));

        (await AskOver(server, "https")).Headers.GetValues("Strict-Transport-Security").Single().ShouldBe("max-age=31536000");
        (await AskOver(server, "http")).Headers.Contains("Strict-Transport-Security").ShouldBeFalse();
        await using var alone = Limited();
        (await AskOver(alone, "https")).Headers.Contains("Strict-Transport-Security").ShouldBeFalse();
    }

    [Theory]
    [InlineData("proxy.example.org")]
    [InlineData("10.0.0")]
    [InlineData("10.1/16")]
    [InlineData("10.0.0.0/33")]
    [InlineData("*")]
    public async Task What_is_no_address_stops_the_start(string known) =>
        (await Refusals.StartWith(("Proxies:Known", $"10.0.0.1,{known}"))).ShouldContain($"cannot start: Proxies:Known has '{known}'");

    private TalkConnectApp Limited(params (string Name, string Value)[] settings) => app.Another(
    [
        ("RateLimits:Enabled", "true"),
        ("RateLimits:WindowSeconds", "3600"),
        ("RateLimits:FailedSignInsPerMinutePerAddress", "1"),
        .. settings,
    ]);

    private static Task<Answer> FailFrom(TalkConnectApp server, string addresses) =>
        new Api(server).Send(HttpMethod.Get, "/api/me/wallet", token: null, headers: new() { ["X-Forwarded-For"] = addresses });

    private static Task<Answer> AskOver(TalkConnectApp server, string scheme) =>
        new Api(server).Send(HttpMethod.Get, "/health/live", token: null, headers: new() { ["X-Forwarded-For"] = "203.0.113.1", ["X-Forwarded-Proto"] = scheme });
}
