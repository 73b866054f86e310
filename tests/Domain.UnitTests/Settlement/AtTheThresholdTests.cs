using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Settlement;

namespace TalkConnect.Domain.UnitTests.Settlement;

/// <summary>A whole day of session, where one second is less than a hundredth of a per cent twice over.</summary>
public sealed class AtTheThresholdTests
{
    [Theory]
    [InlineData("14:47:59", 19.99, PaymentHoldStatus.Refunded, -1)]
    [InlineData("14:48:00", 20.00, PaymentHoldStatus.Released, 0)]
    [InlineData("14:48:01", 20.00, PaymentHoldStatus.Released, 1)]
    public void One_second_decides(string leftAt, decimal percentage, PaymentHoldStatus status, int margin)
    {
        var lesson = Lasting(minutes: 1440, leftAt);

        var receipt = lesson.Settle().Receipt;

        lesson.Hold.Status.ShouldBe(status);
        lesson.Hold.ReleasePercentage.ShouldBe(AttendancePercentage.Of(percentage));
        receipt.MarginSeconds.ShouldBe(margin);
    }

    [Theory]
    [InlineData("10:11:59", 1)]
    [InlineData("10:12", 0)]
    public void Of_an_hour_it_takes_twelve_minutes(string leftAt, int refunds)
    {
        var lesson = Lasting(minutes: 60, leftAt);

        lesson.Settle();

        lesson.Student.CreditBalance.ShouldBe(Money.Of(100m * refunds));
    }

    [Theory]
    [InlineData(19.99, PaymentHoldStatus.Released)]
    [InlineData(20.00, PaymentHoldStatus.Refunded)]
    public void The_threshold_counts_as_it_stands_at_that_moment(decimal threshold, PaymentHoldStatus expected)
    {
        var lesson = Lasting(minutes: 1440, "14:47:59");

        lesson.Settle(A.Rules(threshold: threshold));

        lesson.Hold.Status.ShouldBe(expected);
    }

    private static Lesson Lasting(int minutes, string leftAt)
    {
        var lesson = new Lesson(minutes).WasThere("student", "10:00", leftAt);
        lesson.Session.CompleteWhenOverdue(A.Timing, lesson.Session.ScheduledEnd.AddHours(1));
        return lesson.Reconcile();
    }
}
