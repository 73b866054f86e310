using System.Text.Json.Nodes;

namespace TalkConnect.Web.FunctionalTests.Attendance;

public abstract class RoomTests(TalkConnectApp app) : FunctionalTest(app)
{
    [Theory]
    [InlineData("123")]
    [InlineData("french_for_beginners")]
    [InlineData("x_session_1_lesson_1")]
    [InlineData("course_a_session_1_lesson_1")]
    [InlineData("_")]
    public async Task Are_found_whatever_the_courses_id_contains(string courseId)
    {
        var lesson = await ALesson(courseId: courseId, number: 7);
        var place = await ASoldPlace(lesson);
        (await Session(lesson)).Room.ShouldBe($"course_{courseId}_session_7_lesson_1");

        var answer = await Stays(place.Student, lesson, lesson.Minute(0), lesson.Minute(30));

        answer.Message.ShouldBe("Attendance updated");
        (await Attendance(place.Student, lesson))!.AttendancePercentage.ShouldBe(50m);
    }

    [Fact]
    public async Task Of_courses_with_similar_ids_are_told_apart()
    {
        var teacher = await ATeacher();
        var one = await ALesson(teacher, courseId: "a");
        var other = await ALesson(teacher, courseId: "a_session_1_lesson_1");
        var student = await AStudent(credit: 200);
        await Buys(student, one);
        await Buys(student, other);

        await Stays(student, other, other.Minute(0), other.Minute(30));

        (await Attendance(student, one)).ShouldBeNull();
        (await Attendance(student, other))!.AttendancePercentage.ShouldBe(50m);
    }

    [Theory]
    [InlineData("lobby")]
    [InlineData("course_1_session_1")]
    [InlineData("Course_1_session_1_lesson_1")]
    [InlineData("course__session_1_lesson_1")]
    [InlineData("course_1_session_one_lesson_1")]
    [InlineData("course_1_session_-1_lesson_1")]
    [InlineData("course_1_session_1_lesson_99999999999")]
    [InlineData("course_1_session_4294967297_lesson_1")]
    [InlineData("course_1_session_１_lesson_1")]
    [InlineData("course_1_session_1_lesson_1\n")]
    [InlineData(" course_1_session_1_lesson_1")]
    public async Task With_any_other_name_are_none_of_ours(string name)
    {
        var lesson = await ALesson(courseId: "1");

        foreach (var told in Events(Room.Named(name), lesson))
        {
            (await Webhook(told)).Must(200).Message.ShouldBe("Not a course session room");
        }
    }

    [Theory]
    [InlineData("course_nope_session_1_lesson_1")]
    [InlineData("course_1_session_2_lesson_1")]
    [InlineData("course_a b_session_1_lesson_1")]
    [InlineData("course_Lớp_session_1_lesson_1")]
    [InlineData("course_an-id-that-is-longer-than-any-id-can-be_session_1_lesson_1")]
    public async Task Of_sessions_that_do_not_exist_are_told_so(string name)
    {
        var lesson = await ALesson(courseId: "1");

        foreach (var told in Events(Room.Named(name), lesson))
        {
            (await Webhook(told)).Must(200).Message.ShouldBe("Session not found");
        }
    }

    [Fact]
    public async Task Other_events_of_them_are_received()
    {
        var lesson = await ALesson();
        foreach (var name in new[] { "room_started", "track_published", "track_unpublished", "egress_ended", "participant_teleported" })
        {
            (await Webhook(LiveKitEvents.Of(name, lesson.Room, lesson.Start))).Must(200).Message.ShouldBe("Event received");
        }

        (await Session(lesson)).Status.ShouldBe("scheduled");
    }

    [Fact]
    public async Task A_leading_zero_is_the_same_number()
    {
        var lesson = await ALesson(courseId: "1");
        await ASoldPlace(lesson);

        (await Joins(lesson.Teacher, lesson, lesson.Start, "PA_1", Room.Named("course_1_session_01_lesson_001"))).Message.ShouldBe("Attendance recorded");
    }

    private static JsonObject[] Events(Room room, Lesson lesson) =>
    [
        LiveKitEvents.Joined(room, lesson.Teacher, "PA_1", lesson.Start),
        LiveKitEvents.Left(room, lesson.Teacher, "PA_1", lesson.Start, lesson.End),
        LiveKitEvents.RoomFinished(room, lesson.End),
    ];
}

[Collection(SqliteTests.Name)]
public sealed class RoomTestsOnSqlite(SqliteApp app) : RoomTests(app);

[Collection(MariaDbTests.Name)]
public sealed class RoomTestsOnMariaDb(MariaDbApp app) : RoomTests(app);
