namespace TalkConnect.Web.FunctionalTests.Attendance;

/// <summary>When a session is over, and what can still change then.</summary>
public abstract class CompletionTests(TalkConnectApp app) : FunctionalTest(app)
{
    [Fact]
    public async Task A_closing_that_happened_before_the_start_ends_nothing_whenever_it_is_heard()
    {
        var lesson = await ALesson();
        App.Clock.Now = lesson.Minute(5);

        (await Finishes(lesson, lesson.Second(-1))).Message.ShouldBe("Event received");

        (await Session(lesson)).Status.ShouldBe("scheduled");
    }

    [Fact]
    public async Task A_join_at_the_very_moment_of_the_completion_does_not_reopen_it()
    {
        var lesson = await ALesson();
        var place = await ASoldPlace(lesson);
        await Finishes(lesson, lesson.Minute(50));

        await Joins(place.Student, lesson, lesson.Minute(50), "PA_1", lesson.Room);

        (await Session(lesson)).Status.ShouldBe("completed");
    }

    [Fact]
    public async Task A_session_that_was_reopened_and_never_closed_again_ends_after_the_grace()
    {
        var lesson = await ALesson();
        var place = await ASoldPlace(lesson);
        await Finishes(lesson, lesson.Minute(30));
        await Joins(place.Student, lesson, lesson.Minute(45), "PA_1", lesson.Room.OpenedAgain());
        App.Clock.Now = lesson.LastEntry;

        (await RunSettlement()).NeedsReview.ShouldBe(1);

        (await Session(lesson)).CompletedAt.ShouldBe(lesson.LastEntry);
        (await Attendance(place.Student, lesson))!.AttendedSeconds.ShouldBe(30 * 60);
    }

    [Fact]
    public async Task A_stay_after_the_completion_counts_nothing()
    {
        var lesson = await ALesson();
        var place = await ASoldPlace(lesson);
        await Finishes(lesson, lesson.End);

        await Stays(place.Student, lesson, lesson.End.AddMinutes(16), lesson.End.AddMinutes(40), room: lesson.Room.OpenedAgain());

        var attendance = (await Attendance(place.Student, lesson))!;
        (attendance.AttendedSeconds, attendance.AttendancePercentage, attendance.Intervals.Count).ShouldBe((0, 0m, 0));
        (await RunSettlement()).Refunded.ShouldBe(1);
    }

    [Fact]
    public async Task What_its_time_completed_no_closing_that_arrives_late_moves()
    {
        await using var node = App.Another(("Settlement:HoldPeriod", "1.00:00:00"));
        var lesson = await ALesson();
        var place = await ASoldPlace(lesson);
        await Joins(place.Student, lesson, lesson.Minute(40), "PA_1");
        App.Clock.Now = lesson.LastEntry.AddMinutes(1);
        (await new Api(node).Post("/api/admin/settlements/run", null, Admin)).Must(200).As<RunShape>().Released.ShouldBe(0);

        (await new LiveKitServer(node).Tells(LiveKitEvents.RoomFinished(lesson.Room, lesson.Minute(58)))).Must(200)
            .Message.ShouldBe("Session marked as completed");

        (await Session(lesson)).CompletedAt.ShouldBe(lesson.LastEntry);
        (await Attendance(place.Student, lesson))!.AttendedSeconds.ShouldBe(18 * 60);
    }

    [Fact]
    public async Task Evidence_that_arrives_before_the_settlement_still_counts()
    {
        var lesson = await ALesson();
        var place = await ASoldPlace(lesson);
        await Finishes(lesson, lesson.Minute(50));

        var leave = await Stays(place.Student, lesson, lesson.Minute(0), lesson.Minute(40), Lost.Join);

        leave.Json.TryGetProperty("late", out _).ShouldBeFalse();
        App.Clock.Now = lesson.End;
        (await RunSettlement()).Released.ShouldBe(1);
    }

    [Fact]
    public async Task The_late_word_concerns_only_the_student_whose_hold_has_settled()
    {
        var lesson = await ALesson();
        var place = await ASoldPlace(lesson);
        await Finishes(lesson);
        await RunSettlement();

        var teachers = await Stays(lesson.Teacher, lesson, lesson.Minute(0), lesson.Minute(60));
        var students = await Stays(place.Student, lesson, lesson.Minute(0), lesson.Minute(60));

        teachers.Json.TryGetProperty("late", out _).ShouldBeFalse();
        students.Json.GetProperty("late").GetBoolean().ShouldBeTrue();
        (await Receipt(place)).TeacherPresence.AttendedSeconds.ShouldBe(0);
        (await Attendance(place.Student, lesson)).ShouldBeNull();
    }

    [Theory]
    [InlineData("20", "present")]
    [InlineData("0", "late")]
    public async Task How_late_is_late_can_be_set(string minutes, string status)
    {
        await using var node = App.Another(("Attendance:LateAfterMinutes", minutes));
        var lesson = await ALesson();
        var place = await ASoldPlace(lesson);

        await new LiveKitServer(node).Tells(LiveKitEvents.Left(lesson.Room, place.Student, "PA_1", lesson.Minute(15), lesson.End));

        (await Attendance(place.Student, lesson))!.Status.ShouldBe(status);
    }
}

[Collection(SqliteTests.Name)]
public sealed class CompletionTestsOnSqlite(SqliteApp app) : CompletionTests(app);

[Collection(MariaDbTests.Name)]
public sealed class CompletionTestsOnMariaDb(MariaDbApp app) : CompletionTests(app);
