using TalkConnect.Domain.Common;
using TalkConnect.Domain.Settlement;
using TalkConnect.Domain.Users;

namespace TalkConnect.Domain.UnitTests.Settlement;

/// <summary>In the week a tenth of 700 holds was refunded, 5 of a hundred students were never seen; that is 100 holds a day.</summary>
public sealed class CircuitBreakerTests
{
    private static readonly CircuitBreaker Breaker = new(50, 200, 0.25m, 0.20m, 5);
    private static readonly RunBaseline Week = new(700, 70, 35, 7);

    [Theory]
    [InlineData(100, 35, 5)]
    [InlineData(100, 10, 25)]
    [InlineData(500, 50, 25)]
    [InlineData(49, 49, 49)]
    public void Lets_a_run_go_on_that_is_like_the_week_or_small(int holds, int refunds, int zero) =>
        Breaker.Check(new RunOutlook(holds, refunds, zero, 0), Week).ShouldBeEmpty();

    [Theory]
    [InlineData(100, 36, 5, BreakerReason.RefundShare)]
    [InlineData(100, 26, 26, BreakerReason.ZeroAttendanceShare)]
    [InlineData(501, 50, 25, BreakerReason.Volume)]
    public void Stops_a_run_beyond_each_limit(int holds, int refunds, int zero, BreakerReason reason) =>
        Breaker.Check(new RunOutlook(holds, refunds, zero, 0), Week).ShouldBe([reason]);

    [Theory]
    [InlineData(100, 50, true)]
    [InlineData(100, 49, false)]
    [InlineData(49, 49, false)]
    public void Silence_of_LiveKit_stops_a_run_when_tokens_were_given_for_half_of_it(int holds, int unheard, bool stopped) =>
        Breaker.Check(new RunOutlook(holds, 0, 0, unheard), Week).ShouldBe(stopped ? [BreakerReason.WebhooksSilent] : []);

    [Fact]
    public void Silence_is_named_beside_what_else_is_wrong() => Breaker.Check(new RunOutlook(100, 60, 10, 60), Week)
        .ShouldBe([BreakerReason.RefundShare, BreakerReason.WebhooksSilent]);

    [Theory]
    [InlineData(200, 180, true)]
    [InlineData(200, 179, false)]
    [InlineData(199, 199, false)]
    public void Without_a_week_it_stops_large_runs_in_which_nearly_nobody_was_seen(int holds, int zero, bool stopped) =>
        Breaker.Check(new RunOutlook(holds, zero, zero, 0), new RunBaseline(199, 0, 0, 7)).Any().ShouldBe(stopped);

    [Fact]
    public void A_pause_is_decided_once()
    {
        var pause = APause();

        pause.Proceed(UserId.From("admin"), "A sale.", Today.At("12:30"));

        (pause.Status, pause.Waiting, pause.DecidedAt).ShouldBe((SettlementPauseStatus.Proceeded, null, Today.At("12:30")));
        Should.Throw<DomainException>(() => pause.Dismiss(UserId.From("admin"), "No.", Today.At("12:31"))).Code.ShouldBe("invalid_transition");
    }

    [Fact]
    public void A_dismissed_pause_keeps_runs_from_settling_until_it_ends()
    {
        var pause = APause();
        Should.Throw<DomainException>(pause.End).Code.ShouldBe("invalid_transition");

        pause.Dismiss(UserId.From("admin"), "LiveKit was down.", Today.At("12:30"));

        (pause.Status, pause.Waiting).ShouldBe((SettlementPauseStatus.Dismissed, "waiting"));
        Should.Throw<DomainException>(() => pause.Proceed(UserId.From("other"), "Yes.", Today.At("12:31"))).Code.ShouldBe("invalid_transition");

        pause.Dismiss(UserId.From("other"), "Once more.", Today.At("12:32"));
        (pause.DecidedBy, pause.DecisionReason, pause.DecidedAt).ShouldBe((UserId.From("admin"), "LiveKit was down.", Today.At("12:30")));

        pause.End();
        pause.End();
        pause.Waiting.ShouldBeNull();
        Should.Throw<DomainException>(() => pause.Dismiss(UserId.From("other"), "Again.", Today.At("12:33"))).Code.ShouldBe("invalid_transition");
    }

    private static SettlementPause APause() => SettlementPause.Begin(
        SettlementPauseId.From("pause"), [BreakerReason.Volume], new RunOutlook(501, 50, 25, 0), Week, Today.At("12:00"));
}
