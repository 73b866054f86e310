using CsCheck;
using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Settlement;

namespace TalkConnect.Domain.UnitTests.Settlement;

/// <summary>What would have become of settled holds under other rules.</summary>
public sealed class PolicySimulationTests
{
    private static readonly SettlementRules Now = A.Rules();
    private static readonly OtherRules AsRecorded = new(null, null, null, null, null);

    private static readonly Gen<SettlementRules> Rules =
        from policy in Gen.OneOf(SettlementPolicy.SeedV1, SettlementPolicy.FairV2)
        from threshold in Gen.Int[0, 10_000]
        from referredRate in Gen.Int[0, 10_000]
        from standardRate in Gen.Int[0, 10_000]
        select A.Rules(policy, threshold / 100m, referredRate / 10_000m, standardRate / 10_000m);

    private static readonly Gen<OtherRules> Others =
        from policy in Gen.OneOf<SettlementPolicy?>(null, SettlementPolicy.SeedV1, SettlementPolicy.FairV2)
        from threshold in Gen.Int[0, 10_000].Nullable()
        from hours in Gen.Int[0, 100].Nullable()
        from referredRate in Gen.Int[0, 10_000].Nullable()
        from standardRate in Gen.Int[0, 10_000].Nullable()
        select new OtherRules(
            policy,
            threshold is null ? null : AttendanceThreshold.Of(threshold.Value / 100m),
            hours is null ? null : TimeSpan.FromHours(hours.Value),
            referredRate / 10_000m,
            standardRate / 10_000m);

    [Fact]
    public void Nothing_flips_and_no_money_moves_under_the_rules_as_recorded() => Past.Holds(Rules).Array[0, 20].Sample(
        holds =>
        {
            var simulation = Simulate(AsRecorded, holds);

            (simulation.ToReleased, simulation.ToRefunded, simulation.Money).ShouldBe((0, 0, MoneyShift.None));
            simulation.Unchanged.ShouldBe(holds.Count(hold => hold.DecidedByPolicy));
        },
        iter: 2_000);

    [Fact]
    public void Nothing_flips_and_no_money_moves_when_the_recorded_rules_are_named() => (
        from rules in Rules
        from holds in Past.Holds(Gen.Const(rules)).Array[0, 20]
        select (rules, holds)).Sample(
        past =>
        {
            var (rules, holds) = past;
            var same = new OtherRules(
                rules.Policy, rules.Threshold, rules.Timing.HoldPeriod, rules.Commission.ReferredRate, rules.Commission.StandardRate);

            var simulation = Simulate(same, holds);

            (simulation.ToReleased, simulation.ToRefunded, simulation.Money).ShouldBe((0, 0, MoneyShift.None));
        },
        iter: 2_000);

    [Fact]
    public void What_one_side_has_more_the_others_have_less() => Gen.Select(Past.Holds(Rules).Array[0, 20], Others).Sample(
        (holds, others) =>
        {
            var money = Simulate(others, holds).Money;

            (money.Student + money.Teacher + money.Platform).ShouldBe(Money.Zero);
        },
        iter: 5_000);

    [Fact]
    public void Every_hold_is_counted_once() => Gen.Select(Past.Holds(Rules).Array[0, 40], Others).Sample(
        (holds, others) =>
        {
            var simulation = Simulate(others, holds);

            (simulation.Holds + simulation.Cancelled + simulation.ByHand).ShouldBe(holds.Length);
            simulation.Margins.Steps.Sum(step => step.Holds).ShouldBe(simulation.Holds);
            simulation.Examples.Count.ShouldBe(Math.Min(simulation.ToReleased + simulation.ToRefunded, PolicySimulation.MaxExamples));
        },
        iter: 2_000);

    [Fact]
    public void A_higher_threshold_never_gives_a_teacher_more_under_seed_v1() =>
        Gen.Select(Past.Holds(Rules).Array[0, 20], Gen.Int[0, 10_000], Gen.Int[0, 10_000]).Sample(
            (holds, one, other) =>
            {
                var low = Simulate(SeedAt(Math.Min(one, other)), holds);
                var high = Simulate(SeedAt(Math.Max(one, other)), holds);

                high.ToReleased.ShouldBeLessThanOrEqualTo(low.ToReleased);
                high.ToRefunded.ShouldBeGreaterThanOrEqualTo(low.ToRefunded);
                high.Money.Student.ShouldBeGreaterThanOrEqualTo(low.Money.Student);
                high.Money.Teacher.ShouldBeLessThanOrEqualTo(low.Money.Teacher);
            },
            iter: 5_000);

    [Fact]
    public void The_order_of_the_holds_has_no_say() => (from holds in Past.Holds(Rules).Array[0, 40]
                                                        from shuffled in Gen.Shuffle(holds)
                                                        from others in Others
                                                        select (holds, shuffled, others)).Sample(
        story => Simulate(story.others, story.shuffled).Examples.ShouldBe(Simulate(story.others, story.holds).Examples),
        iter: 1_000);

    [Fact]
    public void A_release_that_becomes_a_refund_takes_net_and_fee_back()
    {
        var hold = Past.Hold("hold", Now, minutes: 15, referred: true);

        var simulation = Simulate(new OtherRules(null, AttendanceThreshold.Of(50), null, null, null), hold);

        simulation.Money.ShouldBe(new MoneyShift(Money.Of(100), Money.Of(-70), Money.Of(-30)));
        var flip = simulation.Examples.Single();
        (flip.HoldId, flip.Attendance, flip.MarginSeconds).ShouldBe((hold.HoldId, AttendancePercentage.Of(25m), -900));
        (flip.Before, flip.After, flip.Reason).ShouldBe(
            (SettlementOutcome.Released, SettlementOutcome.Refunded, SettlementReason.AttendanceBelowThreshold));
    }

