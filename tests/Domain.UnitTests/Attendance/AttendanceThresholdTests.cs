using CsCheck;
using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Common;

namespace TalkConnect.Domain.UnitTests.Attendance;

public sealed class AttendanceThresholdTests
{
    private const int LongestSession = 1440 * 60;

    private static readonly Gen<int> Durations = Gen.Int[1, 1440].Select(minutes => minutes * 60);

    private static readonly Gen<AttendanceThreshold> Thresholds =
        Gen.Int[0, 10_000].Select(hundredths => AttendanceThreshold.Of(hundredths / 100m));

    [Theory]
    [InlineData(0, false)]
    [InlineData(19.99, false)]
    [InlineData(20, true)]
    [InlineData(100, true)]
    public void Is_met_by_itself_but_not_by_less(decimal percentage, bool expected) =>
        AttendanceThreshold.Of(20m).IsMetBy(AttendancePercentage.Of(percentage)).ShouldBe(expected);

    [Theory]
    [InlineData(60, 20, 720)]
    [InlineData(45, 20, 540)]
    [InlineData(1, 20, 12)]
    [InlineData(7, 33.33, 140)]
    [InlineData(1, 0.01, 1)]
    [InlineData(60, 0, 0)]
    [InlineData(60, 100, 3_600)]
    public void Needs_the_next_whole_second(int minutes, decimal percent, int expected) =>
        AttendanceThreshold.Of(percent).RequiredSeconds(minutes * 60).ShouldBe(expected);

    [Theory]
    [InlineData(-0.01)]
    [InlineData(100.01)]
    [InlineData(20.001)]
    public void Is_a_percentage(decimal percent) =>
        Should.Throw<DomainException>(() => AttendanceThreshold.Of(percent)).Code.ShouldBe("invalid_percentage");

    /// <summary>The number that decides and the seconds that the receipt names must never disagree.</summary>
    [Fact]
    public void Is_met_by_a_percentage_exactly_when_it_is_met_by_its_seconds() =>
        Gen.Select(Thresholds, Durations, Gen.Int[0, LongestSession]).Sample(
            (threshold, duration, attended) => threshold.IsMetBy(AttendancePercentage.Of(attended, duration))
                .ShouldBe(attended >= threshold.RequiredSeconds(duration)),
            iter: 10_000);

    [Fact]
    public void Is_met_by_the_seconds_it_needs_and_by_none_fewer() => Gen.Select(Thresholds, Durations).Sample(
        (threshold, duration) =>
        {
            var required = threshold.RequiredSeconds(duration);
            var oneFewer = Math.Max(required - 1, 0);

            threshold.IsMetBy(AttendancePercentage.Of(required, duration)).ShouldBeTrue();
            threshold.IsMetBy(AttendancePercentage.Of(oneFewer, duration)).ShouldBe(required == oneFewer);
        },
        iter: 10_000);
}
