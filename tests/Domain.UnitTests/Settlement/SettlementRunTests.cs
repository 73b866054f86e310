using TalkConnect.Domain.Common;
using TalkConnect.Domain.Settlement;

namespace TalkConnect.Domain.UnitTests.Settlement;

public sealed class SettlementRunTests
{
    private readonly SettlementRun _run = SettlementRun.Start("run-1", manual: true, Today.At("11:20"));

    [Fact]
    public void Begins_with_nothing_done()
    {
        _run.Id.ShouldBe("run-1");
        _run.Manual.ShouldBeTrue();
        _run.StartedAt.ShouldBe(Today.At("11:20"));
        (_run.CompletedSessions, _run.Released, _run.Refunded, _run.Failed, _run.DidAnything).ShouldBe((0, 0, 0, 0, false));
        (_run.ReleasedAmount, _run.RefundedAmount, _run.CommissionAmount).ShouldBe((Money.Zero, Money.Zero, Money.Zero));
    }

    [Fact]
    public void Counts_releases_gross_with_their_commission()
    {
        Count(Attended(price: 99.99m));
        Count(Attended(price: 0.01m));

        (_run.Released, _run.ReleasedAmount, _run.CommissionAmount).ShouldBe((2, Money.Of(100m), Money.Of(30m)));
        (_run.Refunded, _run.RefundedAmount).ShouldBe((0, Money.Zero));
    }

    [Fact]
    public void Counts_refunds()
    {
        Count(new Lesson(price: 10.01m, referred: true).IsOver());

        (_run.Refunded, _run.RefundedAmount).ShouldBe((1, Money.Of(10.01m)));
        (_run.Released, _run.ReleasedAmount, _run.CommissionAmount).ShouldBe((0, Money.Zero, Money.Zero));
    }

    [Fact]
    public void Counts_what_it_completed_and_what_failed()
    {
        _run.CountCompleted();
        _run.CountCompleted();
        _run.CountFailed(PaymentHoldId.From("bad"));
        _run.CountFailed(PaymentHoldId.From("bad"));

        (_run.CompletedSessions, _run.Failed).ShouldBe((2, 1));
        (_run.HasFailed(PaymentHoldId.From("bad")), _run.HasFailed(PaymentHoldId.From("good"))).ShouldBe((true, false));
    }

    [Fact]
    public void Ends()
    {
        _run.Finish(Today.At("11:21"));

        _run.FinishedAt.ShouldBe(Today.At("11:21"));
    }

    private static Lesson Attended(decimal price) =>
        new Lesson(price: price, referred: true).WasThere("student", "10:00", "10:30").IsOver();

    private void Count(Lesson lesson)
    {
        var settled = lesson.Settle();
        _run.Count(settled.Decision, settled.Amount);
    }
}
