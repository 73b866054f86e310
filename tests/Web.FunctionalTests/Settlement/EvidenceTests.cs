using System.Text.Json;

namespace TalkConnect.Web.FunctionalTests.Settlement;

public abstract class EvidenceTests(TalkConnectApp app) : FunctionalTest(app)
{
    [Fact]
    public async Task Both_sides_see_the_same_evidence_and_nobody_elses()
    {
        var lesson = await ALesson();
        var place = await ASoldPlace(lesson);
        var other = await ASoldPlace(lesson);
        await Stays(place.Student, lesson, lesson.Minute(0), lesson.Minute(10));
        await Joins(place.Student, lesson, lesson.Minute(20), "PA_open");
        await Stays(lesson.Teacher, lesson, lesson.Minute(0), lesson.Minute(60), Lost.Join);
        await Stays(other.Student, lesson, lesson.Minute(0), lesson.Minute(60), Lost.Join);
        await Finishes(lesson);
        (await Api.Post($"/api/holds/{place.HoldId}/dispute", new { reason = "No sound." }, place.Student)).Must(200);

        var seen = (await Api.Get($"/api/holds/{place.HoldId}/evidence", place.Student)).Must(200);

        (await Api.Get($"/api/holds/{place.HoldId}/evidence", lesson.Teacher)).Must(200).Text.ShouldBe(seen.Text);
        (await Api.Get($"/api/holds/{place.HoldId}/evidence", other.Student)).MustBeRefused(404, "hold_not_found");
        seen.Json.GetProperty("hold").GetProperty("dispute_reason").GetString().ShouldBe("No sound.");
        Seconds(seen.Json.GetProperty("student")).ShouldBe((600, 600 + 2400, 600 + 2400));
        Seconds(seen.Json.GetProperty("teacher")).ShouldBe((3600, 3600, 3600));
        seen.Json.GetProperty("required_seconds").GetInt32().ShouldBe(720);
        Signs(seen.Json).ShouldBe([("join_without_leave", place.Student.Id), ("leave_without_join", lesson.Teacher.Id)], ignoreOrder: true);
    }

    [Fact]
    public async Task An_admin_sees_every_sign_of_loss_of_a_session()
    {
        var lesson = await ALesson();
        var place = await ASoldPlace(lesson);
        var absent = await ASoldPlace(lesson);
        App.Clock.Now = lesson.Start;
        (await Api.Post($"/api/sessions/{lesson.Id}/join", null, absent.Student)).Must(200);
        (await Api.Post($"/api/sessions/{lesson.Id}/join", null, place.Student)).Must(200);
        await Webhook(LiveKitEvents.RoomStarted(lesson.Room, lesson.Minute(0)));
        await Webhook(LiveKitEvents.RoomStarted(lesson.Room, lesson.Minute(30)));
        await Stays(place.Student, lesson, lesson.Minute(0), lesson.Minute(29));

        var evidence = (await Api.Get($"/api/admin/sessions/{lesson.Id}/evidence", Admin)).Must(200).Json;

        Signs(evidence).ShouldBe([("token_never_seen", absent.Student.Id), ("room_restarted", null)]);
        evidence.GetProperty("people").EnumerateArray().Single().GetProperty("certain_seconds").GetInt32().ShouldBe(29 * 60);
        (await Api.Get("/api/admin/sessions/nothing/evidence", Admin)).MustBeRefused(404, "session_not_found");
    }

    private static (int Certain, int Attended, int Possible) Seconds(JsonElement person) => (
        person.GetProperty("certain_seconds").GetInt32(), person.GetProperty("attended_seconds").GetInt32(), person.GetProperty("possible_seconds").GetInt32());

    private static IEnumerable<(string? Sign, string? Who)> Signs(JsonElement evidence) => evidence.GetProperty("signs_of_loss").EnumerateArray()
        .Select(sign => (sign.GetProperty("sign").GetString(), sign.GetProperty("user_id").GetString()));
}

[Collection(SqliteTests.Name)]
public sealed class EvidenceTestsOnSqlite(SqliteApp app) : EvidenceTests(app);

[Collection(MariaDbTests.Name)]
public sealed class EvidenceTestsOnMariaDb(MariaDbApp app) : EvidenceTests(app);
