using Microsoft.EntityFrameworkCore;
using TalkConnect.Domain.Ledger;
using TalkConnect.Domain.Settlement;
using TalkConnect.Domain.Users;

namespace TalkConnect.Web.FunctionalTests.Settlement;

public abstract class SimulationTests(TalkConnectApp app) : FunctionalTest(app)
{
    private const string Path = "/api/admin/policies/simulate";

    [Fact]
    public async Task Says_what_another_threshold_would_have_moved()
    {
        var (released, short15, short9) = await APastLesson();

        var simulation = await Simulate(new { threshold_percentage = 30 });

        // 9 of 60 minutes are 15 %, 15 are 25 %, 60 are 100 %: only the one with 25 % flips.
        (simulation.Holds, simulation.Unchanged, simulation.Flipped).ShouldBe((3, 2, new FlippedShape(0, 1)));
        simulation.Money.ShouldBe(new MoneyShape(Student: 100.01m, Teacher: -70.01m, Platform: -30m));
        var lesson = (await Hold(short15)).SessionId;
        simulation.Examples.ShouldBe(
            [new FlipShape(short15.HoldId, lesson, 100.01m, 25m, -180, "released", "refunded", "attendance_below_threshold")]);
        simulation.Histogram.Select(step => (step.From, step.Holds)).Where(step => step.Holds > 0).ShouldBe([(-15, 1), (-5, 1), (70, 1)]);
        simulation.Histogram.Count.ShouldBe(18);
        simulation.HoldPeriod.ShouldBeNull();
        (await Hold(released)).Status.ShouldBe("released");
        (await Hold(short9)).Status.ShouldBe("refunded");
    }

    [Fact]
    public async Task Says_what_a_lower_threshold_and_another_rate_would_have_moved()
    {
        await APastLesson();

        var simulation = await Simulate(new { threshold_percentage = 15, referred_rate = 0.25 });

        // Two releases at 25 instead of 30 %: 25.00 instead of 30.00 each. One refund becomes a release: 75.01 and 25.00.
        simulation.Flipped.ShouldBe(new FlippedShape(1, 0));
        simulation.Money.ShouldBe(new MoneyShape(Student: -100.01m, Teacher: 10m + 75.01m, Platform: -10m + 25m));
    }

    [Fact]
    public async Task Says_what_another_policy_would_have_decided()
    {
        await APastLesson();

        var simulation = await Simulate(new { policy = "fair-v2" });

        // The teacher never came: both releases would have been refunds.
        simulation.Flipped.ShouldBe(new FlippedShape(0, 2));
        simulation.Examples.ShouldAllBe(flip => flip.Reason == "teacher_absent");
        simulation.Rules.ShouldBe(new RulesShape("fair-v2", null, null, null, null));
    }

    [Fact]
    public async Task Says_how_much_would_have_waited_longer()
    {
        await APastLesson();

        var simulation = await Simulate(new { hold_period = "P1D" });

        simulation.HoldPeriod.ShouldBe(new HoldPeriodShape("P1D", new HoldSumShape(3, 300.03m), new HoldSumShape(0, 0m)));
        (simulation.Flipped, simulation.Money).ShouldBe((new FlippedShape(0, 0), new MoneyShape(0m, 0m, 0m)));
    }

    [Fact]
    public async Task What_is_not_asked_about_stays_as_it_was_recorded()
    {
        await APastLesson();
        await using var node = App.Another(
            ("Settlement:Policy", "fair-v2"), ("Attendance:ThresholdPercent", "90"), ("Commission:ReferredRate", "0.1"));

        var simulation = (await new Api(node).Post(Path, Asking(new { }), Admin)).Must(200).As<SimulationShape>();

        (simulation.Unchanged, simulation.Money).ShouldBe((3, new MoneyShape(0m, 0m, 0m)));
    }

    [Fact]
    public async Task Counts_cancellations_and_decisions_by_hand_apart()
    {
        var lesson = await ALesson(await ATeacher(referred: true));
        await ASoldPlace(lesson);
        await Cancels(lesson.Teacher, lesson);
        var doubtful = await ALesson(await ATeacher(referred: true));
        var place = await ASoldPlace(doubtful);
        await Joins(place.Student, doubtful, doubtful.Minute(0), Sids.New("PA"));
        await Finishes(doubtful);
        await RunSettlement();
        (await Api.Post($"/api/admin/holds/{place.HoldId}/resolve", new { decision = "release", reason = "It was so." }, Admin)).Must(200);

        var simulation = await Simulate(new { threshold_percentage = 100, policy = "fair-v2", referred_rate = 0 });

        (simulation.Holds, simulation.Apart, simulation.Flipped).ShouldBe((0, new ApartShape(1, 1), new FlippedShape(0, 0)));
        simulation.Money.ShouldBe(new MoneyShape(0m, 30m, -30m));
    }

    [Fact]
    public async Task Looks_only_at_what_was_settled_in_the_period()
    {
        var (place, _, _) = await APastLesson();
        var settled = (await Hold(place)).ReleasedAt!.Value;

        (await Simulate(settled, settled.AddSeconds(1))).Holds.ShouldBe(3);
        (await Simulate(settled.AddSeconds(-1), settled)).Holds.ShouldBe(0);
        (await Simulate(settled.AddSeconds(1), settled.AddDays(1))).Holds.ShouldBe(0);

        async Task<SimulationShape> Simulate(DateTimeOffset from, DateTimeOffset to) =>
            (await Api.Post(Path, new { from, to }, Admin)).Must(200).As<SimulationShape>();
    }

