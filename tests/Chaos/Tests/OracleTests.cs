using TalkConnect.Chaos.Simulator;

namespace TalkConnect.Chaos.Tests;

public sealed class OracleTests
{
    [Theory]
    [InlineData(720, nameof(Right.Release))]
    [InlineData(719, nameof(Right.Refund))]
    [InlineData(0.9, nameof(Right.Refund))]
    public void The_threshold_is_met_by_twelve_minutes_of_an_hour_and_by_no_second_less(double seconds, string right) =>
        Of(A.Stay(A.Student, 0, seconds)).Outcome(A.Student).ToString().ShouldBe(right);

    [Fact]
    public void Two_devices_at_once_count_once_and_a_return_is_added() => Of(
        A.Stay(A.Student, 0, 300), A.Stay(A.Student, 100, 400, room: "two"), A.Stay(A.Student, 1000, 1060)).Attended(A.Student).ShouldBe(460);

    [Fact]
    public void Whole_seconds_of_the_clock_of_LiveKit_count() =>
        Of([A.Stay(A.Student, 0.6, 720.5)], skew: TimeSpan.FromSeconds(0.5)).Attended(A.Student).ShouldBe(720);

    [Fact]
    public void A_crash_and_a_ghost_end_when_they_really_end() => Of(
        A.Stay(A.Student, 0, 100, Ending.Crash), A.Stay(A.Student, 200, 300, Ending.Ghost), A.Stay(A.Student, 400, 500, Ending.GivenUp))
        .Attended(A.Student).ShouldBe(300);

    [Fact]
    public void Attempts_machines_and_others_count_for_nobody() => Of(
        A.Stay(A.Student, 0, 3000, Ending.NeverActive), A.Stay(A.Student, 0, 3000, kind: "AGENT"), A.Stay("somebody", 0, 3000))
        .Outcome(A.Student).ShouldBe(Right.Refund);

    [Fact]
    public void A_cancelled_session_is_refunded_whoever_was_there() => new Oracle(
        A.Lesson(A.Stay(A.Student, 0, 3600)) with { CancelledAt = Evening.Opens }, "seed-v1", TimeSpan.Zero).Outcome(A.Student).ShouldBe(Right.Refund);

    [Fact]
    public void The_fair_policy_looks_at_the_teacher()
    {
        new Oracle(A.Lesson(A.Stay(A.Teacher, 0, 3600)), "fair-v2", TimeSpan.Zero).Outcome(A.Student).ShouldBe(Right.Release);
        new Oracle(A.Lesson(A.Stay(A.Student, 0, 3600)), "fair-v2", TimeSpan.Zero).Outcome(A.Student).ShouldBe(Right.Refund);
    }

    private static Oracle Of(params Connection[] connections) => Of(connections, TimeSpan.Zero);

    private static Oracle Of(Connection[] connections, TimeSpan skew) => new(A.Lesson(connections), "seed-v1", skew);
}
