using System.Text.Json;

namespace TalkConnect.Web.FunctionalTests.Attendance;

/// <summary>Bodies in snake_case with numbers and without sids: the form in which the platform's own tools write them.</summary>
public abstract class SnakeCaseTests(TalkConnectApp app) : FunctionalTest(app)
{
    [Fact]
    public async Task Join_leave_and_closing_work_without_sids()
    {
        var lesson = await ALesson(courseId: "123");
        var place = await ASoldPlace(lesson);
        var room = new { name = lesson.Room.Name };
        var start = lesson.Start.ToUnixTimeSeconds();

        var join = await Tell(new { @event = "participant_joined", room, participant = new { identity = place.Student.Id, joined_at = start } });
        var leave = await Tell(
            new { @event = "participant_left", room, participant = new { identity = place.Student.Id, joined_at = start }, created_at = start + 1200 });
        App.Clock.Now = lesson.End;
        var finished = await Tell(new { @event = "room_finished", room, created_at = start + 3600 });

        join.Message.ShouldBe("Attendance recorded");
        join.Json.GetProperty("user_id").GetString().ShouldBe(place.Student.Id);
        leave.Message.ShouldBe("Attendance updated");
        leave.Json.GetProperty("attendance_percentage").GetDecimal().ShouldBe(33.33m);
        leave.Json.GetProperty("duration_minutes").GetInt32().ShouldBe(20);
        finished.Message.ShouldBe("Session marked as completed");
        (await RunSettlement()).Released.ShouldBe(1);
        (await Hold(place)).ReleasePercentage.ShouldBe(33.33m);
    }

    [Fact]
    public async Task The_next_leave_closes_the_open_stay()
    {
        var lesson = await ALesson();
        var student = (await ASoldPlace(lesson)).Student;
        var room = new { name = lesson.Room.Name };
        var participant = new { identity = student.Id };

        await Tell(new { @event = "participant_joined", room, participant, created_at = lesson.Minute(0).ToUnixTimeSeconds() });
        await Tell(new { @event = "participant_left", room, participant, created_at = lesson.Minute(10).ToUnixTimeSeconds() });
        await Tell(new { @event = "participant_joined", room, participant, created_at = lesson.Minute(20).ToUnixTimeSeconds() });
        await Tell(new { @event = "participant_left", room, participant, created_at = lesson.Minute(25).ToUnixTimeSeconds() });

        var attendance = (await Attendance(student, lesson))!;
        attendance.AttendedSeconds.ShouldBe(15 * 60);
        attendance.Intervals.ShouldBe([new(lesson.Minute(0), lesson.Minute(10)), new(lesson.Minute(20), lesson.Minute(25))]);
    }

    [Fact]
    public async Task Without_any_time_the_moment_of_hearing_counts()
    {
        var lesson = await ALesson();
        var student = (await ASoldPlace(lesson)).Student;
        var room = new { name = lesson.Room.Name };
        App.Clock.Now = lesson.Minute(1);

        await Tell(new { @event = "participant_joined", room, participant = new { identity = student.Id } });

        (await Attendance(student, lesson))!.JoinedAt.ShouldBe(lesson.Minute(1));
    }

    [Fact]
    public async Task Without_an_id_the_same_body_is_the_same_event_and_another_body_is_another()
    {
        var lesson = await ALesson();
        var student = (await ASoldPlace(lesson)).Student;
        var body = JsonSerializer.Serialize(new
        {
            @event = "participant_joined",
            room = new { name = lesson.Room.Name },
            participant = new { identity = student.Id, joined_at = lesson.Start.ToUnixTimeSeconds() },
        });

        (await LiveKit.TellsText(body)).Must(200).Message.ShouldBe("Attendance recorded");
        (await LiveKit.TellsText(body)).Must(200).Message.ShouldBe("Event already processed");
        (await LiveKit.TellsText(body + " ")).Must(200).Message.ShouldBe("Attendance recorded");
        (await Attendance(student, lesson))!.Intervals.Count.ShouldBe(1);
    }

    private async Task<Answer> Tell(object body) => (await LiveKit.TellsText(JsonSerializer.Serialize(body))).Must(200);
}

[Collection(SqliteTests.Name)]
public sealed class SnakeCaseTestsOnSqlite(SqliteApp app) : SnakeCaseTests(app);

[Collection(MariaDbTests.Name)]
public sealed class SnakeCaseTestsOnMariaDb(MariaDbApp app) : SnakeCaseTests(app);