    [Fact]
    public async Task Posts_nothing()
    {
        await APastLesson();
        var before = await Everything();

        await Simulate(new { threshold_percentage = 100, policy = "fair-v2", hold_period = "P9D", referred_rate = 1, standard_rate = 1 });

        (await Everything()).ShouldBe(before);
    }

    [Fact]
    public async Task Amounts_are_numbers_with_two_places()
    {
        await APastLesson();

        var answer = await Api.Post(Path, Asking(new { threshold_percentage = 30 }), Admin);

        answer.Text.ShouldContain("\"money\":{\"student\":100.01,\"teacher\":-70.01,\"platform\":-30.00}");
        answer.Text.ShouldContain("\"currency\":\"USD\"");
    }

    [Fact]
    public async Task A_bad_question_names_every_wrong_field()
    {
        (await Api.Post(Path, new { }, Admin)).MustName("from", "to");
        (await Api.Post(
            Path,
            new
            {
                from = "yesterday",
                to = "2026-01-01",
                policy = "seed-v9",
                threshold_percentage = 20.001,
                hold_period = "3 days",
                referred_rate = 1.1,
                standard_rate = -0.1,
            },
            Admin)).MustName("from", "to", "policy", "threshold_percentage", "hold_period", "referred_rate", "standard_rate");
        var (from, to) = ("2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z");
        (await Api.Post(Path, new { from = to, to, hold_period = "-P1D" }, Admin)).MustName("to", "hold_period");
        (await Api.Post(Path, new { from, to, threshold_percentage = "30" }, Admin)).MustName("threshold_percentage");
        (await Api.Post(Path, new { from, to, threshold = 30 }, Admin)).MustName("threshold");
    }

    [Fact]
    public async Task Is_for_admins()
    {
        (await Api.Post(Path, Asking(new { }), await ATeacher())).MustBeRefused(403, "forbidden");
        (await Api.Post(Path, Asking(new { }), await AStudent())).MustBeRefused(403, "forbidden");
        (await Api.Post(Path, Asking(new { }), null)).MustBeRefused(401, "unauthorized");
    }

    /// <summary>A referred teacher who never came, and three students who stayed 60, 15 and 9 minutes of an hour at 100.01.</summary>
    private async Task<(Place Stayed, Place Quarter, Place Short)> APastLesson()
    {
        var lesson = await ALesson(await ATeacher(referred: true), price: 100.01m);
        var places = new List<Place>();
        foreach (var minutes in new[] { 60, 15, 9 })
        {
            var place = await ASoldPlace(lesson);
            await Stays(place.Student, lesson, lesson.Minute(0), lesson.Minute(minutes));
            places.Add(place);
        }

        await Finishes(lesson);
        (await RunSettlement()).ShouldBe(new RunShape(2, 1, 0, 200.02m, 100.01m, 60m));
        return (places[0], places[1], places[2]);
    }

    private async Task<SimulationShape> Simulate(object rules) => (await Api.Post(Path, Asking(rules), Admin)).Must(200).As<SimulationShape>();

    private Dictionary<string, object?> Asking(object rules)
    {
        var body = rules.GetType().GetProperties().ToDictionary(property => property.Name, property => property.GetValue(rules));
        body["from"] = App.Clock.Now.AddDays(-30);
        body["to"] = App.Clock.Now.AddDays(1);
        return body;
    }

    private Task<string> Everything() => App.InDatabaseAsync(async db =>
    {
        var lines = await db.Set<Transaction>().OrderBy(line => line.Id).ToListAsync();
        var holds = await db.Set<PaymentHold>().OrderBy(hold => hold.Id).ToListAsync();
        var users = await db.Set<User>().OrderBy(user => user.Id).ToListAsync();
        return string.Join('\n', [
            .. lines.Select(line => $"{line.Id} {line.Amount} {line.Status}"),
            .. holds.Select(hold => $"{hold.Id} {hold.Status} {hold.DueAt:o} {hold.ReleasedAt:o}"),
            .. users.Select(user => $"{user.Id} {user.CreditBalance}"),
            $"{await db.Set<Receipt>().CountAsync()} receipts, {await db.Set<SettlementRun>().CountAsync()} runs",
        ]);
    });

    private sealed record SimulationShape(
        RulesShape Rules, int Holds, int Unchanged, FlippedShape Flipped, ApartShape Apart, string Currency, MoneyShape Money, IReadOnlyList<FlipShape> Examples,
        IReadOnlyList<StepShape> Histogram, HoldPeriodShape? HoldPeriod);

    private sealed record RulesShape(string? Policy, decimal? ThresholdPercentage, string? HoldPeriod, decimal? ReferredRate, decimal? StandardRate);

    private sealed record FlippedShape(int ToReleased, int ToRefunded);

    private sealed record ApartShape(int Cancelled, int ByHand);

    private sealed record MoneyShape(decimal Student, decimal Teacher, decimal Platform);

    private sealed record FlipShape(
        string HoldId, string SessionId, decimal Amount, decimal Attendance, int MarginSeconds, string Before, string After, string Reason);

    private sealed record StepShape(int From, int To, int Holds);

    private sealed record HoldPeriodShape(string LongerBy, HoldSumShape Later, HoldSumShape Sooner);

    private sealed record HoldSumShape(int Holds, decimal Amount);
}

[Collection(SqliteTests.Name)]
public sealed class SimulationTestsOnSqlite(SqliteApp app) : SimulationTests(app);

[Collection(MariaDbTests.Name)]
public sealed class SimulationTestsOnMariaDb(MariaDbApp app) : SimulationTests(app);
