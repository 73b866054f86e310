using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Ledger;
using TalkConnect.Domain.Purchases;
using TalkConnect.Domain.Settlement;
using TalkConnect.Domain.Users;

namespace TalkConnect.Domain.UnitTests.Common;

/// <summary>The words are part of the contract and of the stored rows: renaming a value must not change one unnoticed.</summary>
public sealed class WordsTests
{
    [Fact]
    public void Of_a_user() => Words.All<UserRole>().ShouldBe(["student", "teacher", "admin"]);

    [Fact]
    public void Of_a_session() => Words.All<SessionStatus>().ShouldBe(["scheduled", "in_progress", "completed", "cancelled"]);

    [Fact]
    public void Of_a_purchase() => Words.All<PurchaseStatus>().ShouldBe(["active", "completed", "refunded"]);

    [Fact]
    public void Of_a_hold() =>
        Words.All<PaymentHoldStatus>().ShouldBe(["held", "released", "refunded", "disputed", "needs_review"]);

    [Fact]
    public void Of_a_settlement()
    {
        Words.All<SettlementOutcome>().ShouldBe(["released", "refunded"]);
        Words.All<SettlementReason>().ShouldBe(
            ["attended", "attendance_below_threshold", "teacher_absent", "teacher_waited", "session_cancelled", "reviewed", "dispute_resolved"]);
        Words.All<ReviewReason>().ShouldBe(["missing_leave", "blind_time", "run_dismissed"]);
    }

    [Fact]
    public void Of_an_attendance() => Words.All<AttendanceStatus>().ShouldBe(["absent", "present", "late"]);

    [Fact]
    public void Of_a_ledger_line()
    {
        Words.All<TransactionType>().ShouldBe(
            ["deposit", "purchase", "refund", "commission", "payment_release", "withdrawal", "admin_credit", "admin_debit"]);
        Words.All<TransactionStatus>().ShouldBe(["pending", "completed", "failed"]);
        Words.All<CounterAccount>().ShouldBe(["escrow", "platform", "payouts", "external"]);
        Words.All<ReferenceType>().ShouldBe(["payment_hold", "session_purchase", "withdrawal", "deposit", "adjustment"]);
    }

    [Fact]
    public void Lead_back_to_the_value() =>
        Enum.GetValues<TransactionType>().Select(type => Words.Parse<TransactionType>(type.Word()))
            .ShouldBe(Enum.GetValues<TransactionType>().Select(type => (TransactionType?)type));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("PaymentRelease")]
    [InlineData("PAYMENT_RELEASE")]
    [InlineData("payment release")]
    [InlineData("4")]
    public void Are_taken_in_one_spelling_only(string? word) => Words.Parse<TransactionType>(word).ShouldBeNull();
}
