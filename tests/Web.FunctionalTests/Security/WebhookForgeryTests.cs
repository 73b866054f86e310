using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace TalkConnect.Web.FunctionalTests.Security;

/// <summary>Webhooks of somebody who does not have LiveKit's secret, or who heard one and sends it in another way.</summary>
public abstract class WebhookForgeryTests(TalkConnectApp app) : FunctionalTest(app)
{
    private const string Other = "vector-two-secret-fedcba9876543210fedcba9876";
    private static readonly Func<byte[], byte[]> Ours = Forge.Hmac256(LiveKitKeys.Secret);

    private static readonly Dictionary<string, Func<string, string>> Forgeries = new()
    {
        ["alg none without a signature"] = claims => Forge.Token("""{"alg":"none"}""", claims, Forge.Nothing),
        ["alg None with a signature"] = claims => Forge.Token("""{"alg":"None"}""", claims, Ours),
        ["no alg"] = claims => Forge.Token("{}", claims, Ours),
        ["alg null"] = claims => Forge.Token("""{"alg":null}""", claims, Ours),
        ["alg a list"] = claims => Forge.Token("""{"alg":["HS256"]}""", claims, Ours),
        ["two algs, the last another"] = claims => Forge.Token("""{"alg":"HS256","alg":"none"}""", claims, Forge.Nothing),
        ["lower-case hs256"] = claims => Forge.Token("""{"alg":"hs256"}""", claims, Ours),
        ["RS256 signed by HMAC"] = claims => Forge.Token("""{"alg":"RS256"}""", claims, Ours),
        ["a key of its own, brought along"] = OfOwnKey,
        ["HS512 of our secret"] = claims => Forge.Token("""{"alg":"HS512"}""", claims, Forge.Hmac512(LiveKitKeys.Secret)),
        ["HS384 of our secret"] = claims => Forge.Token("""{"alg":"HS384"}""", claims, Forge.Hmac384(LiveKitKeys.Secret)),
        ["HS256 in the head, HS512 beneath"] = claims => Forge.Token(Forge.Hs256, claims, Forge.Hmac512(LiveKitKeys.Secret)),
        ["no signature"] = claims => Forge.Token(Forge.Hs256, claims, Forge.Nothing),
        ["a signature that is cut"] = claims => Forge.Token(Forge.Hs256, claims, bytes => Ours(bytes)[..16]),
        ["a signature that goes on"] = claims => Forge.Token(Forge.Hs256, claims, bytes => [.. Ours(bytes), 0]),
        ["one bit of the signature flipped"] = claims => Forge.Token(Forge.Hs256, claims, Flipped),
        ["an empty secret"] = claims => Forge.Token(Forge.Hs256, claims, Forge.Hmac256("")),
        ["the secret of our other key"] = claims => Forge.Token(Forge.Hs256, claims, Forge.Hmac256(Other)),
        ["the key's name for its secret"] = claims => Forge.Token(Forge.Hs256, claims, Forge.Hmac256(LiveKitKeys.Key)),
        ["our users' key"] = claims => Forge.Token(Forge.Hs256, claims, Forge.Hmac256(Tokens.SigningKey)),
        ["claims that were changed"] = claims => Forge.WithClaims(Forge.Token(Forge.Hs256, "{}", Ours), claims),
        ["a head that was changed"] = claims => Forge.WithHead(Forge.Token(Forge.Hs256, claims, Ours), """{"alg":"HS256"}"""),
        ["the hash as hex"] = claims => Changed(claims, "sha256", value => Convert.ToHexStringLower(Convert.FromBase64String((string)value!))),
        ["the hash for addresses"] = claims => Changed(claims, "sha256", value => ((string)value!).TrimEnd('=')),
        ["the hash in a list"] = claims => Changed(claims, "sha256", value => new JsonArray(value!.DeepClone())),
        ["the hash of nothing"] = claims => Changed(claims, "sha256", _ => Convert.ToBase64String(SHA256.HashData([]))),
        ["an issuer in other letters"] = claims => Changed(claims, "iss", value => ((string)value!).ToUpperInvariant()),
        ["an issuer in a list"] = claims => Changed(claims, "iss", value => new JsonArray(value!.DeepClone())),
        ["an issuer that is none of ours"] = claims => Changed(claims, "iss", _ => "LiveKit"),
        ["an expiry in a list"] = claims => Changed(claims, "exp", value => new JsonArray(value!.DeepClone())),
        ["a negative expiry"] = claims => Changed(claims, "exp", _ => -4102444800),
        ["an expiry of null"] = claims => Changed(claims, "exp", _ => null),
        ["a beginning that is text"] = claims => Changed(claims, "nbf", _ => "0"),
        ["a beginning far ahead"] = claims => Changed(claims, "nbf", _ => 4102444800),
    };

