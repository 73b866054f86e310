namespace TalkConnect.Web.FunctionalTests.Doors;

/// <summary>Windows of an hour do not end during a test.</summary>
public abstract class RateLimitTests(TalkConnectApp app) : FunctionalTest(app)
{
    private const string Proxy = "127.0.0.1";

    [Fact]
    public async Task A_user_who_moves_money_too_often_is_refused_and_nobody_else()
    {
        var student = await AStudent();
        await using var server = Limited(("MoneyPerMinutePerUser", "2"));
        var api = new Api(server);
        (await Credit(api, student, Admin)).Must(201);
        (await Credit(api, student, Admin)).Must(201);

        MustBeLimited(await Credit(api, student, Admin));
        MustBeLimited(await Credit(api, student, Admin));

        (await Credit(api, student, new Person("another-admin", Person.Admin))).Must(201);
        (await Balance(student)).ShouldBe(3);
    }

    [Fact]
    public async Task The_limit_is_one_for_all_doors_that_move_money()
    {
        var lesson = await ALesson();
        var student = await AStudent(credit: 100);
        await using var server = Limited(("MoneyPerMinutePerUser", "2"));
        var api = new Api(server);
        (await Credit(api, student, Admin)).Must(201);
        (await api.Post("/api/admin/settlements/run", null, Admin)).Must(200);

        MustBeLimited(await api.Post($"/api/admin/users/{student.Id}/deposits", new { amount = 1, external_reference = "r" }, Admin));
        MustBeLimited(await api.Post($"/api/admin/users/{student.Id}/debits", new { amount = 1, reason = "mistake" }, Admin));
        MustBeLimited(await api.Post("/api/admin/settlements/run", null, Admin));
        MustBeLimited(await api.Post($"/api/sessions/{lesson.Id}/cancel", null, Admin));

        (await Session(lesson)).Status.ShouldBe("scheduled");
        (await api.Post($"/api/sessions/{lesson.Id}/purchase", null, student)).Must(201);
    }

    [Fact]
    public async Task What_moves_no_money_is_not_limited()
    {
        await using var server = Limited(("MoneyPerMinutePerUser", "1"), ("MoneyPerMinutePerAddress", "1"));
        var api = new Api(server);
        foreach (var _ in Enumerable.Range(0, 5))
        {
            (await api.Get("/api/me/wallet", Admin)).Must(200);
            (await api.Get("/api/admin/users", Admin)).Must(200);
        }
    }

    [Fact]
    public async Task An_address_that_moves_money_too_often_is_refused_whoever_asks()
    {
        var student = await AStudent();
        await using var server = Limited(("MoneyPerMinutePerAddress", "2"), ("Proxies:Known", Proxy));
        (await Credit(From(server, "203.0.113.1"), student, new Person("admin-1", Person.Admin))).Must(201);
        (await Credit(From(server, "203.0.113.1"), student, new Person("admin-2", Person.Admin))).Must(201);

        MustBeLimited(await Credit(From(server, "203.0.113.1"), student, new Person("admin-3", Person.Admin)));

        (await Credit(From(server, "203.0.113.2"), student, new Person("admin-4", Person.Admin))).Must(201);
    }

    [Fact]
    public async Task Who_sends_too_much_leaves_their_address_to_others()
    {
        var student = await AStudent();
        await using var server = Limited(("MoneyPerMinutePerUser", "1"), ("MoneyPerMinutePerAddress", "2"));
        var api = new Api(server);
        (await Credit(api, student, Admin)).Must(201);
        MustBeLimited(await Credit(api, student, Admin));
        MustBeLimited(await Credit(api, student, Admin));

        (await Credit(api, student, new Person("another-admin", Person.Admin))).Must(201);
    }

    [Fact]
    public async Task A_refused_request_takes_no_key()
    {
        var student = await AStudent();
        await using var server = Limited(("MoneyPerMinutePerUser", "1"));
        (await Credit(new Api(server), student, Admin)).Must(201);

        MustBeLimited(await Credit(new Api(server), student, Admin, "key"));

        (await Credit(Api, student, Admin, "key")).Must(201).IsReplay.ShouldBeFalse();
        (await Balance(student)).ShouldBe(2);
    }

