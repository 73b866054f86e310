using System.Buffers.Text;
using System.Text.Json;

namespace TalkConnect.Web.FunctionalTests.Courses;

public abstract class JoinTests(TalkConnectApp app) : FunctionalTest(app)
{
    [Theory]
    [InlineData(null, 1)]
    [InlineData(1, 1)]
    [InlineData(99, 99)]
    public async Task A_token_is_for_one_room_one_person_and_a_quarter_of_an_hour(int? told, int lessonNumber)
    {
        var lesson = await ALesson(courseId: "123");
        var place = await ASoldPlace(lesson);

        var join = (await Api.Post($"/api/sessions/{lesson.Id}/join", told is null ? null : new { lesson_number = told }, place.Student))
            .Must(200).As<JoinShape>();

        (join.Url, join.Room).ShouldBe(("wss://video.example.org", $"course_123_session_1_lesson_{lessonNumber}"));
        join.ExpiresAt.ShouldBeGreaterThan(App.Clock.Now);
        join.ExpiresAt.ShouldBeLessThanOrEqualTo(App.Clock.Now.AddMinutes(15));
        var claims = JsonElement.Parse(Base64Url.DecodeFromChars(join.Token.Split('.')[1]));
        claims.GetProperty("sub").GetString().ShouldBe(place.Student.Id);
        claims.GetProperty("exp").GetInt64().ShouldBe(join.ExpiresAt.ToUnixTimeSeconds());
        LiveKitKeys.All.Keys.ShouldContain(claims.GetProperty("iss").GetString());
        claims.TryGetProperty("sha256", out _).ShouldBeFalse();
        var video = claims.GetProperty("video");
        video.GetProperty("room").GetString().ShouldBe(join.Room);
        video.GetProperty("roomJoin").GetBoolean().ShouldBeTrue();
        foreach (var power in new[] { "roomAdmin", "roomCreate", "roomList", "roomRecord", "ingressAdmin", "hidden", "recorder", "agent" })
        {
            (video.TryGetProperty(power, out var given) && given.ValueKind is JsonValueKind.True).ShouldBeFalse(power);
        }
    }

    [Fact]
    public async Task The_room_is_open_from_the_sale_to_the_end_of_the_grace()
    {
        var lesson = await ALesson(start: App.Clock.Now.AddDays(30));
        var place = await ASoldPlace(lesson);
        var path = $"/api/sessions/{lesson.Id}/join";

        (await Api.Post(path, null, place.Student)).Must(200);
        App.Clock.Now = lesson.LastEntry;
        (await Api.Post(path, null, place.Student)).Must(200);
        App.Clock.Now = lesson.LastEntry.AddSeconds(1);
        (await Api.Post(path, null, place.Student)).MustBeRefused(409, "session_closed");
        (await Api.Post(path, null, lesson.Teacher)).MustBeRefused(409, "session_closed");
    }

    [Fact]
    public async Task Whoever_was_thrown_out_by_a_closing_room_may_come_back()
    {
        var lesson = await ALesson();
        var place = await ASoldPlace(lesson);
        await Finishes(lesson, lesson.Minute(20));

        (await Api.Post($"/api/sessions/{lesson.Id}/join", null, place.Student)).Must(200);
    }

    [Fact]
    public async Task A_place_that_was_refunded_opens_nothing()
    {
        var lesson = await ALesson();
        var place = await ASoldPlace(lesson);
        await Finishes(lesson, lesson.End);
        await RunSettlement();

        (await Api.Post($"/api/sessions/{lesson.Id}/join", null, place.Student)).MustBeRefused(403, "not_a_participant");
    }
}

[Collection(SqliteTests.Name)]
public sealed class JoinTestsOnSqlite(SqliteApp app) : JoinTests(app);

[Collection(MariaDbTests.Name)]
public sealed class JoinTestsOnMariaDb(MariaDbApp app) : JoinTests(app);
