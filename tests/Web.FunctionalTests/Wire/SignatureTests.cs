using System.Text;
using Microsoft.EntityFrameworkCore;
using TalkConnect.Domain.Attendance;
using TalkConnect.Web.FunctionalTests.Security;

namespace TalkConnect.Web.FunctionalTests.Wire;

public abstract class SignatureTests(TalkConnectApp app) : FunctionalTest(app)
{
    public static TheoryData<string, Tampering> Forgeries => new()
    {
        { "none", new Tampering { Authorization = "" } },
        { "a user's token", new Tampering { Authorization = "Bearer " + Admin.Token } },
        { "no token at all", new Tampering { Authorization = "let me in" } },
        { "two segments", new Tampering { Authorization = "e30.e30" } },
        { "not base64", new Tampering { Authorization = "*.*.*" } },
        { "no object", new Tampering { Authorization = "W10.W10.W10" } },
        { "very long", new Tampering { Authorization = new string('a', 20_000) } },
        { "another key's secret", new Tampering { Secret = "secret" } },
        { "an unknown key", new Tampering { Key = "APIother", Secret = LiveKitKeys.Secret } },
        { "another algorithm's name", new Tampering { Algorithm = "HS512" } },
        { "no algorithm", new Tampering { Algorithm = "none" } },
        { "no hash", new Tampering { Claims = { ["sha256"] = null } } },
        { "an empty hash", new Tampering { Claims = { ["sha256"] = "" } } },
        { "a hash that is no text", new Tampering { Claims = { ["sha256"] = 1 } } },
        { "another body's hash", new Tampering { Claims = { ["sha256"] = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=" } } },
        { "no issuer", new Tampering { Claims = { ["iss"] = null } } },
        { "no expiry", new Tampering { Claims = { ["exp"] = null } } },
        { "an expiry that is text", new Tampering { Claims = { ["exp"] = "4102444800" } } },
        { "expired", new Tampering { SignedSecondsAgo = 361 } },
        { "not yet valid", new Tampering { SignedSecondsAgo = -62 } },
        { "a changed body", new Tampering { Body = bytes => [.. bytes[..^1], (byte)' ', bytes[^1]] } },
        { "an empty body instead", new Tampering { Body = _ => [] } },
    };

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task A_forged_event_is_refused_and_leaves_no_trace(string what, Tampering tampering)
    {
        what.ShouldNotBeEmpty();
        var lesson = await ALesson();

        (await Webhook(LiveKitEvents.Joined(lesson.Room, lesson.Teacher, "PA_1", lesson.Start), tampering)).MustBeRefused(401, "invalid_signature");

        (await StoredEvents()).ShouldBe(0);
        (await Session(lesson)).Status.ShouldBe("scheduled");
    }

    [Fact]
    public async Task A_key_without_a_secret_signs_nothing()
    {
        await using var node = App.Another(("LiveKit:Keys:a-retired-one", ""));
        var lesson = await ALesson();
        var joined = LiveKitEvents.Joined(lesson.Room, lesson.Teacher, "PA_1", lesson.Start);

        (await new LiveKitServer(node).Tells(joined, new Tampering { Key = "a-retired-one", Secret = "" })).MustBeRefused(401, "invalid_signature");

        (await new LiveKitServer(node).Tells(joined)).Must(200);
        (await new Api(node).Post($"/api/sessions/{lesson.Id}/join", null, lesson.Teacher)).Must(200);
    }

    public static TheoryData<string, Tampering> Acceptable => new()
    {
        { "as it is", new Tampering() },
        { "the second key", new Tampering { Key = "APIvectorTwo" } },
        { "a short secret", new Tampering { Key = "devkey" } },
        { "a retry five minutes later", new Tampering { SignedSecondsAgo = 355 } },
        { "a clock that is ahead", new Tampering { SignedSecondsAgo = -55 } },
        { "no nbf and iat", new Tampering { Claims = { ["nbf"] = null, ["iat"] = null } } },
        { "plain JSON", new Tampering { ContentType = "application/json" } },
        { "JSON with a charset", new Tampering { ContentType = "application/webhook+json; charset=utf-8" } },
        { "text", new Tampering { ContentType = "text/plain" } },
        { "a form", new Tampering { ContentType = "application/x-www-form-urlencoded" } },
        { "no type", new Tampering { ContentType = null } },
    };

    [Theory]
    [MemberData(nameof(Acceptable))]
    public async Task A_signed_event_is_taken(string what, Tampering tampering)
    {
        what.ShouldNotBeEmpty();
        var lesson = await ALesson();

        (await Webhook(LiveKitEvents.Joined(lesson.Room, lesson.Teacher, "PA_1", lesson.Start), tampering)).Must(200)
            .Message.ShouldBe("Attendance recorded");

        (await StoredEvents()).ShouldBe(1);
    }

    [Fact]
    public async Task A_gateways_bearer_prefix_does_no_harm()
    {
        var body = Encoding.UTF8.GetBytes(LiveKitEvents.RoomStarted(Room.Named("lobby"), App.Clock.Now).ToJsonString());
        var bare = LiveKit.Authorize(body);

        (await LiveKit.Sends(body, $"Bearer {bare}")).Must(200);
        (await LiveKit.Sends(body, $"bearer {bare}")).Must(200).Message.ShouldBe("Event already processed");
    }

    /// <summary>Otherwise anybody could make the server keep four mebibytes for each connection.</summary>
    [Theory]
    [InlineData("none", "")]
    [InlineData("a stranger's", "e30.e30.AAAA")]
    public async Task A_forger_is_refused_before_the_body_has_come(string what, string authorization)
    {
        what.ShouldNotBeEmpty();

        (await PromisesABody(authorization, 4 << 20)).Status.ShouldBe(401);
    }

    [Fact]
    public async Task A_token_that_was_never_for_a_webhook_is_refused_before_the_body_has_come()
    {
        var lesson = await ALesson(start: App.Clock.Now);
        var join = (await Api.Post($"/api/sessions/{lesson.Id}/join", null, lesson.Teacher)).Must(200).As<JoinShape>();

        (await PromisesABody(join.Token, 4 << 20)).Status.ShouldBe(401);
        (await PromisesABody(LiveKit.Authorize([], new Tampering { SignedSecondsAgo = 361 }), 4 << 20)).Status.ShouldBe(401);
    }

    [Fact]
    public async Task A_body_that_says_it_is_too_large_is_so_whoever_sends_it() =>
        (await PromisesABody("e30.e30.AAAA", (4 << 20) + 1)).Status.ShouldBe(413);

    [Fact]
    public async Task An_old_event_is_accepted()
    {
        var lesson = await ALesson(start: App.Clock.Now.AddDays(-400));

        (await Webhook(LiveKitEvents.Joined(lesson.Room, lesson.Teacher, "PA_1", lesson.Start))).Must(200).Message.ShouldBe("Attendance recorded");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_join_token_opens_the_room_but_is_no_webhook(bool bearer)
    {
        var lesson = await ALesson(start: App.Clock.Now);
        var place = await ASoldPlace(lesson);
        var join = (await Api.Post($"/api/sessions/{lesson.Id}/join", null, place.Student)).Must(200).As<JoinShape>();
        var told = LiveKitEvents.Left(lesson.Room, place.Student, "PA_1", lesson.Minute(0), lesson.Minute(60));

        (await Webhook(told, new Tampering { Authorization = (bearer ? "Bearer " : "") + join.Token })).MustBeRefused(401, "invalid_signature");

        (await Attendance(place.Student, lesson)).ShouldBeNull();
    }

    [Theory]
    [InlineData("""{"alg":"HS256","x":"\ud800"}""", """{"iss":"APIvectorOne"}""")]
    [InlineData("""{"alg":"HS256"}""", """{"iss":"\ud800"}""")]
    [InlineData("""{"alg":"\udc00"}""", """{"iss":"APIvectorOne"}""")]
    public async Task Half_a_character_in_a_token_is_refused_like_any_other_forgery(string head, string claims)
    {
        var token = $"{Encode(head)}.{Encode(claims)}.AAAA";

        (await LiveKit.Sends("{}"u8.ToArray(), token)).MustBeRefused(401, "invalid_signature");
    }

    /// <summary>Sends the head of a request and nothing of its body.</summary>
    private Task<RawAnswer> PromisesABody(string authorization, int length)
    {
        var server = App.Http.BaseAddress!;
        return RawHttp.SendAsync(
            server,
            $"POST {LiveKitServer.Path} HTTP/1.1\r\nHost: {server.Authority}\r\nConnection: close\r\nAuthorization: {authorization}\r\nContent-Length: {length}\r\n\r\n");
    }

    private static string Encode(string text) => System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    private Task<int> StoredEvents() => App.InDatabaseAsync(db => db.Set<WebhookEvent>().CountAsync());
}

[Collection(SqliteTests.Name)]
public sealed class SignatureTestsOnSqlite(SqliteApp app) : SignatureTests(app);

[Collection(MariaDbTests.Name)]
public sealed class SignatureTestsOnMariaDb(MariaDbApp app) : SignatureTests(app);
