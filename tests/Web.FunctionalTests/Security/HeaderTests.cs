using System.Net;

namespace TalkConnect.Web.FunctionalTests.Security;

/// <summary>Headers with characters that belong in none, and words of proxies that nobody knows.</summary>
[Collection(SqliteTests.Name)]
public sealed class HeaderTests(SqliteApp app) : FunctionalTest(app)
{
    private const string Credit = """{"amount":1,"reason":"gift"}""";

    private Uri Server => App.Http.BaseAddress!;

    [Fact]
    public async Task A_key_with_a_control_or_foreign_character_is_refused()
    {
        var student = await AStudent();
        foreach (var character in Enumerable.Range(0, 256).Select(code => (char)code).Where(character => character is < ' ' or > '~' and not '\n'))
        {
            (await RawHttp.PostAsync(Server, $"/api/admin/users/{student.Id}/credits", Credit, Admin, $"Idempotency-Key: a{character}b")).MustBeRefused();
        }

        (await Balance(student)).ShouldBe(0);
    }

    [Theory]
    [InlineData("Idempotency-Key: a\r\nIdempotency-Key: b")]
    [InlineData("Idempotency-Key: a\r\n b")]
    [InlineData("Idempotency-Key:")]
    [InlineData("Idempotency-Key: \"\"")]
    [InlineData("Idempotency-Key : a")]
    [InlineData("Idempotency-Key")]
    [InlineData("Content-Length: 1")]
    [InlineData("Transfer-Encoding: chunked")]
    [InlineData("Transfer-Encoding: identity, chunked")]
    [InlineData("Content-Length: -1")]
    public async Task What_could_be_read_in_two_ways_is_not_read_at_all(string header)
    {
        var student = await AStudent();

        (await RawHttp.PostAsync(Server, $"/api/admin/users/{student.Id}/credits", Credit, Admin, header)).MustBeRefused();

        (await Balance(student)).ShouldBe(0);
        (await RawHttp.PostAsync(Server, $"/api/admin/users/{student.Id}/credits", Credit, Admin, "Idempotency-Key: a")).Status.ShouldBe(201);
    }

    [Fact]
    public async Task Nothing_of_a_request_comes_back_as_a_header()
    {
        const string Split = "x%0d%0aSet-Cookie:%20injected=1%0d%0a%0d%0a<script>";
        foreach (var target in new[] { $"/api/holds/{Split}", $"/api/sessions?cursor={Split}", $"/{Split}", $"/docs/{Split}", $"/docs?{Split}", $"/openapi/{Split}" })
        {
            var answer = await RawHttp.GetAsync(Server, target, Admin, "Origin: https://evil.example.org", "X-Request-Id: injected=1", "Accept: text/html");

            answer.Status.ShouldBeInRange(200, 499);
            answer.Head.ShouldNotContain("Set-Cookie", Case.Insensitive);
            answer.Head.ShouldNotContain("evil.example.org");
            answer.Head.ShouldNotContain("injected=1\r\n");
        }
    }

    [Fact]
    public async Task Another_host_stands_nowhere_in_an_answer()
    {
        foreach (var target in new[] { "/openapi/v1.json", "/docs", "/api/settings", "/api/none", "/" })
        {
            var answer = await RawHttp.SendAsync(
                Server,
                $"GET {target} HTTP/1.1\r\nHost: evil.example.org\r\nX-Forwarded-Host: evil.example.org\r\nForwarded: host=evil.example.org\r\nAccept: text/html\r\nConnection: close\r\n\r\n");

            answer.Status.ShouldBeInRange(200, 499);
            (answer.Head + answer.Body).ShouldNotContain("evil.example.org");
        }
    }

    [Theory]
    [InlineData("unknown")]
    [InlineData("' OR '1'='1")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("999.999.999.999")]
    [InlineData("[::1")]
    [InlineData("::1%25eth0")]
    [InlineData("127.0.0.1\tx")]
    [InlineData("203.0.113.7, _hidden, 10.0.0.1:x")]
    [InlineData(",,,,")]
    [InlineData("1")]
    public async Task What_a_proxy_tells_that_is_no_address_becomes_none(string told)
    {
        await using var server = App.Another(("Proxies:Known", "127.0.0.1"));
        var student = await AStudent();

        var answer = await RawHttp.PostAsync(
            server.Http.BaseAddress!, $"/api/admin/users/{student.Id}/credits", Credit, Admin, $"X-Forwarded-For: {told}", $"X-Forwarded-Proto: {told}");

        answer.Status.ShouldBe(201, answer.Body);
        var entry = (await Api.Get("/api/admin/audit?action=credit_given", Admin)).Must(200).As<PageShape<AuditShape>>().Items.Single();
        IPAddress.TryParse(entry.Address, out _).ShouldBeTrue(entry.Address);
    }
}
