using TalkConnect.Domain.Courses;

namespace TalkConnect.Domain.UnitTests.Courses;

public sealed class StartingTests
{
    [Theory]
    [InlineData("teacher", SessionStatus.InProgress)]
    [InlineData("student", SessionStatus.InProgress)]
    [InlineData("visitor", SessionStatus.Scheduled)]
    public void Takes_a_participant(string person, SessionStatus expected) =>
        new Lesson().Hear(person, Heard.Joined("10:00")).Session.Status.ShouldBe(expected);

    [Fact]
    public void Does_not_wait_for_the_scheduled_time() =>
        new Lesson().Hear("teacher", Heard.Joined("09:30")).Session.Status.ShouldBe(SessionStatus.InProgress);

    [Fact]
    public void Is_known_from_a_leave_alone()
    {
        new Lesson().Hear("teacher", Heard.Left("10:00", "10:10")).Session.Status.ShouldBe(SessionStatus.InProgress);
        new Lesson().Hear("teacher", HeardWithoutSids.Left("10:10")).Session.Status.ShouldBe(SessionStatus.InProgress);
    }

    [Fact]
    public void Is_not_known_from_a_connection_that_was_given_up() =>
        new Lesson().Hear("teacher", Heard.Aborted("10:00", "10:01")).Session.Status.ShouldBe(SessionStatus.Scheduled);

    [Fact]
    public void Leaves_a_cancelled_session_cancelled()
    {
        var lesson = new Lesson();
        lesson.Session.Cancel(null, Today.At("09:00"));

        lesson.Hear("teacher", Heard.Joined("10:00")).Session.Status.ShouldBe(SessionStatus.Cancelled);
    }

    /// <summary>The visitor in another room kept the session from being over, whether that is heard before or after the closing.</summary>
    [Fact]
    public void Is_not_owed_to_the_order_in_which_a_visitor_and_a_closing_are_heard()
    {
        var visit = Heard.Left("10:00", "10:40", room: Room.Lesson2);
        var closing = Heard.Closed("10:30");

        new Lesson().Hear("visitor", visit).Hear(closing).Session.Status.ShouldBe(SessionStatus.Scheduled);
        new Lesson().Hear(closing).Hear("visitor", visit).Session.Status.ShouldBe(SessionStatus.Scheduled);
    }
}
