using TalkConnect.Domain.Courses;

namespace TalkConnect.Domain.UnitTests.Courses;

public sealed class RoomNameTests
{
    [Theory]
    [InlineData("course_123_session_1_lesson_1", "123", 1, 1)]
    [InlineData("course_abc_def_session_12_lesson_3", "abc_def", 12, 3)]
    [InlineData("course___session_1_lesson_1", "_", 1, 1)]
    [InlineData("course_1_session_2_lesson_3_session_4_lesson_5", "1_session_2_lesson_3", 4, 5)]
    [InlineData("course_course_1_session_4_lesson_5", "course_1", 4, 5)]
    [InlineData("course_0197f3a2-7c1e-7d3b-9a55-0123456789ab_session_2_lesson_1", "0197f3a2-7c1e-7d3b-9a55-0123456789ab", 2, 1)]
    [InlineData("course_123_session_999999_lesson_99", "123", 999_999, 99)]
    [InlineData("course_123_session_2147483647_lesson_2147483647", "123", int.MaxValue, int.MaxValue)]
    public void Is_read_from_the_end(string text, string course, int session, int lesson) =>
        RoomName.TryParse(text).ShouldBe(new RoomName(CourseId.From(course), session, lesson));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("lobby")]
    [InlineData("course_123_session_1")]
    [InlineData("course_123_session_1_lesson_")]
    [InlineData("course__session_1_lesson_1")]
    [InlineData("course_123_session_one_lesson_1")]
    [InlineData("course_123_session_-1_lesson_1")]
    [InlineData("course_123_session_+1_lesson_1")]
    [InlineData("course_123_session_1.0_lesson_1")]
    [InlineData("course_123_session_1_lesson_ 1")]
    [InlineData("Course_123_Session_1_Lesson_1")]
    [InlineData("my_course_123_session_1_lesson_1")]
    [InlineData("course_123_session_1_lesson_1_extra")]
    public void Of_another_form_is_no_course_session_room(string? text) => RoomName.TryParse(text).ShouldBeNull();

    [Theory]
    [InlineData("course_123_session_2147483648_lesson_1")]
    [InlineData("course_123_session_1_lesson_2147483648")]
    [InlineData("course_123_session_99999999999999999999999999_lesson_1")]
    public void With_a_number_that_overflows_is_no_course_session_room(string text) => RoomName.TryParse(text).ShouldBeNull();

    [Theory]
    [InlineData("course_123_session_١_lesson_1")]
    [InlineData("course_123_session_1_lesson_１")]
    [InlineData("course_123_session_1_lesson_१")]
    public void With_other_digits_than_ascii_is_no_course_session_room(string text) => RoomName.TryParse(text).ShouldBeNull();

    [Theory]
    [InlineData("course_123_session_1_lesson_1\n")]
    [InlineData("course_123_session_1_lesson_1\r\n")]
    [InlineData("\ncourse_123_session_1_lesson_1")]
    [InlineData("course_1\n23_session_1_lesson_1")]
    public void With_a_line_break_is_no_course_session_room(string text) => RoomName.TryParse(text).ShouldBeNull();

    [Theory]
    [InlineData("course_a b_session_1_lesson_1")]
    [InlineData("course_a#b_session_1_lesson_1")]
    [InlineData("course_ü_session_1_lesson_1")]
    [InlineData("course_1234567890123456789012345678901234567_session_1_lesson_1")]
    public void Of_what_cannot_be_a_course_is_no_course_session_room(string text) => RoomName.TryParse(text).ShouldBeNull();

    [Theory]
    [InlineData("123", 1, 1)]
    [InlineData("a_session_1_lesson_1", 999_999, 99)]
    public void Is_read_as_it_is_written(string course, int session, int lesson)
    {
        var name = new RoomName(CourseId.From(course), session, lesson);

        RoomName.TryParse(name.ToString()).ShouldBe(name);
    }

    [Fact]
    public void Is_that_of_the_sessions_lesson()
    {
        var session = A.Session(course: "abc_def", number: 12);

        session.Room.ToString().ShouldBe("course_abc_def_session_12_lesson_1");
        session.RoomOf(lesson: 3).ToString().ShouldBe("course_abc_def_session_12_lesson_3");
    }

    [Fact]
    public void Leads_to_the_session_with_that_number_in_that_course()
    {
        CourseSession[] sessions =
        [
            A.Session(id: "wanted", course: "123", number: 2),
            A.Session(id: "other-number", course: "123", number: 1),
            A.Session(id: "other-course", course: "12", number: 2),
        ];

        sessions.Where(new SessionOfRoom(CourseId.From("123"), 2).IsSatisfiedBy).Select(session => session.Id.Value).ShouldBe(["wanted"]);
    }
}
