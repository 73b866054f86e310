using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Ledger;
using TalkConnect.Domain.Purchases;
using TalkConnect.Domain.Settlement;
using TalkConnect.Domain.Users;

namespace TalkConnect.Domain.UnitTests.Settlement;

/// <summary>The student was there for six minutes of the hour, the teacher for all of it.</summary>
public sealed class RefundingTests
{
    private readonly Lesson _lesson = new Lesson(price: 99.99m, referred: true)
        .WasThere("student", "10:00", "10:06")
        .WasThere("teacher", "10:00", "11:00")
        .IsOver();

    [Fact]
    public void Gives_the_student_everything_back()
    {
        var line = _lesson.Settle().Transactions.ShouldHaveSingleItem();

        line.UserId.ShouldBe(UserId.From("student"));
        line.Type.ShouldBe(TransactionType.Refund);
        line.Amount.ShouldBe(Money.Of(99.99m));
        line.CounterAccount.ShouldBe(CounterAccount.Escrow);
        line.ReferenceType.ShouldBe(ReferenceType.PaymentHold);
        line.ReferenceId.ShouldBe(_lesson.Hold.Id.Value);
        line.Description.ShouldBe("Refund for session Small talk (low attendance)");
        _lesson.Student.CreditBalance.ShouldBe(Money.Of(99.99m));
        _lesson.Teacher.CreditBalance.ShouldBe(Money.Zero);
    }

    [Fact]
    public void Settles_hold_and_purchase()
    {
        _lesson.Settle();

        _lesson.Hold.Status.ShouldBe(PaymentHoldStatus.Refunded);
        _lesson.Hold.ReleasedAt.ShouldBe(Today.At("11:20"));
        _lesson.Hold.ReleasePercentage.ShouldBe(AttendancePercentage.Of(10m));
        _lesson.Hold.Notes.ShouldBe("Refunded to student (attendance: 10%)");
        _lesson.Sale.Purchase.Status.ShouldBe(PurchaseStatus.Refunded);
        _lesson.Sale.Purchase.RefundAmount.ShouldBe(Money.Of(99.99m));
    }

    [Fact]
    public void Says_why_in_the_metadata()
    {
        var expected = new TransactionMetadata
        {
            SessionId = "session",
            CourseId = "123",
            AttendancePercentage = 10m,
            OriginalAmount = Money.Of(99.99m),
            PlatformFee = Money.Zero,
            CommissionRate = 0m,
            Reason = "attendance_below_threshold",
        };

        _lesson.Settle().Transactions.Select(line => line.Metadata).ShouldBe([expected]);
    }

    [Fact]
    public void Takes_no_commission() => _lesson.Settle().Decision.Commission.ShouldBe(Commission.None);

    [Fact]
    public void Does_not_happen_under_fair_v2_when_the_teacher_waited()
    {
        var settled = _lesson.Settle(A.Rules(SettlementPolicy.FairV2));

        settled.Decision.Reason.ShouldBe(SettlementReason.TeacherWaited);
        _lesson.Hold.Status.ShouldBe(PaymentHoldStatus.Released);
        _lesson.Teacher.CreditBalance.ShouldBe(Money.Of(69.99m));
    }

    [Theory]
    [InlineData("10:11:59", SettlementReason.TeacherAbsent)]
    [InlineData("10:12", SettlementReason.Attended)]
    public void Happens_under_fair_v2_when_the_teacher_was_absent(string teacherLeft, SettlementReason expected)
    {
        var lesson = new Lesson().WasThere("student", "10:00", "11:00").WasThere("teacher", "10:00", teacherLeft).IsOver();

        lesson.Settle(A.Rules(SettlementPolicy.FairV2)).Decision.Reason.ShouldBe(expected);
    }

    [Fact]
    public void For_want_of_a_teacher_says_so()
    {
        var lesson = new Lesson().WasThere("student", "10:00", "11:00").IsOver();

        var line = lesson.Settle(A.Rules(SettlementPolicy.FairV2)).Transactions.ShouldHaveSingleItem();

        line.Description.ShouldBe("Refund for session Small talk (teacher absent)");
        line.Metadata.Reason.ShouldBe("teacher_absent");
        line.Metadata.AttendancePercentage.ShouldBe(100m);
    }

    [Fact]
    public void Goes_to_a_student_who_was_never_heard_of()
    {
        var lesson = new Lesson().IsOver();

        lesson.Settle();

        lesson.Hold.Status.ShouldBe(PaymentHoldStatus.Refunded);
        lesson.Hold.ReleasePercentage.ShouldBe(AttendancePercentage.Of(0m));
    }
}
