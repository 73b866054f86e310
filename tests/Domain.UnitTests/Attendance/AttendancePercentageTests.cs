using CsCheck;
using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Common;

namespace TalkConnect.Domain.UnitTests.Attendance;

public sealed class AttendancePercentageTests
{
    [Theory]
    [InlineData(0, 3_600, 0)]
    [InlineData(1, 3_600, 0.02)]
    [InlineData(719, 3_600, 19.97)]
    [InlineData(720, 3_600, 20)]
    [InlineData(1_200, 3_600, 33.33)]
    [InlineData(2_400, 3_600, 66.66)]
    [InlineData(17_279, 86_400, 19.99)]
    [InlineData(3_599, 3_600, 99.97)]
    [InlineData(86_399, 86_400, 99.99)]
    [InlineData(3_600, 3_600, 100)]
    [InlineData(7_200, 3_600, 100)]
    [InlineData(int.MaxValue, 60, 100)]
    public void Is_cut_to_two_places_and_at_most_all(int attended, int duration, decimal expected) =>
        AttendancePercentage.Of(attended, duration).Value.ShouldBe(expected);

    [Fact]
    public void Is_never_more_than_the_share_and_less_than_a_hundredth_below_it() =>
        Gen.Select(Gen.Int[0, 86_400], Gen.Int[1, 1440]).Sample(
            (attended, minutes) =>
            {
                var share = Math.Min(attended * 100m / (minutes * 60), 100m);

                AttendancePercentage.Of(attended, minutes * 60).Value.ShouldBeInRange(share - 0.00999999m, share);
            },
            iter: 10_000);

    [Theory]
    [InlineData(-0.01)]
    [InlineData(100.01)]
    [InlineData(33.333)]
    public void Is_refused_out_of_range_or_with_more_places(decimal value) =>
        Should.Throw<DomainException>(() => AttendancePercentage.Of(value)).Code.ShouldBe("invalid_percentage");

    [Theory]
    [InlineData(0, "0")]
    [InlineData(50, "50")]
    [InlineData(33.3, "33.3")]
    [InlineData(19.99, "19.99")]
    [InlineData(100, "100")]
    public void Is_written_as_people_write_it(decimal value, string expected) =>
        AttendancePercentage.Of(value).ToString().ShouldBe(expected);

    [Fact]
    public void Is_nothing_by_default() => default(AttendancePercentage).ShouldBe(AttendancePercentage.Of(0m));

    [Fact]
    public void Compares_by_its_value()
    {
        var (less, more) = (AttendancePercentage.Of(19.99m), AttendancePercentage.Of(20m));

        (less < more).ShouldBeTrue();
        (less > more).ShouldBeFalse();
        (more <= less).ShouldBeFalse();
        (more >= AttendancePercentage.Of(20.00m)).ShouldBeTrue();
        less.CompareTo(more).ShouldBeLessThan(0);
    }
}
