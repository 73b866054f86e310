using TalkConnect.Domain.Common;
using TalkConnect.Domain.Courses;

namespace TalkConnect.Domain.UnitTests.Courses;

public sealed class SessionMovesTests
{
    [Fact]
    public void Starts_when_somebody_comes()
    {
        var session = A.Session();

        session.Start();

        session.Status.ShouldBe(SessionStatus.InProgress);
    }

    [Theory]
    [InlineData(SessionStatus.InProgress)]
    [InlineData(SessionStatus.Completed)]
    [InlineData(SessionStatus.Cancelled)]
    public void Starts_only_once(SessionStatus status)
    {
        var session = In(status);

        session.Start();

        session.Status.ShouldBe(status);
    }

    [Theory]
    [InlineData(SessionStatus.Scheduled)]
    [InlineData(SessionStatus.InProgress)]
    public void Sells_places_until_it_is_over(SessionStatus status)
    {
        var session = In(status);

        session.SellPlace();
        session.SellPlace();

        session.PlacesSold.ShouldBe(2);
    }

    [Theory]
    [InlineData(SessionStatus.Completed)]
    [InlineData(SessionStatus.Cancelled)]
    public void Sells_no_place_afterwards(SessionStatus status)
    {
        var session = In(status);

        var error = Should.Throw<DomainException>(session.SellPlace);

        error.Code.ShouldBe("session_closed");
        error.Kind.ShouldBe(ErrorKind.Conflict);
        session.PlacesSold.ShouldBe(0);
    }

    [Theory]
    [InlineData(SessionStatus.Scheduled)]
    [InlineData(SessionStatus.InProgress)]
    public void Can_be_cancelled_until_it_is_over(SessionStatus status)
    {
        var session = In(status);

        session.Cancel("Ill", Today.At("09:30"));

        session.Status.ShouldBe(SessionStatus.Cancelled);
        session.CancelledAt.ShouldBe(Today.At("09:30"));
        session.CancelReason.ShouldBe("Ill");
        session.CompletedAt.ShouldBeNull();
    }

    [Theory]
    [InlineData(SessionStatus.Completed)]
    [InlineData(SessionStatus.Cancelled)]
    public void Cannot_be_cancelled_afterwards(SessionStatus status)
    {
        var session = In(status);
        var (cancelledAt, reason) = (session.CancelledAt, session.CancelReason);

        var error = Should.Throw<DomainException>(() => session.Cancel("Ill", Today.At("12:00")));

        error.Code.ShouldBe("invalid_transition");
        error.Kind.ShouldBe(ErrorKind.Conflict);
        session.Status.ShouldBe(status);
        session.CancelledAt.ShouldBe(cancelledAt);
        session.CancelReason.ShouldBe(reason);
    }

    [Theory]
    [InlineData("11:14:59", false)]
    [InlineData("11:15", true)]
    [InlineData("17:00", true)]
    public void Is_completed_by_the_clock_when_the_grace_is_over(string now, bool expected)
    {
        var session = A.Session();

        session.CompleteWhenOverdue(A.Timing, Today.At(now)).ShouldBe(expected);

        (session.Status is SessionStatus.Completed).ShouldBe(expected);
        session.CompletedByClock.ShouldBe(expected);
    }

    [Theory]
    [InlineData(SessionStatus.Scheduled)]
    [InlineData(SessionStatus.InProgress)]
    public void Is_over_at_the_end_of_the_grace_however_late_the_clock_looks(SessionStatus status)
    {
        var session = In(status);

        session.CompleteWhenOverdue(A.Timing, Today.At("17:00"));

        session.CompletedAt.ShouldBe(Today.At("11:15"));
    }

    [Theory]
    [InlineData(SessionStatus.Completed)]
    [InlineData(SessionStatus.Cancelled)]
    public void Is_not_completed_twice(SessionStatus status)
    {
        var session = In(status);
        var completedAt = session.CompletedAt;

        session.CompleteWhenOverdue(A.Timing, Today.At("17:00")).ShouldBeFalse();

        session.Status.ShouldBe(status);
        session.CompletedAt.ShouldBe(completedAt);
    }

    [Theory]
    [InlineData(SessionStatus.Scheduled, "07:00")]
    [InlineData(SessionStatus.InProgress, "11:15")]
    [InlineData(SessionStatus.Completed, "11:15")]
    public void Lets_people_in_until_the_grace_is_over(SessionStatus status, string now) =>
        Should.NotThrow(() => In(status).MustBeOpen(A.Timing, Today.At(now)));

    [Theory]
    [InlineData(SessionStatus.Scheduled, "11:15:01")]
    [InlineData(SessionStatus.InProgress, "11:15:01")]
    [InlineData(SessionStatus.Completed, "11:15:01")]
    [InlineData(SessionStatus.Cancelled, "10:05")]
    public void Lets_nobody_in_afterwards_or_when_it_is_cancelled(SessionStatus status, string now) =>
        Should.Throw<DomainException>(() => In(status).MustBeOpen(A.Timing, Today.At(now))).Code.ShouldBe("session_closed");

    [Fact]
    public void Lets_nobody_in_once_the_clock_has_completed_it()
    {
        var session = A.Session();
        session.CompleteWhenOverdue(A.Timing, Today.At("11:15"));

        Should.Throw<DomainException>(() => session.MustBeOpen(A.Timing, Today.At("11:15"))).Code.ShouldBe("session_closed");
    }

    /// <summary>A session in that state; one that is completed ended at 10:30, when its room closed.</summary>
    private static CourseSession In(SessionStatus status)
    {
        var session = A.Session();
        switch (status)
        {
            case SessionStatus.InProgress:
                session.Start();
                break;
            case SessionStatus.Completed:
                session.Hear(Heard.Closed("10:30"));
                session.Follow([], settled: false, A.Timing);
                break;
            case SessionStatus.Cancelled:
                session.Cancel(null, Today.At("09:00"));
                break;
        }

        session.Status.ShouldBe(status);
        return session;
    }
}