    [Theory]
    [InlineData(true, 70, 30)]
    [InlineData(false, 100, 0)]
    public void A_refund_that_becomes_a_release_is_charged_as_the_teacher_would_be_today(bool referred, decimal net, decimal fee)
    {
        var hold = Past.Hold("hold", Now, minutes: 6, referred: referred);

        Simulate(new OtherRules(null, AttendanceThreshold.Of(10), null, null, null), hold).Money
            .ShouldBe(new MoneyShift(Money.Of(-100), Money.Of(net), Money.Of(fee)));
    }

    [Fact]
    public void A_rate_changes_what_was_released_to_such_teachers_and_nothing_else()
    {
        var simulation = Simulate(
            new OtherRules(null, null, null, ReferredRate: 0.25m, null),
            Past.Hold("referred", Now, minutes: 30, referred: true),
            Past.Hold("referred-then", Now, minutes: 30, referred: true) with { TeacherIsReferred = false },
            Past.Hold("standard", Now, minutes: 30, referred: false),
            Past.Hold("referred-since", Now, minutes: 30, referred: false) with { TeacherIsReferred = true },
            Past.Hold("refunded", Now, minutes: 0, referred: true));

        simulation.Money.ShouldBe(new MoneyShift(Money.Zero, Money.Of(10), Money.Of(-10)));
        simulation.Unchanged.ShouldBe(5);
    }

    [Fact]
    public void What_an_admin_or_a_cancellation_decided_never_flips()
    {
        var released = Past.Hold("by-hand", Now, minutes: 60, referred: true);
        var simulation = Simulate(
            new OtherRules(SettlementPolicy.FairV2, AttendanceThreshold.Of(100), null, ReferredRate: 0.10m, null),
            released with { Reason = SettlementReason.Reviewed },
            Past.Hold("disputed", Now, minutes: 0) with { Reason = SettlementReason.DisputeResolved },
            Past.Hold("cancelled", Now, minutes: 0) with { Reason = SettlementReason.SessionCancelled });

        (simulation.Holds, simulation.ByHand, simulation.Cancelled).ShouldBe((0, 2, 1));
        simulation.Money.ShouldBe(new MoneyShift(Money.Zero, Money.Of(20), Money.Of(-20)));
        simulation.Examples.ShouldBeEmpty();
        simulation.Margins.Steps.ShouldBeEmpty();
    }

    [Fact]
    public void Margins_lie_in_steps_of_five_points_and_just_enough_is_in_the_first_above()
    {
        var simulation = Simulate(
            AsRecorded,
            Past.Hold("none", Now, minutes: 0),
            Past.Hold("just-not", Now, seconds: 719),
            Past.Hold("just", Now, minutes: 12),
            Past.Hold("more", Now, seconds: 899));

        simulation.Margins.Steps.ShouldBe([new(-20, -15, 1), new(-15, -10, 0), new(-10, -5, 0), new(-5, 0, 1), new(0, 5, 2)]);
    }

    [Fact]
    public void The_examples_are_the_flips_nearest_to_the_threshold()
    {
        var holds = Enumerable.Range(1, 30).Select(n => Past.Hold($"hold-{n:00}", Now, seconds: 720 + n)).Reverse().ToArray();

        var simulation = Simulate(new OtherRules(null, AttendanceThreshold.Of(30), null, null, null), holds);

        simulation.ToRefunded.ShouldBe(30);
        simulation.Examples.Select(flip => flip.HoldId.Value).ShouldBe(Enumerable.Range(11, 20).Reverse().Select(n => $"hold-{n:00}"));
    }

    [Fact]
    public void Money_that_waits_longer_settles_later_and_money_that_waits_less_is_due_sooner()
    {
        var waits = Now with { Timing = Now.Timing with { HoldPeriod = TimeSpan.FromHours(2) } };
        var hold = Past.Hold("hold", waits, minutes: 30);

        var longer = Simulate(new OtherRules(null, null, TimeSpan.FromHours(5), null, null), waits, hold).HoldPeriod!;
        var shorter = Simulate(new OtherRules(null, null, TimeSpan.FromHours(1), null, null), waits, hold).HoldPeriod!;
        var same = Simulate(new OtherRules(null, null, TimeSpan.FromHours(2), null, null), waits, hold).HoldPeriod!;

        (longer.LongerBy, longer.Later, longer.Sooner).ShouldBe((TimeSpan.FromHours(3), new HoldSum(1, Money.Of(100)), HoldSum.None));
        (shorter.LongerBy, shorter.Later, shorter.Sooner).ShouldBe((TimeSpan.FromHours(-1), HoldSum.None, new HoldSum(1, Money.Of(100))));
        (same.LongerBy, same.Later, same.Sooner).ShouldBe((TimeSpan.Zero, HoldSum.None, HoldSum.None));
    }

    private static OtherRules SeedAt(int hundredths) => new(SettlementPolicy.SeedV1, AttendanceThreshold.Of(hundredths / 100m), null, null, null);

    private static PolicySimulation Simulate(OtherRules rules, params SettledHold[] holds) => Simulate(rules, Now, holds);

    private static PolicySimulation Simulate(OtherRules rules, SettlementRules today, params SettledHold[] holds)
    {
        var simulation = new PolicySimulation(rules, today);
        foreach (var hold in holds)
        {
            simulation.Take(hold);
        }

        return simulation;
    }
}
