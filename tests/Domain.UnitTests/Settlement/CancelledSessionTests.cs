using TalkConnect.Domain.Common;
using TalkConnect.Domain.Ledger;
using TalkConnect.Domain.Purchases;
using TalkConnect.Domain.Settlement;

namespace TalkConnect.Domain.UnitTests.Settlement;

/// <summary>The student was there for half of the hour before the session was called off; that has no say.</summary>
public sealed class CancelledSessionTests
{
    private readonly Lesson _lesson = new Lesson(referred: true).WasThere("student", "10:00", "10:30");

    public CancelledSessionTests() => _lesson.Session.Cancel("Ill", Today.At("10:31"));

    [Theory]
    [InlineData("seed-v1")]
    [InlineData("fair-v2")]
    public void Is_refunded_in_full_whatever_the_policy(string policy)
    {
        _lesson.Settle(A.Rules(SettlementPolicy.Named(policy)), at: "10:31");

        _lesson.Student.CreditBalance.ShouldBe(Money.Of(100m));
        _lesson.Hold.Status.ShouldBe(PaymentHoldStatus.Refunded);
        _lesson.Hold.ReleasedAt.ShouldBe(Today.At("10:31"));
        _lesson.Sale.Purchase.Status.ShouldBe(PurchaseStatus.Refunded);
        _lesson.Sale.Purchase.RefundAmount.ShouldBe(Money.Of(100m));
    }

    [Fact]
    public void Has_no_percentage_anywhere()
    {
        var settled = _lesson.Settle(at: "10:31");

        settled.Decision.Attendance.ShouldBeNull();
        settled.Receipt.AttendancePercentage.ShouldBeNull();
        settled.Transactions[0].Metadata.AttendancePercentage.ShouldBeNull();
        _lesson.Hold.ReleasePercentage.ShouldBeNull();
    }

    [Fact]
    public void Says_why()
    {
        var settled = _lesson.Settle(at: "10:31");

        settled.Receipt.Reason.ShouldBe(SettlementReason.SessionCancelled);
        settled.Transactions[0].Type.ShouldBe(TransactionType.Refund);
        settled.Transactions[0].Metadata.Reason.ShouldBe("session_cancelled");
        settled.Transactions[0].Description.ShouldBe("Refund for session Small talk (session cancelled)");
        _lesson.Hold.Notes.ShouldBe("Refunded to student (session cancelled)");
    }

    [Fact]
    public void Keeps_the_evidence_in_the_receipt()
    {
        var receipt = _lesson.Settle(at: "10:31").Receipt;

        receipt.Outcome.ShouldBe(SettlementOutcome.Refunded);
        receipt.AttendedSeconds.ShouldBe(1_800);
        receipt.Intervals.Count.ShouldBe(1);
        receipt.Commission.ShouldBe(Commission.None);
    }
}
