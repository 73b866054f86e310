namespace TalkConnect.Web.FunctionalTests.Attendance;

public abstract class StayTests(TalkConnectApp app) : FunctionalTest(app)
{
    [Fact]
    public async Task Join_and_leave_answer_what_they_came_to()
    {
        var lesson = await ALesson();
        var student = (await ASoldPlace(lesson)).Student;

        var join = await Joins(student, lesson, lesson.Second(5), "PA_1");
        var leave = await Webhook(LiveKitEvents.Left(lesson.Room, student, "PA_1", lesson.Second(5), lesson.Second(1830)));

        join.Message.ShouldBe("Attendance recorded");
        join.Json.GetProperty("session_id").GetString().ShouldBe(lesson.Id);
        join.Json.GetProperty("user_id").GetString().ShouldBe(student.Id);
        join.Json.GetProperty("joined_at").GetDateTimeOffset().ShouldBe(lesson.Second(5));
        leave.Must(200).Message.ShouldBe("Attendance updated");
        leave.Json.GetProperty("duration_minutes").GetInt32().ShouldBe(30);
        leave.Json.GetProperty("attendance_percentage").GetDecimal().ShouldBe(50.69m);
        leave.Json.TryGetProperty("late", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Coming_back_adds_a_stay()
    {
        var lesson = await ALesson();
        var place = await ASoldPlace(lesson);
        foreach (var minute in new[] { 0, 20, 40 })
        {
            await Stays(place.Student, lesson, lesson.Minute(minute), lesson.Minute(minute + 5));
        }

        var attendance = (await Attendance(place.Student, lesson))!;
        (attendance.AttendedSeconds, attendance.DurationMinutes, attendance.AttendancePercentage).ShouldBe((900, 15, 25m));
        (attendance.JoinedAt, attendance.LeftAt).ShouldBe((lesson.Minute(0), lesson.Minute(45)));
        attendance.Intervals.Count.ShouldBe(3);
        await Finishes(lesson);
        (await RunSettlement()).Released.ShouldBe(1);
        (await Hold(place)).ReleasePercentage.ShouldBe(25m);
    }

    [Fact]
    public async Task Two_devices_at_once_never_count_twice()
    {
        var lesson = await ALesson();
        var place = await ASoldPlace(lesson);
        await Stays(place.Student, lesson, lesson.Second(0), lesson.Second(400), sid: "PA_phone");
        await Stays(place.Student, lesson, lesson.Second(100), lesson.Second(300), sid: "PA_tablet");
        await Stays(place.Student, lesson, lesson.Second(300), lesson.Second(719), sid: "PA_laptop");

        (await Attendance(place.Student, lesson))!.AttendedSeconds.ShouldBe(719);
        await Finishes(lesson);
        await RunSettlement();
        (await Hold(place)).Status.ShouldBe("refunded");
    }

    [Fact]
    public async Task The_minutes_of_two_lessons_in_a_row_add_to_one_record()
    {
        var lesson = await ALesson();
        var place = await ASoldPlace(lesson);
        var second = lesson.RoomOfLesson(2);
        await Stays(place.Student, lesson, lesson.Minute(0), lesson.Minute(6));
        (await Finishes(lesson, lesson.Minute(20))).Message.ShouldBe("Session marked as completed");
        await Stays(place.Student, lesson, lesson.Minute(30), lesson.Minute(36), room: second);
        (await Finishes(lesson, lesson.End, second)).Message.ShouldBe("Session marked as completed");

        var attendance = (await Attendance(place.Student, lesson))!;
        (attendance.AttendedSeconds, attendance.AttendancePercentage, attendance.Intervals.Count).ShouldBe((720, 20m, 2));
        (await Session(lesson)).CompletedAt.ShouldBe(lesson.End);
        (await RunSettlement()).Released.ShouldBe(1);
    }

    [Fact]
    public async Task Time_before_the_start_counts_and_time_after_the_completion_does_not()
    {
        var lesson = await ALesson();
        var place = await ASoldPlace(lesson);
        var second = lesson.RoomOfLesson(2);
        await Stays(place.Student, lesson, lesson.Minute(-5), lesson.Minute(-1));
        await Stays(place.Student, lesson, lesson.Minute(48), lesson.Minute(70), room: second);
        await Finishes(lesson, lesson.Minute(56), second);

        var attendance = (await Attendance(place.Student, lesson))!;
        (attendance.AttendedSeconds, attendance.LeftAt).ShouldBe((240 + 480, lesson.Minute(56)));
    }

    [Fact]
    public async Task Parts_of_a_second_are_cut()
    {
        var lesson = await ALesson();
        var student = (await ASoldPlace(lesson)).Student;
        var told = LiveKitEvents.Left(lesson.Room, student, "PA_1", lesson.Start, lesson.Second(720));
        told["participant"]!.AsObject().Remove("joinedAt");
        told["participant"]!["joinedAtMs"] = $"{lesson.Start.ToUnixTimeMilliseconds() + 999}";
        await Webhook(told);

        var attendance = (await Attendance(student, lesson))!;
        (attendance.JoinedAt, attendance.AttendedSeconds).ShouldBe((lesson.Start, 720));
    }

    [Fact]
    public async Task An_end_before_its_start_counts_nothing()
    {
        var lesson = await ALesson();
        var student = (await ASoldPlace(lesson)).Student;
        await Webhook(LiveKitEvents.Left(lesson.Room, student, "PA_1", lesson.Minute(30), lesson.Minute(10)));

        var attendance = (await Attendance(student, lesson))!;
        (attendance.AttendedSeconds, attendance.AttendancePercentage, attendance.Status).ShouldBe((0, 0m, "absent"));
    }

    [Theory]
    [InlineData(0, 11, "absent")]
    [InlineData(0, 12, "present")]
    [InlineData(-30, 0, "present")]
    [InlineData(10, 30, "present")]
    [InlineData(11, 30, "late")]
    [InlineData(50, 58, "absent")]
    public async Task Who_came_late_or_too_little_is_told_apart(int from, int to, string status)
    {
        var lesson = await ALesson();
        var place = await ASoldPlace(lesson);

        await Stays(place.Student, lesson, lesson.Minute(from), lesson.Minute(to));

        (await Attendance(place.Student, lesson))!.Status.ShouldBe(status);
        (await Purchase(place)).Attended.ShouldBe(status != "absent");
    }

    [Fact]
    public async Task One_second_after_ten_minutes_is_late()
    {
        var lesson = await ALesson();
        var student = (await ASoldPlace(lesson)).Student;
        await Stays(student, lesson, lesson.Second(601), lesson.End);

        (await Attendance(student, lesson))!.Status.ShouldBe("late");
    }

    [Fact]
    public async Task Everybody_finds_their_own_under_me()
    {
        var lesson = await ALesson();
        var one = (await ASoldPlace(lesson)).Student;
        var other = (await ASoldPlace(lesson)).Student;
        await Stays(one, lesson, lesson.Minute(0), lesson.Minute(30));
        await Stays(other, lesson, lesson.Minute(0), lesson.Minute(15));

        var mine = (await Api.Get("/api/me/attendance", other)).Must(200).As<PageShape<AttendanceShape>>().Items.Single();

        (mine.UserId, mine.SessionId, mine.AttendancePercentage).ShouldBe((other.Id, lesson.Id, 25m));
        mine.Intervals.ShouldBe([new StayShape(lesson.Minute(0), lesson.Minute(15))]);
    }
}

[Collection(SqliteTests.Name)]
public sealed class StayTestsOnSqlite(SqliteApp app) : StayTests(app);

[Collection(MariaDbTests.Name)]
public sealed class StayTestsOnMariaDb(MariaDbApp app) : StayTests(app);
