using System.Text;
using Microsoft.EntityFrameworkCore;
using TalkConnect.Domain.Attendance;

namespace TalkConnect.Web.FunctionalTests.Doors;

/// <summary>The last byte that is taken and the first that is not, whether the length is told before or only seen.</summary>
public abstract class BodyLimitTests(TalkConnectApp app) : FunctionalTest(app)
{
    private const int Limit = 256 * 1024;
    private const int WebhookLimit = 4 * 1024 * 1024;

    [Fact]
    public async Task A_body_of_256_KiB_is_taken()
    {
        var student = await AStudent();

        (await Credit(student, Limit, chunked: false)).Must(201);

        (await Balance(student)).ShouldBe(5);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_byte_more_is_refused_and_changes_nothing(bool chunked)
    {
        var student = await AStudent();

        (await Credit(student, Limit + 1, chunked)).MustBeRefused(413, "body_too_large");

        (await Balance(student)).ShouldBe(0);
        (await Credit(student, 100, chunked)).Must(201).IsReplay.ShouldBeFalse("the refused request took no key");
    }

    [Fact]
    public async Task A_webhook_of_4_MiB_is_taken()
    {
        (await Tell(WebhookLimit, chunked: false)).Must(200).Message.ShouldBe("Event received");

        (await StoredEvents()).ShouldBe(1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_webhook_of_one_byte_more_is_refused_and_changes_nothing(bool chunked)
    {
        (await Tell(WebhookLimit + 1, chunked)).MustBeRefused(413, "body_too_large");

        (await StoredEvents()).ShouldBe(0);
        (await Tell(1000, chunked)).Must(200).Message.ShouldBe("Event received", "it was not heard before");
    }

    private Task<Answer> Credit(Person student, int length, bool chunked) => Send(
        $"/api/admin/users/{student.Id}/credits",
        Padded("""{"amount":5,"reason":"gift"}""", length),
        chunked,
        $"Bearer {Admin.Token}",
        Api.JsonType);

    private Task<Answer> Tell(int length, bool chunked)
    {
        var body = Padded("""{"event":"room_started","id":"EV_large","room":{"name":"course_123_session_1_lesson_1"}}""", length);
        return Send(LiveKitServer.Path, body, chunked, LiveKit.Authorize(body), LiveKitServer.ContentType);
    }

    private static byte[] Padded(string json, int length) => Encoding.UTF8.GetBytes(json.PadRight(length));

    private async Task<Answer> Send(string path, byte[] body, bool chunked, string authorization, string type)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = Api.Content(body, type) };
        request.Headers.TryAddWithoutValidation("Authorization", authorization).ShouldBeTrue();
        request.Headers.TryAddWithoutValidation("Idempotency-Key", "key").ShouldBeTrue();
        request.Headers.TransferEncodingChunked = chunked;

        // A length that is too large is refused at once, and whoever is still sending would not hear why.
        request.Headers.ExpectContinue = !chunked;
        using var response = await App.Http.SendAsync(request);
        return new Answer(
            (int)response.StatusCode, await response.Content.ReadAsStringAsync(), response.Content.Headers.ContentType?.MediaType, response.Headers);
    }

    private Task<int> StoredEvents() => App.InDatabaseAsync(db => db.Set<WebhookEvent>().CountAsync());
}

[Collection(SqliteTests.Name)]
public sealed class BodyLimitTestsOnSqlite(SqliteApp app) : BodyLimitTests(app);

[Collection(MariaDbTests.Name)]
public sealed class BodyLimitTestsOnMariaDb(MariaDbApp app) : BodyLimitTests(app);
