using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Users;

namespace TalkConnect.Domain.UnitTests.Attendance;

public sealed class SessionRegisterTests
{
    private readonly Lesson _lesson = new();

    [Theory]
    [InlineData("teacher", true)]
    [InlineData("student", true)]
    [InlineData("visitor", false)]
    public void Knows_who_takes_part(string person, bool expected) =>
        _lesson.Register().IsParticipant(UserId.From(person)).ShouldBe(expected);

    [Fact]
    public void Lets_the_purchase_follow_the_attendance()
    {
        _lesson.WasThere("student", "10:00", "10:11:59");
        (_lesson.Sale.Purchase.Attended, _lesson.Sale.Purchase.AttendanceDurationMinutes).ShouldBe((false, 11));

        _lesson.WasThere("student", "10:20", "10:21", "PA_2");
        (_lesson.Sale.Purchase.Attended, _lesson.Sale.Purchase.AttendanceDurationMinutes).ShouldBe((true, 12));
    }

    [Fact]
    public void Takes_somebody_who_came_late_for_attending()
    {
        _lesson.WasThere("student", "10:20", "10:40");

        _lesson.StudentRecord.Status.ShouldBe(AttendanceStatus.Late);
        _lesson.Sale.Purchase.Attended.ShouldBeTrue();
    }

    [Fact]
    public void Does_not_mistake_the_teachers_attendance_for_the_students()
    {
        _lesson.WasThere("teacher", "10:00", "11:00");

        _lesson.Sale.Purchase.Attended.ShouldBeFalse();
        _lesson.StudentRecord.AttendedSeconds.ShouldBe(0);
    }

    [Fact]
    public void Closes_everybodys_open_stay_when_the_session_is_over()
    {
        _lesson.Hear("teacher", Heard.Joined("10:00")).Hear("student", Heard.Joined("10:05", room: Room.Lesson2)).IsOver();

        _lesson.TeacherRecord.Lines().ShouldBe(["10:00:00-11:15:00 SessionCompleted"]);
        _lesson.StudentRecord.Lines().ShouldBe(["10:05:00-11:15:00 SessionCompleted"]);
    }

    [Fact]
    public void Gives_everybody_back_what_the_end_had_cut_when_the_session_goes_on()
    {
        _lesson.WasThere("student", "10:00", "10:40").Hear(Heard.Closed("10:30"));
        _lesson.StudentRecord.AttendedSeconds.ShouldBe(1_800);

        _lesson.Hear("teacher", Heard.Joined("10:31", "PA_2", Room.Lesson1Again));
        _lesson.StudentRecord.AttendedSeconds.ShouldBe(2_400);
    }

    [Fact]
    public void Moves_the_due_time_with_the_session()
    {
        _lesson.WasThere("teacher", "10:00", "10:30").Hear(Heard.Closed("10:30"));
        _lesson.Hold.DueAt.ShouldBe(Today.At("11:00"));

        _lesson.Hear("teacher", Heard.Joined("10:31", "PA_2", Room.Lesson1Again));
        _lesson.Hold.DueAt.ShouldBe(Today.At("11:15"));
    }

    [Fact]
    public void Takes_a_students_attendance_for_final_once_the_hold_has_settled()
    {
        _lesson.Register().IsFinal(UserId.From("student")).ShouldBeFalse();

        _lesson.WasThere("student", "10:00", "10:05").Hear(Heard.Closed("10:50")).Settle();

        _lesson.Register().IsFinal(UserId.From("student")).ShouldBeTrue();
        _lesson.Register().IsFinal(UserId.From("teacher")).ShouldBeFalse();
    }

    [Fact]
    public void Leaves_attendance_purchase_and_due_time_alone_once_the_hold_has_settled()
    {
        _lesson.WasThere("student", "10:00", "10:05").Hear(Heard.Closed("10:50")).Settle();

        _lesson.Hear("student", Heard.Left("10:05", "10:50", "PA_2")).Hear(Heard.Closed("10:58", Room.Lesson2));

        _lesson.StudentRecord.AttendedSeconds.ShouldBe(300);
        _lesson.Sale.Purchase.Attended.ShouldBeFalse();
        _lesson.Sale.Purchase.AttendanceDurationMinutes.ShouldBe(5);
        _lesson.Hold.DueAt.ShouldBe(Today.At("11:00"));
        _lesson.Session.Status.ShouldBe(SessionStatus.Completed);
    }

    [Fact]
    public void Finds_records_by_session_and_person()
    {
        AttendanceRecord[] records = [Record("r1", "s1", "kim"), Record("r2", "s1", "lee"), Record("r3", "s2", "kim")];

        Found(records, new AttendanceOf(SessionId.From("s1"), UserId.From("kim"))).ShouldBe(["r1"]);
    }

    [Fact]
    public void Lists_the_records_of_a_session_in_the_order_of_their_ids()
    {
        AttendanceRecord[] records = [Record("r2", "s1", "lee"), Record("r3", "s2", "kim"), Record("r1", "s1", "kim")];

        Found(records, new AttendanceOfSession(SessionId.From("s1"))).ShouldBe(["r1", "r2"]);
    }

    private static AttendanceRecord Record(string id, string session, string person) =>
        AttendanceRecord.Open(AttendanceRecordId.From(id), SessionId.From(session), UserId.From(person), Today.At("10:00"));

    private static IEnumerable<string> Found(AttendanceRecord[] records, ISpecification<AttendanceRecord> specification) =>
        SpecificationEvaluator.Default.GetQuery(records.AsQueryable(), specification).Select(record => record.Id.Value);
}
