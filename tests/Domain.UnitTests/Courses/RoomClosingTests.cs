using TalkConnect.Domain.Courses;

namespace TalkConnect.Domain.UnitTests.Courses;

public sealed class RoomClosingTests
{
    [Fact]
    public void Completes_the_session_at_that_moment()
    {
        var lesson = new Lesson().WasThere("teacher", "10:00", "10:50").Hear(Heard.Closed("10:50:20"));

        lesson.Session.Status.ShouldBe(SessionStatus.Completed);
        lesson.Session.CompletedAt.ShouldBe(Today.At("10:50:20"));
        lesson.Session.CompletedByClock.ShouldBeFalse();
    }

    [Fact]
    public void Completes_a_session_that_nobody_was_heard_in()
    {
        var lesson = new Lesson().Hear(Heard.Closed("10:05"));

        lesson.Session.Status.ShouldBe(SessionStatus.Completed);
    }

    [Theory]
    [InlineData("09:59:59", SessionStatus.InProgress)]
    [InlineData("10:00", SessionStatus.Completed)]
    public void Ends_nothing_that_has_not_begun(string at, SessionStatus expected)
    {
        var lesson = new Lesson().WasThere("teacher", "09:50", "09:55").Hear(Heard.Closed(at));

        lesson.Session.Status.ShouldBe(expected);
    }

    [Fact]
    public void Heard_before_the_start_ends_nothing_even_if_it_says_a_later_time()
    {
        var lesson = new Lesson().Hear(Heard.Closed("10:01", heardAt: "09:58"));

        lesson.Session.Status.ShouldBe(SessionStatus.Scheduled);
    }

    [Fact]
    public void Before_the_start_ends_nothing_however_late_it_is_heard()
    {
        var lesson = new Lesson().WasThere("teacher", "09:50", "09:55").Hear(Heard.Closed("09:56", heardAt: "10:05"));

        lesson.Session.Status.ShouldBe(SessionStatus.InProgress);
    }

    [Fact]
    public void Of_a_decoy_room_does_not_end_the_lesson_in_another()
    {
        var lesson = new Lesson()
            .Hear("teacher", Heard.Joined("10:00"))
            .Hear("student", Heard.Joined("10:10", room: Room.Lesson2), Heard.Left("10:10", "10:11", room: Room.Lesson2))
            .Hear(Heard.Closed("10:11:20", Room.Lesson2));

        lesson.Session.Status.ShouldBe(SessionStatus.InProgress);
        lesson.Session.CompletedAt.ShouldBeNull();
    }

    [Fact]
    public void Of_one_lesson_does_not_end_the_session_while_somebody_is_in_the_next()
    {
        var lesson = new Lesson()
            .WasThere("teacher", "10:00", "10:30")
            .Hear("teacher", Heard.Joined("10:29:50", "PA_2", Room.Lesson2))
            .Hear(Heard.Closed("10:30:20"));

        lesson.Session.Status.ShouldBe(SessionStatus.InProgress);
        lesson.Hear("teacher", Heard.Left("10:29:50", "11:00", "PA_2", Room.Lesson2)).Hear(Heard.Closed("11:00:20", Room.Lesson2));
        lesson.Session.CompletedAt.ShouldBe(Today.At("11:00:20"));
    }

    [Fact]
    public void Of_one_opening_does_not_end_the_session_while_somebody_is_in_the_next_one_of_the_same_name()
    {
        var lesson = new Lesson()
            .Hear("teacher", Heard.Joined("10:20", "PA_2", Room.Lesson1Again))
            .Hear(Heard.Closed("10:20:05"));

        lesson.Session.Status.ShouldBe(SessionStatus.InProgress);
    }

    [Fact]
    public void Is_held_up_by_anybody_not_only_by_a_participant()
    {
        var lesson = new Lesson()
            .WasThere("teacher", "10:00", "10:30")
            .Hear("visitor", Heard.Joined("10:10", "PA_9", Room.Lesson2))
            .Hear(Heard.Closed("10:30:20"));

        lesson.Session.Status.ShouldBe(SessionStatus.InProgress);
    }

    [Fact]
    public void Counts_when_the_other_room_is_empty_again_at_that_moment()
    {
        var lesson = new Lesson()
            .Hear("student", Heard.Left("10:10", "10:30:20", room: Room.Lesson2))
            .Hear("teacher", Heard.Left("10:00", "10:30", "PA_2"))
            .Hear(Heard.Closed("10:30:20"));

        lesson.Session.CompletedAt.ShouldBe(Today.At("10:30:20"));
    }

    [Fact]
    public void Without_a_sid_means_every_opening_of_that_name()
    {
        var lesson = new Lesson()
            .Hear("teacher", Heard.Joined("10:00"))
            .Hear(Heard.Closed("10:50", Room.Lesson1WithoutSid));

        lesson.Session.CompletedAt.ShouldBe(Today.At("10:50"));
    }

    [Fact]
    public void Told_twice_is_one_closing()
    {
        var lesson = new Lesson().Hear(Heard.Closed("10:50")).Hear(Heard.Closed("10:50"));

        lesson.Session.RoomEndings.Count.ShouldBe(1);
    }

    [Fact]
    public void After_the_first_moves_the_end_no_further()
    {
        var lesson = new Lesson()
            .WasThere("teacher", "10:00", "10:50")
            .Hear(Heard.Closed("10:50"))
            .Hear(Heard.Closed("10:52", Room.Lesson2));

        lesson.Session.CompletedAt.ShouldBe(Today.At("10:50"));
    }

    [Fact]
    public void Leaves_a_cancelled_session_cancelled()
    {
        var lesson = new Lesson();
        lesson.Session.Cancel("Ill", Today.At("09:30"));

        lesson.WasThere("teacher", "10:00", "10:50").Hear(Heard.Closed("10:50"));

        lesson.Session.Status.ShouldBe(SessionStatus.Cancelled);
        lesson.Session.CompletedAt.ShouldBeNull();
    }

    [Fact]
    public void Leaves_a_session_that_its_time_completed_as_it_is()
    {
        var lesson = new Lesson().WasThere("teacher", "10:00", "10:50").IsOver().Hear(Heard.Closed("10:50:20"));

        lesson.Session.CompletedAt.ShouldBe(Today.At("11:15"));
    }
}
