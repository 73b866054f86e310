using TalkConnect.Domain.Attendance;

namespace TalkConnect.Domain.UnitTests.Attendance;

/// <summary>A leave beats an abort, an abort beats the closing of the room, and all of them beat the end of the session.</summary>
public sealed class EndOfAStayTests
{
    private readonly Lesson _lesson = new();

    [Theory]
    [InlineData("10:20")]
    [InlineData("10:40")]
    public void Is_the_leave_whatever_an_abort_says(string abortedAt)
    {
        ConnectionEvent[] events = [Heard.Joined("10:00"), Heard.Aborted("10:00", abortedAt), Heard.Left("10:00", "10:30")];

        new Lesson().Hear("student", events).StudentRecord.Lines().ShouldBe(["10:00:00-10:30:00 Left"]);
        new Lesson().Hear("student", [.. events.Reverse()]).StudentRecord.Lines().ShouldBe(["10:00:00-10:30:00 Left"]);
    }

    [Fact]
    public void Is_the_earliest_of_several_leaves()
    {
        ConnectionEvent[] events = [Heard.Left("10:00", "10:40"), Heard.Left("10:00", "10:30"), Heard.Left("10:00", "10:50")];

        _lesson.Hear("student", events).StudentRecord.Lines().ShouldBe(["10:00:00-10:30:00 Left"]);
    }

    [Fact]
    public void Is_the_abort_when_no_leave_was_heard() =>
        _lesson.Hear("student", Heard.Joined("10:00"), Heard.Aborted("10:00", "10:20")).StudentRecord.Lines()
            .ShouldBe(["10:00:00-10:20:00 Aborted"]);

    [Fact]
    public void Is_the_abort_even_if_it_was_heard_before_the_join() =>
        _lesson.Hear("student", Heard.Aborted("10:00", "10:20"), Heard.Joined("10:00")).StudentRecord.Lines()
            .ShouldBe(["10:00:00-10:20:00 Aborted"]);

    [Fact]
    public void Makes_no_stay_when_it_is_an_abort_alone()
    {
        var record = _lesson.Hear("student", Heard.Aborted("10:00", "10:20")).StudentRecord;

        record.Intervals.ShouldBeEmpty();
        record.Entered.ShouldBeFalse();
    }

    [Fact]
    public void Is_the_closing_of_the_room_when_no_leave_was_heard() =>
        _lesson.Hear("student", Heard.Joined("10:00")).Hear(Heard.Closed("10:50")).StudentRecord.Lines()
            .ShouldBe(["10:00:00-10:50:00 RoomFinished"]);

    [Fact]
    public void Is_the_closing_even_if_that_was_heard_before_the_join() =>
        _lesson.Hear(Heard.Closed("10:50")).Hear("student", Heard.Joined("10:00")).StudentRecord.Lines()
            .ShouldBe(["10:00:00-10:50:00 RoomFinished"]);

    [Fact]
    public void Is_the_leave_even_if_it_was_heard_after_the_closing()
    {
        _lesson.Hear("student", Heard.Joined("10:00")).Hear(Heard.Closed("10:50"));

        _lesson.Hear("student", Heard.Left("10:00", "10:45")).StudentRecord.Lines().ShouldBe(["10:00:00-10:45:00 Left"]);
    }

    [Fact]
    public void Is_the_abort_even_if_the_room_closed_too() =>
        _lesson.Hear("student", Heard.Joined("10:00"), Heard.Aborted("10:00", "10:20")).Hear(Heard.Closed("10:50")).StudentRecord.Lines()
            .ShouldBe(["10:00:00-10:20:00 Aborted"]);

    [Fact]
    public void Is_not_the_closing_of_another_room() =>
        _lesson.Hear("student", Heard.Joined("10:00")).Hear(Heard.Closed("10:50", Room.Lesson2)).StudentRecord.Lines()
            .ShouldBe(["10:00:00-open"]);

    [Fact]
    public void Is_not_the_closing_of_another_opening_of_the_room() =>
        _lesson.Hear("student", Heard.Joined("10:00")).Hear(Heard.Closed("10:50", Room.Lesson1Again)).StudentRecord.Lines()
            .ShouldBe(["10:00:00-open"]);

    [Fact]
    public void Is_the_closing_under_the_rooms_name_when_that_says_no_sid() =>
        _lesson.Hear("student", Heard.Joined("10:00")).Hear(Heard.Closed("10:50", Room.Lesson1WithoutSid)).StudentRecord.Lines()
            .ShouldBe(["10:00:00-10:50:00 RoomFinished"]);

    [Fact]
    public void Is_the_first_closing_after_the_join_when_only_the_name_is_known() =>
        _lesson
            .Hear("student", Heard.Joined("10:05"))
            .Hear(Heard.Closed("10:50", Room.Lesson1WithoutSid))
            .Hear(Heard.Closed("10:02", Room.Lesson1WithoutSid))
            .Hear(Heard.Closed("10:40", Room.Lesson1WithoutSid))
            .StudentRecord.Lines().ShouldBe(["10:05:00-10:40:00 RoomFinished"]);

    [Fact]
    public void Names_the_event_that_it_is_known_from() =>
        _lesson.Hear("student", Heard.Joined("10:00")).Hear(Heard.Closed("10:50")).StudentRecord.Intervals[0].EventIds
            .ShouldBe(["Joined PA_1 10:00:00-10:00:02", "closed RM_1 10:50:00"]);

    [Fact]
    public void Is_the_end_of_the_session_when_nothing_was_heard() =>
        _lesson.Hear("student", Heard.Joined("10:00")).IsOver().StudentRecord.Lines().ShouldBe(["10:00:00-11:15:00 SessionCompleted"]);

    [Fact]
    public void Is_no_later_than_the_end_of_the_session()
    {
        var record = _lesson.Hear("student", Heard.Left("10:00", "12:00")).IsOver().StudentRecord;

        record.AttendedSeconds.ShouldBe(4_500);
        record.LeftAt.ShouldBe(Today.At("11:15"));
    }

    [Fact]
    public void Stays_as_it_is_when_it_was_before_the_end_of_the_session() =>
        _lesson.WasThere("student", "10:00", "10:30").IsOver().StudentRecord.Lines().ShouldBe(["10:00:00-10:30:00 Left"]);

    [Fact]
    public void Leaves_out_what_began_after_the_session()
    {
        var record = _lesson.WasThere("student", "10:00", "10:30").IsOver()
            .Hear("student", Heard.Left("11:20", "11:40", "PA_2")).StudentRecord;

        record.Lines().ShouldBe(["10:00:00-10:30:00 Left"]);
        record.LeftAt.ShouldBe(Today.At("10:30"));
    }
}
