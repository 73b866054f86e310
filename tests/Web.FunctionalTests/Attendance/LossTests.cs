namespace TalkConnect.Web.FunctionalTests.Attendance;

public abstract class LossTests(TalkConnectApp app) : FunctionalTest(app)
{
    [Fact]
    public async Task A_leave_alone_rebuilds_the_stay_and_puts_the_session_in_progress()
    {
        var lesson = await ALesson();
        var place = await ASoldPlace(lesson);

        var leave = await Stays(place.Student, lesson, lesson.Minute(2), lesson.Minute(32), Lost.Join);

        leave.Json.GetProperty("attendance_percentage").GetDecimal().ShouldBe(50m);
        (await Session(lesson)).Status.ShouldBe("in_progress");
        (await Attendance(place.Student, lesson))!.Intervals.ShouldBe([new StayShape(lesson.Minute(2), lesson.Minute(32))]);
    }

    [Fact]
    public async Task Where_the_leave_was_lost_the_closing_of_the_room_ends_the_stay()
    {
        var lesson = await ALesson();
        var place = await ASoldPlace(lesson);
        await Stays(place.Student, lesson, lesson.Minute(30), lesson.Minute(50), Lost.Leave);
        (await Attendance(place.Student, lesson))!.LeftAt.ShouldBeNull();

        await Finishes(lesson, lesson.Minute(59));

        var attendance = (await Attendance(place.Student, lesson))!;
        (attendance.LeftAt, attendance.AttendedSeconds).ShouldBe((lesson.Minute(59), 29 * 60));
        (await Purchase(place)).AttendanceDurationMinutes.ShouldBe(29);
    }

    [Fact]
    public async Task A_leave_that_arrives_after_the_closing_of_the_room_counts()
    {
        var lesson = await ALesson();
        var place = await ASoldPlace(lesson);
        await Joins(place.Student, lesson, lesson.Minute(0), "PA_1");
        await Finishes(lesson, lesson.Minute(59));

        await Webhook(LiveKitEvents.Left(lesson.Room, place.Student, "PA_1", lesson.Minute(0), lesson.Minute(11)));

        (await Attendance(place.Student, lesson))!.AttendedSeconds.ShouldBe(11 * 60);
        (await Session(lesson)).CompletedAt.ShouldBe(lesson.Minute(59));
    }

    [Fact]
    public async Task Where_leave_and_closing_were_lost_the_completion_ends_the_stay()
    {
        var lesson = await ALesson();
        var place = await ASoldPlace(lesson);
        await Stays(place.Student, lesson, lesson.Minute(30), lesson.Minute(50), Lost.Leave);
        App.Clock.Now = lesson.LastEntry.AddHours(2);

        await RunSettlement();

        var attendance = (await Attendance(place.Student, lesson))!;
        (attendance.LeftAt, attendance.AttendedSeconds).ShouldBe((lesson.LastEntry, 45 * 60));
    }

    [Fact]
    public async Task The_closing_of_an_earlier_opening_of_the_room_does_not_end_a_later_stay()
    {
        var lesson = await ALesson();
        var student = (await ASoldPlace(lesson)).Student;
        var reopened = lesson.Room.OpenedAgain();
        await Stays(student, lesson, lesson.Minute(0), lesson.Minute(5));
        await Joins(student, lesson, lesson.Minute(10), "PA_2", reopened);

        (await Finishes(lesson, lesson.Minute(20))).Message.ShouldBe("Event received");

        (await Attendance(student, lesson))!.LeftAt.ShouldBeNull();
        (await Session(lesson)).Status.ShouldBe("in_progress");
        (await Finishes(lesson, lesson.Minute(50), reopened)).Message.ShouldBe("Session marked as completed");
        (await Attendance(student, lesson))!.AttendedSeconds.ShouldBe(45 * 60);
    }

    [Fact]
    public async Task A_closing_without_a_sid_ends_what_is_open_under_the_rooms_name()
    {
        var lesson = await ALesson();
        var student = (await ASoldPlace(lesson)).Student;
        await Joins(student, lesson, lesson.Minute(0), "PA_1");
        App.Clock.Now = lesson.Minute(40);
        var told = LiveKitEvents.RoomFinished(lesson.Room, lesson.Minute(40));
        told["room"]!.AsObject().Remove("sid");

        (await Webhook(told)).Must(200).Message.ShouldBe("Session marked as completed");

        (await Attendance(student, lesson))!.AttendedSeconds.ShouldBe(40 * 60);
    }

    [Fact]
    public async Task An_aborted_connection_ends_an_open_stay_and_never_makes_one()
    {
        var lesson = await ALesson();
        var student = (await ASoldPlace(lesson)).Student;
        (await Webhook(LiveKitEvents.Aborted(lesson.Room, student, "PA_never", lesson.Minute(0), lesson.Minute(30)))).Must(200);

        (await Session(lesson)).Status.ShouldBe("scheduled");
        ((await Attendance(student, lesson))?.AttendedSeconds ?? 0).ShouldBe(0);
        await Joins(student, lesson, lesson.Minute(5), "PA_1");
        await Webhook(LiveKitEvents.Aborted(lesson.Room, student, "PA_1", lesson.Minute(5), lesson.Minute(17)));
        var attendance = (await Attendance(student, lesson))!;
        (attendance.AttendedSeconds, attendance.Intervals.Count).ShouldBe((720, 1));
    }
}

[Collection(SqliteTests.Name)]
public sealed class LossTestsOnSqlite(SqliteApp app) : LossTests(app);

[Collection(MariaDbTests.Name)]
public sealed class LossTestsOnMariaDb(MariaDbApp app) : LossTests(app);