    [Fact]
    public async Task Who_may_not_enter_hears_that_first()
    {
        var student = await AStudent();
        await using var server = Limited(("MoneyPerMinutePerUser", "1"));
        var api = new Api(server);
        foreach (var _ in Enumerable.Range(0, 3))
        {
            (await Credit(api, student, student)).MustBeRefused(403, "forbidden");
            (await api.Post($"/api/admin/users/{student.Id}/credits", new { amount = 1, reason = "gift" })).MustBeRefused(401, "unauthorized");
        }

        (await Credit(api, student, Admin)).Must(201);
    }

    [Fact]
    public async Task Too_many_failed_sign_ins_close_an_address_to_every_token()
    {
        await using var server = Limited(("FailedSignInsPerMinutePerAddress", "3"), ("Proxies:Known", Proxy));
        var api = From(server, "203.0.113.1");
        (await api.Get("/api/me/wallet", Admin)).Must(200);
        (await api.Send(HttpMethod.Get, "/api/me/wallet", "nonsense")).MustBeRefused(401, "unauthorized");
        (await api.Send(HttpMethod.Get, "/api/me/wallet", Tokens.Sign(new { sub = "u", role = "admin", exp = 4102444800 }, "a-guessed-key-of-thirty-two-bytes"))).Must(401);
        (await api.Get("/api/me/wallet", Admin)).Must(200);
        (await api.Get("/api/me/wallet")).MustBeRefused(401, "unauthorized");

        MustBeLimited(await api.Send(HttpMethod.Get, "/api/me/wallet", "nonsense"));
        MustBeLimited(await api.Get("/api/me/wallet", Admin));
        MustBeLimited(await api.Get("/api/me/wallet"));
        MustBeLimited(await api.Get("/api/nothing", Admin));

        (await From(server, "203.0.113.2").Get("/api/me/wallet", Admin)).Must(200);
    }

    [Fact]
    public async Task What_needs_no_token_stays_open_after_failed_sign_ins()
    {
        await using var server = Limited(("FailedSignInsPerMinutePerAddress", "1"));
        var api = new Api(server);
        (await api.Get("/api/me/wallet")).Must(401);
        MustBeLimited(await api.Get("/api/me/wallet"));

        foreach (var path in new[] { "/health/live", "/health/ready", "/metrics" })
        {
            (await api.Get(path)).Must(200);
            (await api.Send(HttpMethod.Get, path, "nonsense")).Must(200);
        }

        (await api.Get("/openapi/v1.json")).Must(200);
        (await api.Get("/docs/")).Must(200);
        (await api.Get("/api/nothing")).MustBeRefused(404, "not_found");
    }

    [Fact]
    public async Task Webhooks_are_never_limited()
    {
        var lesson = await ALesson();
        var student = await ASoldPlace(lesson);
        await using var server = Limited(
            ("FailedSignInsPerMinutePerAddress", "1"), ("MoneyPerMinutePerUser", "1"), ("MoneyPerMinutePerAddress", "1"));
        var liveKit = new LiveKitServer(server);
        (await new Api(server).Get("/api/me/wallet")).Must(401);
        MustBeLimited(await new Api(server).Get("/api/me/wallet", Admin));

        foreach (var second in Enumerable.Range(1, 5))
        {
            (await liveKit.Tells(LiveKitEvents.Joined(lesson.Room, student.Student, Sids.New("PA"), lesson.Second(second)))).Must(200);
            (await liveKit.TellsText("{}", new Tampering { Secret = "somebody-elses" })).MustBeRefused(401, "invalid_signature");
        }
    }

    [Fact]
    public async Task A_forged_webhook_is_no_failed_sign_in()
    {
        await using var server = Limited(("FailedSignInsPerMinutePerAddress", "1"));
        foreach (var _ in Enumerable.Range(0, 3))
        {
            (await new LiveKitServer(server).TellsText("{}", new Tampering { Secret = "somebody-elses" })).Must(401);
        }

        (await new Api(server).Get("/api/me/wallet", Admin)).Must(200);
    }