    public static TheoryData<string> Names => [.. Forgeries.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_forged_webhook_changes_nothing(string name)
    {
        var lesson = await ALesson(start: App.Clock.Now);
        var body = BodyOf(lesson);
        var before = await TheState.OfAsync(App);

        (await LiveKit.Sends(body, Forgeries[name](Claims(body)))).MustBeRefused(401, "invalid_signature");
        (await LiveKit.Sends(body, $"Bearer {Forgeries[name](Claims(body))}")).MustBeRefused(401, "invalid_signature");

        (await TheState.OfAsync(App)).ToString().ShouldBe(before.ToString());
    }

    /// <summary>Otherwise the others would be refused for something else.</summary>
    [Fact]
    public async Task The_token_that_they_were_made_of_is_taken()
    {
        var body = BodyOf(await ALesson(start: App.Clock.Now));

        (await LiveKit.Sends(body, Forge.Token(Forge.Hs256, Claims(body), Ours))).Must(200).Message.ShouldBe("Attendance recorded");
    }

    [Theory]
    [InlineData(-61, 401)]
    [InlineData(-59, 200)]
    [InlineData(359, 200)]
    [InlineData(360, 401)]
    [InlineData(86400, 401)]
    public async Task A_webhook_that_was_heard_can_be_sent_again_for_six_minutes_only(int secondsLater, int status)
    {
        var body = BodyOf(await ALesson(start: App.Clock.Now));
        var token = Forge.Token(Forge.Hs256, Claims(body), Ours);
        App.Clock.Now = App.Clock.Now.AddSeconds(secondsLater);

        (await LiveKit.Sends(body, token)).Must(status);
    }

    [Fact]
    public async Task A_webhook_that_is_sent_again_changes_nothing()
    {
        var lesson = await ALesson(start: App.Clock.Now);
        var body = BodyOf(lesson);
        var token = Forge.Token(Forge.Hs256, Claims(body), Ours);
        (await LiveKit.Sends(body, token)).Must(200);
        var before = await TheState.OfAsync(App);

        foreach (var answer in await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => LiveKit.Sends(body, token))))
        {
            answer.Must(200).Message.ShouldBe("Event already processed");
        }

        (await TheState.OfAsync(App)).ToString().ShouldBe(before.ToString());
    }

    [Fact]
    public async Task The_token_of_one_webhook_does_not_carry_another()
    {
        var lesson = await ALesson(start: App.Clock.Now);
        var body = BodyOf(lesson);
        var token = Forge.Token(Forge.Hs256, Claims(body), Ours);
        var other = Encoding.UTF8.GetBytes(LiveKitEvents.RoomFinished(lesson.Room, lesson.End).ToJsonString());

        (await LiveKit.Sends(other, token)).MustBeRefused(401, "invalid_signature");
        (await LiveKit.Sends([.. body, (byte)'\n'], token)).MustBeRefused(401, "invalid_signature");
        (await LiveKit.Sends([0xEF, 0xBB, 0xBF, .. body], token)).MustBeRefused(401, "invalid_signature");

        (await Session(lesson)).Status.ShouldBe("scheduled");
    }

    [Fact]
    public async Task Two_authorizations_are_none()
    {
        var body = BodyOf(await ALesson(start: App.Clock.Now));
        var token = Forge.Token(Forge.Hs256, Claims(body), Ours);

        (await LiveKit.Sends(body, $"{token},{token}")).MustBeRefused(401, "invalid_signature");
        (await LiveKit.Sends(body, $"{token} {token}")).MustBeRefused(401, "invalid_signature");
        (await LiveKit.Sends(body, $"Bearer Bearer {token}")).MustBeRefused(401, "invalid_signature");
    }

    private static byte[] BodyOf(Lesson lesson) =>
        Encoding.UTF8.GetBytes(LiveKitEvents.Joined(lesson.Room, lesson.Teacher, "PA_1", lesson.Start).ToJsonString());

    private string Claims(byte[] body)
    {
        var now = App.Clock.Now.ToUnixTimeSeconds();
        return new JsonObject
        {
            ["iss"] = LiveKitKeys.Key,
            ["nbf"] = now,
            ["exp"] = now + 300,
            ["sha256"] = Convert.ToBase64String(SHA256.HashData(body)),
        }.ToJsonString();
    }

    /// <summary>Claims that LiveKit's own secret signed, with one that is wrong.</summary>
    private static string Changed(string claims, string claim, Func<JsonNode?, JsonNode?> change)
    {
        var all = JsonNode.Parse(claims)!.AsObject();
        all[claim] = change(all[claim]);
        return Forge.Token(Forge.Hs256, all.ToJsonString(), Ours);
    }

    private static byte[] Flipped(byte[] signed)
    {
        var signature = Ours(signed);
        signature[^1] ^= 1;
        return signature;
    }

    private static string OfOwnKey(string claims)
    {
        var (head, sign) = Forge.OwnRsaKey();
        return Forge.Token(head, claims, sign);
    }
}

[Collection(SqliteTests.Name)]
public sealed class WebhookForgeryTestsOnSqlite(SqliteApp app) : WebhookForgeryTests(app);

[Collection(MariaDbTests.Name)]
public sealed class WebhookForgeryTestsOnMariaDb(MariaDbApp app) : WebhookForgeryTests(app);
