using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Settlement;

namespace TalkConnect.Domain.UnitTests.Settlement;

public sealed class PaymentHoldTests
{
    private static readonly SettlementDecision Release = Decision(SettlementOutcome.Released, SettlementReason.Attended, 83.33m);

    private static readonly SettlementDecision Refund = Decision(
        SettlementOutcome.Refunded, SettlementReason.AttendanceBelowThreshold, 19.9m);

    private static readonly SettlementDecision Cancellation = Decision(SettlementOutcome.Refunded, SettlementReason.SessionCancelled, null);

    [Fact]
    public void Waits_until_it_is_settled()
    {
        var hold = A.Hold();

        hold.Status.ShouldBe(PaymentHoldStatus.Held);
        hold.IsSettled.ShouldBeFalse();
        hold.ReleasedAt.ShouldBeNull();
        hold.ReleasePercentage.ShouldBeNull();
        hold.Notes.ShouldBeNull();
        hold.Attempts.ShouldBe(0);
        hold.NextTryAt.ShouldBeNull();
    }

    [Fact]
    public void Remembers_a_release()
    {
        var hold = Settled(Release);

        hold.Status.ShouldBe(PaymentHoldStatus.Released);
        hold.IsSettled.ShouldBeTrue();
        hold.ReleasedAt.ShouldBe(Today.At("11:20"));
        hold.ReleasePercentage.ShouldBe(AttendancePercentage.Of(83.33m));
        hold.Notes.ShouldBe("Released to teacher (attendance: 83.33%)");
    }

    [Fact]
    public void Remembers_a_refund()
    {
        var hold = Settled(Refund);

        hold.Status.ShouldBe(PaymentHoldStatus.Refunded);
        hold.IsSettled.ShouldBeTrue();
        hold.ReleasedAt.ShouldBe(Today.At("11:20"));
        hold.ReleasePercentage.ShouldBe(AttendancePercentage.Of(19.9m));
        hold.Notes.ShouldBe("Refunded to student (attendance: 19.9%)");
    }

    [Fact]
    public void Remembers_a_cancellation_without_a_percentage()
    {
        var hold = Settled(Cancellation);

        hold.Status.ShouldBe(PaymentHoldStatus.Refunded);
        hold.ReleasePercentage.ShouldBeNull();
        hold.Notes.ShouldBe("Refunded to student (session cancelled)");
    }

    [Fact]
    public void Cannot_be_settled_twice()
    {
        var hold = Settled(Release);

        var error = Should.Throw<DomainException>(() => hold.Settle(Refund, Today.At("11:25")));

        error.Code.ShouldBe("already_settled");
        error.Kind.ShouldBe(ErrorKind.Conflict);
        hold.Status.ShouldBe(PaymentHoldStatus.Released);
        hold.ReleasedAt.ShouldBe(Today.At("11:20"));
        hold.ReleasePercentage.ShouldBe(AttendancePercentage.Of(83.33m));
    }

    [Fact]
    public void Falls_due_at_another_time_until_it_is_settled()
    {
        var hold = A.Hold(dueAt: "11:15");

        hold.FallDue(Today.At("11:00"));
        hold.DueAt.ShouldBe(Today.At("11:00"));

        hold.Settle(Release, Today.At("11:20"));
        hold.FallDue(Today.At("12:00"));
        hold.DueAt.ShouldBe(Today.At("11:00"));
    }

    [Theory]
    [InlineData(1, "00:01")]
    [InlineData(2, "00:02")]
    [InlineData(3, "00:04")]
    [InlineData(9, "04:16")]
    [InlineData(10, "06:00")]
    [InlineData(11, "06:00")]
    [InlineData(200, "06:00")]
    public void Is_tried_again_after_twice_as_long_each_time_up_to_six_hours(int failures, string expected)
    {
        var hold = A.Hold();

        Fail(hold, failures);

        hold.Attempts.ShouldBe(failures);
        (hold.NextTryAt - Today.At("11:20")).ShouldBe(Today.At(expected) - Today.At("00:00"));
    }

    [Fact]
    public void Keeps_the_last_error()
    {
        var hold = A.Hold();

        hold.Fail("incomplete_hold", Today.At("11:20"));
        hold.Fail("TimeoutException", Today.At("11:25"));

        hold.LastError.ShouldBe("TimeoutException");
        hold.Status.ShouldBe(PaymentHoldStatus.Held);
    }

    [Theory]
    [InlineData(499, 499)]
    [InlineData(500, 500)]
    [InlineData(501, 500)]
    [InlineData(9_000, 500)]
    public void Keeps_no_more_of_an_error_than_fits(int length, int expected)
    {
        var hold = A.Hold();

        hold.Fail(new string('x', length), Today.At("11:20"));

        hold.LastError!.Length.ShouldBe(expected);
    }

    [Fact]
    public void Waits_for_no_next_try_once_it_is_settled()
    {
        var hold = A.Hold();
        Fail(hold, 3);

        hold.Settle(Release, Today.At("11:30"));

        hold.NextTryAt.ShouldBeNull();
        hold.Attempts.ShouldBe(3);
    }

    [Fact]
    public void Cannot_fail_once_it_is_settled()
    {
        var hold = Settled(Release);

        Fail(hold, 1);

        hold.Attempts.ShouldBe(0);
        hold.LastError.ShouldBeNull();
        hold.NextTryAt.ShouldBeNull();
    }

    private static void Fail(PaymentHold hold, int times)
    {
        for (var time = 0; time < times; time++)
        {
            hold.Fail("incomplete_hold", Today.At("11:20"));
        }
    }

    private static PaymentHold Settled(SettlementDecision decision)
    {
        var hold = A.Hold();
        hold.Settle(decision, Today.At("11:20"));
        return hold;
    }

    private static SettlementDecision Decision(SettlementOutcome outcome, SettlementReason reason, decimal? attendance) =>
        new(outcome, reason, attendance is { } percentage ? AttendancePercentage.Of(percentage) : null, Commission.None,
            outcome is SettlementOutcome.Refunded ? Money.Of(100m) : Money.Zero);
}
