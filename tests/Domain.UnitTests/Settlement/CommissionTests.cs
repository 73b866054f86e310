using CsCheck;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Settlement;

namespace TalkConnect.Domain.UnitTests.Settlement;

public sealed class CommissionTests
{
    public static readonly TheoryData<decimal> NoRates = [-0.0001m, 1.0001m, 0.30001m];

    /// <summary>Gross, rate, fee, net.</summary>
    public static readonly TheoryData<decimal, decimal, decimal, decimal> Splits = new()
    {
        { 100.00m, 0.30m, 30.00m, 70.00m },
        { 99.99m, 0.30m, 30.00m, 69.99m },
        { 0.15m, 0.30m, 0.05m, 0.10m },
        { 0.01m, 0.30m, 0.00m, 0.01m },
        { 0.01m, 0.50m, 0.01m, 0.00m },
        { 10.05m, 0.10m, 1.01m, 9.04m },
        { 33.33m, 0.1234m, 4.11m, 29.22m },
        { 99_999_999.99m, 0.30m, 30_000_000.00m, 69_999_999.99m },
        { 70.00m, 0m, 0m, 70.00m },
        { 70.00m, 1m, 70.00m, 0m },
    };

    private static readonly CommissionPolicy Policy = new(referredRate: 0.30m, standardRate: 0.05m);

    [Fact]
    public void Is_taken_from_a_referred_teacher_at_the_referred_rate()
    {
        var commission = Policy.On(Money.Of(100m), A.Teacher(referred: true));

        commission.Rule.ShouldBe("referred");
        commission.Rate.ShouldBe(0.30m);
        commission.Gross.ShouldBe(Money.Of(100m));
        commission.Fee.ShouldBe(Money.Of(30m));
        commission.Net.ShouldBe(Money.Of(70m));
    }

    [Fact]
    public void Is_taken_from_any_other_teacher_at_the_standard_rate()
    {
        var commission = Policy.On(Money.Of(100m), A.Teacher(referred: false));

        commission.Rule.ShouldBe("standard");
        commission.Rate.ShouldBe(0.05m);
        commission.Fee.ShouldBe(Money.Of(5m));
        commission.Net.ShouldBe(Money.Of(95m));
    }

    [Theory]
    [MemberData(nameof(Splits))]
    public void Rounds_the_fee_half_away_from_zero_and_leaves_the_rest(decimal gross, decimal rate, decimal fee, decimal net)
    {
        var commission = Referred(rate, gross);

        commission.Fee.ShouldBe(Money.Of(fee));
        commission.Net.ShouldBe(Money.Of(net));
    }

    [Theory]
    [MemberData(nameof(NoRates))]
    public void Has_a_rate_of_zero_to_one_with_four_places(decimal rate)
    {
        Should.Throw<DomainException>(() => new CommissionPolicy(rate, 0m)).Code.ShouldBe("invalid_rate");
        Should.Throw<DomainException>(() => new CommissionPolicy(0m, rate)).Code.ShouldBe("invalid_rate");
    }

    [Fact]
    public void Neither_makes_nor_loses_a_cent() => Gen.Select(Gen.Long[1, 9_999_999_999], Gen.Int[0, 10_000]).Sample(
        (cents, rate) =>
        {
            var commission = Referred(rate / 10_000m, cents / 100m);

            (commission.Fee + commission.Net).ShouldBe(commission.Gross);
            commission.Gross.Value.ShouldBe(cents / 100m);
            commission.Fee.Value.ShouldBeInRange(0m, cents / 100m);
        },
        iter: 10_000);

    /// <summary>In whole ten-thousandths of a cent, where nothing needs rounding: half of one more, then cut.</summary>
    [Fact]
    public void Takes_the_fee_that_is_nearest_to_the_rate() => Gen.Select(Gen.Long[1, 9_999_999_999], Gen.Int[0, 10_000]).Sample(
        (cents, rate) => Referred(rate / 10_000m, cents / 100m).Fee.Value.ShouldBe(((cents * rate) + 5_000) / 10_000 / 100m),
        iter: 10_000);

    private static Commission Referred(decimal rate, decimal gross) =>
        new CommissionPolicy(rate, 0m).On(Money.Of(gross), A.Teacher(referred: true));
}
