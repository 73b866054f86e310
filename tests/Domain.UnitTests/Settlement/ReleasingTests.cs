using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Ledger;
using TalkConnect.Domain.Purchases;
using TalkConnect.Domain.Settlement;
using TalkConnect.Domain.Users;

namespace TalkConnect.Domain.UnitTests.Settlement;

/// <summary>The student was there for half of the hour.</summary>
public sealed class ReleasingTests
{
    [Fact]
    public void Pays_the_teacher_gross_and_takes_the_commission_out_of_it()
    {
        var lesson = Attended(price: 99.99m, referred: true);

        var settled = lesson.Settle();

        Lines(settled).ShouldBe(
        [
            (TransactionType.PaymentRelease, 99.99m, CounterAccount.Escrow),
            (TransactionType.Commission, -30.00m, CounterAccount.Platform),
        ]);
        settled.Transactions.ShouldAllBe(line => line.UserId == UserId.From("teacher"));
        lesson.Teacher.CreditBalance.ShouldBe(Money.Of(69.99m));
        lesson.Student.CreditBalance.ShouldBe(Money.Zero);
    }

    [Fact]
    public void Writes_no_commission_where_there_is_none()
    {
        var lesson = Attended(price: 99.99m);

        Lines(lesson.Settle()).ShouldBe([(TransactionType.PaymentRelease, 99.99m, CounterAccount.Escrow)]);

        lesson.Teacher.CreditBalance.ShouldBe(Money.Of(99.99m));
    }

    [Fact]
    public void Writes_no_commission_that_is_less_than_half_a_cent()
    {
        var lesson = Attended(price: 0.01m, referred: true);

        Lines(lesson.Settle()).ShouldBe([(TransactionType.PaymentRelease, 0.01m, CounterAccount.Escrow)]);
    }

    [Fact]
    public void Settles_hold_and_purchase()
    {
        var lesson = Attended();

        var settled = lesson.Settle();

        settled.Amount.ShouldBe(Money.Of(100m));
        settled.Decision.Outcome.ShouldBe(SettlementOutcome.Released);
        lesson.Hold.Status.ShouldBe(PaymentHoldStatus.Released);
        lesson.Hold.ReleasedAt.ShouldBe(Today.At("11:20"));
        lesson.Hold.ReleasePercentage.ShouldBe(AttendancePercentage.Of(50m));
        lesson.Hold.Notes.ShouldBe("Released to teacher (attendance: 50%)");
        lesson.Sale.Purchase.Status.ShouldBe(PurchaseStatus.Completed);
        lesson.Sale.Purchase.RefundAmount.ShouldBeNull();
    }

    [Fact]
    public void Names_the_hold_as_the_cause_of_every_line()
    {
        var lesson = Attended(referred: true);

        var settled = lesson.Settle();

        settled.Transactions.Count.ShouldBe(2);
        settled.Transactions.ShouldAllBe(line => line.ReferenceType == ReferenceType.PaymentHold);
        settled.Transactions.ShouldAllBe(line => line.ReferenceId == lesson.Hold.Id.Value);
        settled.Transactions.ShouldAllBe(line => line.CreatedAt == Today.At("11:20"));
    }

    [Fact]
    public void Says_why_in_the_metadata_of_every_line()
    {
        var expected = new TransactionMetadata
        {
            SessionId = "session",
            CourseId = "123",
            AttendancePercentage = 50m,
            OriginalAmount = Money.Of(99.99m),
            PlatformFee = Money.Of(30m),
            CommissionRate = 0.30m,
            Reason = "attended",
        };

        Attended(price: 99.99m, referred: true).Settle().Transactions.Select(line => line.Metadata).ShouldBe([expected, expected]);
    }

    [Fact]
    public void Describes_the_lines_for_people() =>
        Attended(referred: true).Settle(A.Rules(referredRate: 0.125m)).Transactions.Select(line => line.Description)
            .ShouldBe(["Payment released for session Small talk", "Platform commission (12.5%)"]);

    [Fact]
    public void Takes_the_rates_and_the_referral_as_they_stand_at_that_moment()
    {
        var lesson = Attended(referred: false);
        lesson.Teacher.Replace("Kim", "kim@example.org", UserRole.Teacher, UserId.From("late-referrer"), roleInUse: true);

        lesson.Settle(A.Rules(referredRate: 0.25m)).Decision.Commission.Fee.ShouldBe(Money.Of(25m));
    }

    private static Lesson Attended(decimal price = 100m, bool referred = false) =>
        new Lesson(price: price, referred: referred).WasThere("student", "10:00", "10:30").IsOver();

    private static IEnumerable<(TransactionType Type, decimal Amount, CounterAccount CounterAccount)> Lines(Settled settled) =>
        settled.Transactions.Select(line => (line.Type, line.Amount.Value, line.CounterAccount));
}
