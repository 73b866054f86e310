using TalkConnect.Domain.Courses;

namespace TalkConnect.Domain.UnitTests.Courses;

public sealed class SessionTimingTests
{
    private static readonly SessionTiming ADayLater = new(Grace: TimeSpan.FromMinutes(15), HoldPeriod: TimeSpan.FromHours(24));

    [Fact]
    public void Money_of_a_session_that_is_not_over_falls_due_after_the_grace_and_the_hold_period()
    {
        A.Timing.DueAt(A.Session()).ShouldBe(Today.At("11:15"));
        ADayLater.DueAt(A.Session()).ShouldBe(Today.At("11:15").AddDays(1));
    }

    [Theory]
    [InlineData("10:20", "11:00")]
    [InlineData("11:00", "11:00")]
    [InlineData("11:07", "11:07")]
    public void Money_of_a_completed_session_falls_due_at_its_end_but_not_before_the_scheduled_one(string completedAt, string expected)
    {
        var session = A.Session();
        session.Hear(Heard.Closed(completedAt));
        session.Follow([], settled: false, A.Timing);

        A.Timing.DueAt(session).ShouldBe(Today.At(expected));
        ADayLater.DueAt(session).ShouldBe(Today.At(expected).AddDays(1));
    }

    [Fact]
    public void Money_of_a_session_that_its_time_completed_falls_due_then()
    {
        var session = A.Session();
        session.CompleteWhenOverdue(A.Timing, Today.At("14:00"));

        A.Timing.DueAt(session).ShouldBe(Today.At("11:15"));
    }

    [Fact]
    public void Nobody_comes_in_after_the_scheduled_end_and_the_grace() =>
        A.Timing.LastEntry(A.Session(minutes: 30)).ShouldBe(Today.At("10:45"));
}