    [Theory]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("::ffff:203.0.113.1", "203.0.113.1", true)]
    [InlineData("::ffff:203.0.113.1", "::ffff:203.0.113.2", false)]
    public async Task An_IPv6_network_of_64_bits_is_one_address(string one, string other, bool same)
    {
        await using var server = Limited(("FailedSignInsPerMinutePerAddress", "1"), ("Proxies:Known", Proxy));
        (await From(server, one).Get("/api/me/wallet")).Must(401);
        MustBeLimited(await From(server, one).Get("/api/me/wallet"));

        (await From(server, other).Get("/api/me/wallet")).Must(same ? 429 : 401);
    }

    [Fact]
    public async Task The_time_that_is_named_is_long_enough()
    {
        await using var server = Limited(("FailedSignInsPerMinutePerAddress", "1"), ("WindowSeconds", "1"));
        var api = new Api(server);
        Answer refused;
        do
        {
            refused = await api.Get("/api/me/wallet");
        }
        while (refused.Status == 401);

        MustBeLimited(refused);
        await Task.Delay(refused.Headers.RetryAfter!.Delta!.Value + TimeSpan.FromSeconds(0.5));

        (await api.Get("/api/me/wallet", Admin)).Must(200);
    }

    [Fact]
    public async Task Switched_off_nothing_is_limited()
    {
        var student = await AStudent();
        await using var server = App.Another(
            ("RateLimits:Enabled", "false"),
            ("RateLimits:MoneyPerMinutePerUser", "1"),
            ("RateLimits:MoneyPerMinutePerAddress", "1"),
            ("RateLimits:FailedSignInsPerMinutePerAddress", "1"));
        var api = new Api(server);
        foreach (var _ in Enumerable.Range(0, 3))
        {
            (await api.Get("/api/me/wallet")).Must(401);
            (await Credit(api, student, Admin)).Must(201);
        }
    }

    private TalkConnectApp Limited(params (string Name, string Value)[] settings) => App.Another(
    [
        ("RateLimits:Enabled", "true"),
        ("RateLimits:WindowSeconds", "3600"),
        .. settings.Select(setting => (setting.Name.Contains(':', StringComparison.Ordinal) ? setting.Name : $"RateLimits:{setting.Name}", setting.Value)),
    ]);

    /// <summary>Speaks as the proxy does for somebody at an address.</summary>
    private static Forwarded From(TalkConnectApp server, string address) => new(server, address);

    private static Task<Answer> Credit(Api api, Person student, Person admin, string? key = null) =>
        api.Post($"/api/admin/users/{student.Id}/credits", new { amount = 1, reason = "gift" }, admin, key);

    private static Task<Answer> Credit(Forwarded api, Person student, Person admin) => api.Send(
        HttpMethod.Post,
        $"/api/admin/users/{student.Id}/credits",
        admin.Token,
        Api.Content("""{"amount":1,"reason":"gift"}"""));

    private static void MustBeLimited(Answer answer)
    {
        answer.MustBeRefused(429, "rate_limited");
        var wait = answer.Headers.RetryAfter?.Delta;
        wait.ShouldNotBeNull();
        wait.Value.ShouldBeInRange(TimeSpan.FromSeconds(1), TimeSpan.FromHours(1));
        answer.Json.GetProperty("detail").GetString()!.ShouldContain($"wait {wait.Value.TotalSeconds} seconds");
    }

    private sealed class Forwarded(TalkConnectApp server, string address)
    {
        public Task<Answer> Get(string path, Person? asking = null) => Send(HttpMethod.Get, path, asking?.Token);

        public Task<Answer> Send(HttpMethod method, string path, string? token, HttpContent? content = null) =>
            new Api(server).Send(method, path, token, content, new() { ["X-Forwarded-For"] = address });
    }
}

[Collection(SqliteTests.Name)]
public sealed class RateLimitTestsOnSqlite(SqliteApp app) : RateLimitTests(app);

[Collection(MariaDbTests.Name)]
public sealed class RateLimitTestsOnMariaDb(MariaDbApp app) : RateLimitTests(app);
