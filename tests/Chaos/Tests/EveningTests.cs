using System.Text.Json;
using TalkConnect.Chaos.Simulator;

namespace TalkConnect.Chaos.Tests;

/// <summary>The short form of the simulation: some small evenings on both databases.</summary>
public sealed class EveningTests(SqliteApp sqlite, MariaDbApp mariaDb) : IClassFixture<SqliteApp>, IClassFixture<MariaDbApp>
{
    [Fact]
    public void Is_the_same_for_the_same_seed() =>
        JsonSerializer.Serialize(Evening.Of(7, 20)).ShouldBe(JsonSerializer.Serialize(Evening.Of(7, 20)));

    [Fact]
    public void Is_another_for_another_seed() =>
        JsonSerializer.Serialize(Evening.Of(8, 20)).ShouldNotBe(JsonSerializer.Serialize(Evening.Of(7, 20)));

    [Fact]
    public async Task Settles_rightly_or_asks_and_comes_out_the_same_on_both_databases()
    {
        var evening = Evening.Of(20, 14);

        var first = await Simulation.RunAsync(evening, sqlite);
        var second = await Simulation.RunAsync(evening, mariaDb);

        MustBeClean(first);
        MustBeClean(second);
        second.Outcomes.ShouldBe(first.Outcomes);
    }

    [Fact]
    public async Task Without_any_fault_leaves_nothing_to_review()
    {
        var verdict = await Simulation.RunAsync(Evening.Of(4, 12, Scenario.Calm.Weather), sqlite);

        MustBeClean(verdict);
        verdict.NeedsReview.ShouldBe(0);
    }

    [Theory]
    [InlineData("silence")]
    [InlineData("darkness")]
    public async Task Of_which_our_server_heard_nothing_is_stopped_and_refunds_nobody_by_mistake(string scenario)
    {
        var weather = Scenario.All.Single(one => one.Name == scenario).Weather;
        var verdict = await Simulation.RunAsync(Evening.Of(5, 12, weather), sqlite, ("Settlement:Breaker:MinimumHolds", "1"));

        MustBeClean(verdict);
        verdict.BeyondEvidence.ShouldBeEmpty();
        verdict.RunsStopped.ShouldBePositive();
        verdict.NeedsReview.ShouldBePositive();
    }

    [Fact]
    public async Task Settled_by_a_server_with_another_threshold_is_found_to_be_wrong() =>
        (await Simulation.RunAsync(Evening.Of(6, 12, Scenario.Calm.Weather, "seed-v1"), sqlite, ("Attendance:ThresholdPercent", "99")))
            .Wrong.ShouldNotBeEmpty();

    private static void MustBeClean(Verdict verdict)
    {
        verdict.Wrong.ShouldBeEmpty();
        verdict.Violations.ShouldBeEmpty();
        (verdict.Lost, verdict.Doubled).ShouldBe((0, 0));
    }
}
