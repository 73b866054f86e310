using CsCheck;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Ledger;
using TalkConnect.Domain.Purchases;
using TalkConnect.Domain.Settlement;
using TalkConnect.Domain.Users;

namespace TalkConnect.Domain.UnitTests.Settlement;

public sealed class DisputeTests
{
    private static readonly UserId Admin = UserId.From("admin");

    [Theory]
    [InlineData("09:59:59", "session_not_begun")]
    [InlineData("10:00", null)]
    [InlineData("11:19", null)]
    public void Begins_with_the_session(string at, string? refusal)
    {
        var hold = new Lesson().Hold;
        var session = new Lesson().Session;

        if (refusal is not null)
        {
            Should.Throw<DomainException>(() => hold.Dispute(session, "Nobody came.", Today.At(at))).Code.ShouldBe(refusal);
            hold.Status.ShouldBe(PaymentHoldStatus.Held);
            return;
        }

        hold.Dispute(session, "Nobody came.", Today.At(at));
        (hold.Status, hold.DisputeReason, hold.FrozenAt).ShouldBe((PaymentHoldStatus.Disputed, "Nobody came.", Today.At(at)));
    }

    [Fact]
    public void Is_raised_once_and_not_after_the_settlement()
    {
        var disputed = Disputed();
        var settled = new Lesson().IsOver();
        settled.Settle();

        Should.Throw<DomainException>(() => disputed.Hold.Dispute(disputed.Session, "Again", Today.At("11:30"))).Code.ShouldBe("already_frozen");
        Should.Throw<DomainException>(() => settled.Hold.Dispute(settled.Session, "Late", Today.At("11:30"))).Code.ShouldBe("already_settled");
    }

    [Fact]
    public void Only_a_frozen_hold_is_an_admins_to_decide()
    {
        var lesson = new Lesson().IsOver();

        Should.Throw<DomainException>(() => Resolve(lesson, Resolution.Refund(Admin, "Because"))).Code.ShouldBe("not_frozen");
    }

    [Fact]
    public void No_run_settles_it_or_leaves_it_to_review()
    {
        var lesson = Disputed().WasThere("student", "10:00", "11:00").IsOver();

        Should.Throw<DomainException>(() => lesson.SettleOrReview()).Code.ShouldBe("already_frozen");
        Should.Throw<DomainException>(() => lesson.Hold.NeedReview(ReviewReason.BlindTime, Today.At("11:20"))).Code.ShouldBe("already_frozen");

        (lesson.Hold.Status, lesson.Hold.ReviewReason).ShouldBe((PaymentHoldStatus.Disputed, null));
    }

    [Theory]
    [InlineData("student")]
    [InlineData("teacher")]
    public void Is_not_decided_by_whom_it_is_about(string admin) =>
        Should.Throw<DomainException>(() => Resolve(Disputed(), Resolution.Refund(UserId.From(admin), "Mine"))).Code.ShouldBe("own_account");

    [Fact]
    public void Can_end_with_a_release()
    {
        var lesson = Disputed(referred: true);

        var settled = Resolve(lesson, Resolution.Release(lesson.Hold, Admin, "The recording shows both."));

        lesson.Teacher.CreditBalance.ShouldBe(Money.Of(70m));
        (settled.Receipt.Reason, settled.Receipt.DecidedBy, settled.Receipt.DecisionReason, settled.Receipt.DisputeReason)
            .ShouldBe((SettlementReason.DisputeResolved, Admin, "The recording shows both.", "Nobody came."));
        lesson.Sale.Purchase.RefundAmount.ShouldBeNull();
    }

    [Fact]
    public void Can_end_with_a_refund()
    {
        var lesson = Disputed(referred: true);

        Resolve(lesson, Resolution.Refund(Admin, "The teacher agrees."));

        lesson.Student.CreditBalance.ShouldBe(Money.Of(100m));
        (lesson.Hold.Status, lesson.Sale.Purchase.Status, lesson.Hold.RefundedAmount).ShouldBe((PaymentHoldStatus.Refunded, PurchaseStatus.Refunded, Money.Of(100m)));
    }

    [Fact]
    public void Can_end_with_a_part_for_each_and_commission_on_the_teachers_only()
    {
        var lesson = Disputed(referred: true);

        var settled = Resolve(lesson, Resolution.Split(lesson.Hold, Money.Of(40m), Admin, "Half an hour was given."));

        settled.Transactions.Select(line => (line.Type, line.Amount.Value)).ShouldBe(
            [(TransactionType.PaymentRelease, 40m), (TransactionType.Commission, -12m), (TransactionType.Refund, 60m)]);
        (lesson.Teacher.CreditBalance, lesson.Student.CreditBalance).ShouldBe((Money.Of(28m), Money.Of(60m)));
        (lesson.Hold.Status, lesson.Hold.RefundedAmount).ShouldBe((PaymentHoldStatus.Released, Money.Of(60m)));
        (lesson.Sale.Purchase.Status, lesson.Sale.Purchase.RefundAmount).ShouldBe((PurchaseStatus.Completed, Money.Of(60m)));
        (settled.Receipt.Commission.Gross, settled.Receipt.Refunded).ShouldBe((Money.Of(40m), Money.Of(60m)));
        lesson.Hold.Notes.ShouldBe("Released to teacher in part, 60.00 refunded to student (dispute resolved by an admin)");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(100.01)]
    public void Each_side_of_a_split_gets_something(decimal toTeacher) => Should.Throw<DomainException>(
        () => Resolution.Split(Disputed().Hold, Money.Of(toTeacher), Admin, "Because")).Code.ShouldBe("invalid_split");

    [Fact]
    public void A_split_neither_makes_nor_loses_a_cent() => Gen.Select(Gen.Long[2, 9_999_999_999], Gen.Double[0, 1], Gen.Bool).Sample(
        (cents, share, referred) =>
        {
            var lesson = Disputed(referred, cents / 100m);
            var teacher = Math.Clamp((long)(cents * share), 1, cents - 1) / 100m;

            var settled = Resolve(lesson, Resolution.Split(lesson.Hold, Money.Of(teacher), Admin, "Because"));

            (lesson.Teacher.CreditBalance + lesson.Student.CreditBalance + settled.Decision.Commission.Fee).Value.ShouldBe(cents / 100m);
            settled.Transactions.Where(line => line.CounterAccount is CounterAccount.Escrow).Sum(line => line.Amount.Value).ShouldBe(cents / 100m);
        },
        iter: 5_000);

    private static Lesson Disputed(bool referred = false, decimal price = 100m)
    {
        var lesson = new Lesson(price: price, referred: referred).IsOver();
        lesson.Hold.Dispute(lesson.Session, "Nobody came.", Today.At("11:19"));
        return lesson;
    }

    private static Settled Resolve(Lesson lesson, Resolution resolution) => lesson.Case.Resolve(resolution, A.Rules(), Lesson.Ids, Today.At("12:00"));
}
