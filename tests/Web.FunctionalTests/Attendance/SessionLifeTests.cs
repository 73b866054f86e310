namespace TalkConnect.Web.FunctionalTests.Attendance;

public abstract class SessionLifeTests(TalkConnectApp app) : FunctionalTest(app)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_first_join_puts_it_in_progress_even_before_the_start(bool byTheTeacher)
    {
        var lesson = await ALesson();
        var place = await ASoldPlace(lesson);

        await Joins(byTheTeacher ? lesson.Teacher : place.Student, lesson, lesson.Minute(-20), "PA_1");

        (await Session(lesson)).Status.ShouldBe("in_progress");
    }

    [Fact]
    public async Task The_closing_of_its_room_completes_it_at_that_moment_and_only_once()
    {
        var lesson = await ALesson();
        await ASoldPlace(lesson);

        var first = await Finishes(lesson, lesson.Minute(58));
        var second = await Finishes(lesson, lesson.Minute(59));

        first.Message.ShouldBe("Session marked as completed");
        first.Json.GetProperty("session_id").GetString().ShouldBe(lesson.Id);
        second.Message.ShouldBe("Session marked as completed");
        var session = await Session(lesson);
        (session.Status, session.CompletedAt).ShouldBe(("completed", lesson.Minute(58)));
    }

    [Fact]
    public async Task A_room_that_closes_before_the_start_ends_nothing()
    {
        var lesson = await ALesson();
        await ASoldPlace(lesson);

        (await Finishes(lesson, lesson.Second(-1))).Message.ShouldBe("Event received");

        (await Session(lesson)).Status.ShouldBe("scheduled");
        (await Finishes(lesson, lesson.Start, lesson.Room.OpenedAgain())).Message.ShouldBe("Session marked as completed");
    }

    [Fact]
    public async Task While_somebody_is_in_another_room_of_it_a_decoy_cannot_end_it()
    {
        var lesson = await ALesson();
        var place = await ASoldPlace(lesson);
        await Joins(lesson.Teacher, lesson, lesson.Minute(0), "PA_teacher");
        await Joins(place.Student, lesson, lesson.Minute(1), "PA_student");

        (await Finishes(lesson, lesson.Minute(2), lesson.RoomOfLesson(99))).Message.ShouldBe("Event received");
        (await Finishes(lesson, lesson.Minute(3), lesson.Room.OpenedAgain())).Message.ShouldBe("Event received");

        (await Session(lesson)).Status.ShouldBe("in_progress");
        (await Finishes(lesson, lesson.Minute(58))).Message.ShouldBe("Session marked as completed");
        (await Attendance(place.Student, lesson))!.AttendedSeconds.ShouldBe(57 * 60);
    }

    [Fact]
    public async Task A_join_that_happened_after_the_completion_reopens_it()
    {
        var lesson = await ALesson();
        var place = await ASoldPlace(lesson);
        var reopened = lesson.Room.OpenedAgain();
        await Stays(place.Student, lesson, lesson.Minute(0), lesson.Minute(6));
        await Finishes(lesson, lesson.Minute(20));

        await Joins(place.Student, lesson, lesson.Minute(30), "PA_back", reopened);

        var session = await Session(lesson);
        (session.Status, session.CompletedAt).ShouldBe(("in_progress", null));
        await Webhook(LiveKitEvents.Left(reopened, place.Student, "PA_back", lesson.Minute(30), lesson.Minute(36)));
        await Finishes(lesson, lesson.Minute(58), reopened);
        (await Session(lesson)).CompletedAt.ShouldBe(lesson.Minute(58));
        (await Attendance(place.Student, lesson))!.AttendedSeconds.ShouldBe(720);
    }

    [Fact]
    public async Task A_join_that_merely_arrives_late_does_not_reopen_it()
    {
        var lesson = await ALesson();
        var place = await ASoldPlace(lesson);
        await Finishes(lesson, lesson.Minute(50));

        await Joins(place.Student, lesson, lesson.Minute(40), "PA_1");

        var session = await Session(lesson);
        (session.Status, session.CompletedAt).ShouldBe(("completed", lesson.Minute(50)));
        (await Attendance(place.Student, lesson))!.AttendedSeconds.ShouldBe(600);
    }

    [Theory]
    [InlineData(15 * 60, "in_progress")]
    [InlineData((15 * 60) + 1, "completed")]
    public async Task Coming_back_is_possible_until_the_end_of_the_grace(int secondsAfterEnd, string status)
    {
        var lesson = await ALesson();
        var place = await ASoldPlace(lesson);
        await Finishes(lesson, lesson.End);

        await Joins(place.Student, lesson, lesson.End.AddSeconds(secondsAfterEnd), "PA_1", lesson.Room.OpenedAgain());

        (await Session(lesson)).Status.ShouldBe(status);
    }

    [Fact]
    public async Task After_a_hold_of_it_has_settled_nobody_reopens_it()
    {
        var lesson = await ALesson();
        var place = await ASoldPlace(lesson);
        await Finishes(lesson, lesson.End);
        await RunSettlement();

        await Joins(lesson.Teacher, lesson, lesson.End.AddMinutes(5), "PA_1", lesson.Room.OpenedAgain());

        (await Session(lesson)).CompletedAt.ShouldBe(lesson.End);
        (await Hold(place)).Status.ShouldBe("refunded");
    }

    [Fact]
    public async Task After_settlement_late_events_change_nothing_and_say_so()
    {
        var lesson = await ALesson();
        var place = await ASoldPlace(lesson);
        await Stays(place.Student, lesson, lesson.Minute(0), lesson.Minute(5));
        await Finishes(lesson);
        await RunSettlement();
        var receipt = (await Api.Get($"/api/holds/{place.HoldId}/receipt", Admin)).Text;
        var attendance = (await Api.Get("/api/me/attendance", place.Student)).Text;

        var join = await Joins(place.Student, lesson, lesson.Minute(10), "PA_late");
        var leave = await Webhook(LiveKitEvents.Left(lesson.Room, place.Student, "PA_late", lesson.Minute(10), lesson.Minute(60)));

        join.Message.ShouldBe("Attendance recorded");
        join.Json.GetProperty("late").GetBoolean().ShouldBeTrue();
        leave.Must(200).Message.ShouldBe("Attendance updated");
        leave.Json.GetProperty("late").GetBoolean().ShouldBeTrue();
        (await Api.Get($"/api/holds/{place.HoldId}/receipt", Admin)).Text.ShouldBe(receipt);
        (await Api.Get("/api/me/attendance", place.Student)).Text.ShouldBe(attendance);
        (await Purchase(place)).AttendanceDurationMinutes.ShouldBe(5);
        (await RunSettlement()).ShouldBe(new RunShape(0, 0, 0, 0, 0, 0));
    }
}

[Collection(SqliteTests.Name)]
public sealed class SessionLifeTestsOnSqlite(SqliteApp app) : SessionLifeTests(app);

[Collection(MariaDbTests.Name)]
public sealed class SessionLifeTestsOnMariaDb(MariaDbApp app) : SessionLifeTests(app);
