using CsCheck;
using TalkConnect.Domain.Common;

namespace TalkConnect.Domain.UnitTests.Common;

public sealed class MoneyTests
{
    private const decimal Largest = 99_999_999_999_999_999.99m;

    public static readonly TheoryData<decimal> Fractions = [0.001m, 0.005m, 9.999m, -0.001m, 1.0000001m];

    /// <summary>Amount, rate, share: half a cent goes up, never to the even neighbour.</summary>
    public static readonly TheoryData<decimal, decimal, decimal> Shares = new()
    {
        { 100.00m, 0.30m, 30.00m },
        { 99.99m, 0.30m, 30.00m },
        { 0.15m, 0.30m, 0.05m },
        { 0.05m, 0.30m, 0.02m },
        { 0.25m, 0.10m, 0.03m },
        { 0.01m, 0.30m, 0.00m },
        { 0.01m, 0.50m, 0.01m },
        { 0.01m, 0.4999m, 0.00m },
        { 1.15m, 0.30m, 0.35m },
        { -0.25m, 0.10m, -0.03m },
        { 99_999_999.99m, 1m, 99_999_999.99m },
        { 99_999_999.99m, 0m, 0m },
    };

    [Theory]
    [MemberData(nameof(Fractions))]
    public void Never_holds_a_part_of_a_cent(decimal value) =>
        Should.Throw<DomainException>(() => Money.Of(value)).Code.ShouldBe("fraction_of_a_cent");

    [Fact]
    public void Takes_what_has_zeros_behind_the_cents() => Money.Of(70.5000m).ShouldBe(Money.Of(70.50m));

    [Fact]
    public void Reaches_from_one_end_of_the_column_to_the_other()
    {
        Money.Of(Largest).Value.ShouldBe(Largest);
        Money.Of(-Largest).Value.ShouldBe(-Largest);
        Should.Throw<DomainException>(() => Money.Of(Largest + 0.01m)).Code.ShouldBe("money_out_of_range");
        Should.Throw<DomainException>(() => Money.Of(-Largest - 0.01m)).Code.ShouldBe("money_out_of_range");
    }

    [Fact]
    public void Does_not_overflow_silently_in_a_sum()
    {
        Should.Throw<DomainException>(() => Money.Of(Largest) + Money.Of(0.01m)).Code.ShouldBe("money_out_of_range");
        Should.Throw<DomainException>(() => Money.Of(-Largest) - Money.Of(0.01m)).Code.ShouldBe("money_out_of_range");
    }

    [Theory]
    [InlineData(-0.01, false)]
    [InlineData(0, false)]
    [InlineData(0.01, true)]
    [InlineData(99_999_999.99, true)]
    [InlineData(100_000_000, false)]
    public void Can_be_paid_from_one_cent_to_the_largest_amount(decimal value, bool expected) =>
        Money.Of(value).IsAmount.ShouldBe(expected);

    [Theory]
    [MemberData(nameof(Shares))]
    public void Rounds_a_share_half_away_from_zero(decimal amount, decimal rate, decimal expected) =>
        Money.Of(amount).Share(rate).ShouldBe(Money.Of(expected));

    [Fact]
    public void Is_nothing_by_default()
    {
        default(Money).ShouldBe(Money.Zero);
        Money.Zero.Value.ShouldBe(0m);
    }

    [Theory]
    [InlineData(70, "70.00")]
    [InlineData(0.5, "0.50")]
    [InlineData(-12.34, "-12.34")]
    [InlineData(1234567.89, "1234567.89")]
    public void Is_written_with_two_places_and_a_point(decimal value, string expected) => Money.Of(value).ToString().ShouldBe(expected);

    [Fact]
    public void Compares_by_its_value()
    {
        var (less, more) = (Money.Of(9.99m), Money.Of(10m));

        (less < more).ShouldBeTrue();
        (more > less).ShouldBeTrue();
        (less > more).ShouldBeFalse();
        (less >= more).ShouldBeFalse();
        (Money.Of(10.0m) <= more).ShouldBeTrue();
        (Money.Of(10.0m) >= more).ShouldBeTrue();
        (Money.Of(10.0m) < more).ShouldBeFalse();
        less.CompareTo(more).ShouldBeLessThan(0);
    }

    [Fact]
    public void Adds_and_subtracts_in_whole_cents() => Gen.Select(Cents, Cents).Sample(
        (left, right) =>
        {
            (Money.Of(left / 100m) + Money.Of(right / 100m)).Value.ShouldBe((left + right) / 100m);
            (Money.Of(left / 100m) - Money.Of(right / 100m)).Value.ShouldBe((left - right) / 100m);
            (-Money.Of(left / 100m)).Value.ShouldBe(-left / 100m);
        },
        iter: 10_000);

    private static Gen<long> Cents => Gen.Long[-9_999_999_999, 9_999_999_999];
}
