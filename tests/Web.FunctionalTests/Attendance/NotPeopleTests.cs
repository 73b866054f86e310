using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using TalkConnect.Domain.Attendance;

namespace TalkConnect.Web.FunctionalTests.Attendance;

public abstract class NotPeopleTests(TalkConnectApp app) : FunctionalTest(app)
{
    [Theory]
    [InlineData("""{"kind":"AGENT"}""")]
    [InlineData("""{"kind":"EGRESS"}""")]
    [InlineData("""{"kind":"INGRESS"}""")]
    [InlineData("""{"kind":4}""")]
    [InlineData("""{"permission":{"canSubscribe":true,"hidden":true,"recorder":true}}""")]
    [InlineData("""{"permission":{"agent":true}}""")]
    public async Task Are_stored_and_ignored_even_under_the_id_of_a_student(string extra)
    {
        var lesson = await ALesson();
        var student = (await ASoldPlace(lesson)).Student;
        var what = JsonNode.Parse(extra)!.AsObject();

        var join = await Webhook(LiveKitEvents.Joined(lesson.Room, student, "PA_1", lesson.Minute(0), what));
        var leave = await Webhook(LiveKitEvents.Left(lesson.Room, student, "PA_1", lesson.Minute(0), lesson.Minute(50), what));

        join.Must(200).Message.ShouldBe("Event received");
        leave.Must(200).Message.ShouldBe("Event received");
        (await Attendance(student, lesson)).ShouldBeNull();
        (await Session(lesson)).Status.ShouldBe("scheduled");
        (await StoredEvents()).ShouldBe(2);
    }

    [Theory]
    [InlineData("""{"kind":"STANDARD"}""")]
    [InlineData("""{"kind":0}""")]
    [InlineData("""{"kind":null}""")]
    [InlineData("""{"kind":"SIP"}""")]
    [InlineData("""{"permission":{"recorder":false,"agent":false}}""")]
    [InlineData("""{"kind":"SOMETHING_NEW"}""")]
    public async Task People_count_however_their_kind_is_written(string extra)
    {
        var lesson = await ALesson();
        var student = (await ASoldPlace(lesson)).Student;

        await Webhook(LiveKitEvents.Left(lesson.Room, student, "PA_1", lesson.Minute(0), lesson.Minute(30), JsonNode.Parse(extra)!.AsObject()));

        (await Attendance(student, lesson))!.AttendancePercentage.ShouldBe(50m);
    }

    [Theory]
    [InlineData("nobody-of-ours")]
    [InlineData("student-2#mic")]
    [InlineData("EG_recorder")]
    [InlineData("an identity that is far longer than any id of the platform can ever be")]
    public async Task An_identity_that_is_no_user_is_stored_and_ignored(string identity)
    {
        var lesson = await ALesson();
        await ASoldPlace(lesson);
        var stranger = new Person(identity, Person.Student);

        (await Webhook(LiveKitEvents.Joined(lesson.Room, stranger, "PA_1", lesson.Minute(0)))).Must(200).Message.ShouldBe("Event received");

        (await Session(lesson)).Status.ShouldBe("scheduled");
        (await Attendance(stranger, lesson)).ShouldBeNull();
        (await StoredEvents()).ShouldBe(1);
    }

    [Fact]
    public async Task A_user_who_bought_no_place_is_recorded_but_neither_starts_nor_reopens_the_session()
    {
        var lesson = await ALesson();
        var guest = await AStudent();

        await Stays(guest, lesson, lesson.Minute(0), lesson.Minute(30));

        (await Session(lesson)).Status.ShouldBe("scheduled");
        (await Attendance(guest, lesson))!.AttendancePercentage.ShouldBe(50m);
        await Finishes(lesson, lesson.Minute(40));
        await Joins(guest, lesson, lesson.Minute(45), "PA_again", lesson.Room.OpenedAgain());
        (await Session(lesson)).Status.ShouldBe("completed");
    }

    private Task<int> StoredEvents() => App.InDatabaseAsync(db => db.Set<WebhookEvent>().CountAsync());
}

[Collection(SqliteTests.Name)]
public sealed class NotPeopleTestsOnSqlite(SqliteApp app) : NotPeopleTests(app);

[Collection(MariaDbTests.Name)]
public sealed class NotPeopleTestsOnMariaDb(MariaDbApp app) : NotPeopleTests(app);
