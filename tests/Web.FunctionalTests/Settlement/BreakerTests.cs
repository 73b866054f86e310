using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TalkConnect.Application.Attendance;
using TalkConnect.Domain.Settlement;

namespace TalkConnect.Web.FunctionalTests.Settlement;

/// <summary>Which runs are stopped, and what is seen of them.</summary>
public abstract class BreakerTests(TalkConnectApp app) : StoppedRunTest(app)
{
    [Fact]
    public async Task An_evening_of_which_nothing_was_heard_refunds_nobody()
    {
        await AWeekOf(10);
        var places = await ALessonWith(6, came: 0);

        var run = await Runs();

        run.GetProperty("refunded").GetInt32().ShouldBe(0);
        var pause = await ThePause();
        run.GetProperty("paused_by").GetString().ShouldBe(pause.GetProperty("id").GetString());
        Reasons(pause).ShouldBe(["refund_share", "zero_attendance_share"]);
        (pause.GetProperty("holds").GetInt32(), pause.GetProperty("zero_attendance").GetInt32(), pause.GetProperty("week_holds").GetInt32()).ShouldBe((6, 6, 10));
        var decisions = (await Api.Get($"/api/admin/settlements/pauses/{Id(pause)}/decisions", Admin)).Must(200).Json.GetProperty("items").EnumerateArray().ToList();
        decisions.Select(one => one.GetProperty("hold_id").GetString()).ShouldBe(places.Select(place => place.HoldId), ignoreOrder: true);
        decisions.ShouldAllBe(one => one.GetProperty("outcome").GetString() == "refunded");
        var sum = (await Api.Get($"/api/admin/settlements/pauses/{Id(pause)}", Admin)).Must(200).Json.GetProperty("foreseen").EnumerateArray().Single();
        (sum.GetProperty("outcome").GetString(), sum.GetProperty("holds").GetInt32(), sum.GetProperty("amount").GetDecimal()).ShouldBe(("refunded", 6, 600m));
        foreach (var place in places)
        {
            (await Hold(place)).Status.ShouldBe("held");
        }
    }

    [Fact]
    public async Task While_it_waits_nothing_settles_and_everybody_can_see_why()
    {
        await AWeekOf(10);
        await ALessonWith(6, came: 0);
        await Runs();
        var innocent = (await ALessonWith(1, came: 1)).Single();

        var run = await Runs();

        run.GetProperty("released").GetInt32().ShouldBe(0);
        (await Hold(innocent)).Status.ShouldBe("held");
        (await Api.Get("/api/admin/settlements/pauses", Admin)).Must(200).Json.GetProperty("items").GetArrayLength().ShouldBe(1);
        var ready = (await new Api(Node).Get("/health/ready")).Must(200);
        ready.Json.GetProperty("status").GetString().ShouldBe("degraded");
        (await new Api(Node).Get("/metrics")).Must(200).Text.ShouldMatch(@"(?m)^talkconnect_settlement_paused(\{[^}]*\})? 1$");
    }

    [Fact]
    public void Fifty_holds_in_a_run_and_two_hundred_behind_it_are_compared_unless_something_else_is_set() =>
        App.Services.GetRequiredService<CircuitBreaker>().ShouldBe(new CircuitBreaker(50, 200, 0.25m, 0.20m, 5));

    [Fact]
    public async Task A_run_of_which_not_all_could_be_kept_is_stopped_again()
    {
        await AWeekOf(10, batchSize: 4);
        await ALessonWith(6, came: 0);
        Node.Faults.CutBefore(9, after: 1);

        (await new Api(Node).Post("/api/admin/settlements/run", null, Admin)).MustBeRefused(503, "database_unavailable");

        (await Pauses()).ShouldBe(0);
        await Runs();
        (await Foreseen(Id(await ThePause()))).Count.ShouldBe(6);
    }

    [Fact]
    public async Task A_bad_hold_is_recorded_and_the_others_are_foreseen()
    {
        await AWeekOf(10);
        var places = await ALessonWith(6, came: 0);
        await App.InDatabaseAsync(db => db.Database.ExecuteSqlAsync($"UPDATE session_purchases SET id = 'lost' WHERE id = {places[2].PurchaseId}"));

        var run = await Runs();

        run.GetProperty("failed").GetInt32().ShouldBe(1);
        (await Foreseen(Id(await ThePause()))).ShouldBe(places.Where(place => place != places[2]).Select(place => place.HoldId), ignoreOrder: true);
        var failed = (await Api.Get("/api/admin/holds?failed=true", Admin)).Must(200).As<PageShape<JsonElement>>().Items.ShouldHaveSingleItem();
        (failed.GetProperty("id").GetString(), failed.GetProperty("attempts").GetInt32()).ShouldBe((places[2].HoldId, 1));
        (await Decides("dismiss")).Must(200);
        (await Count(PaymentHoldStatus.NeedsReview)).ShouldBe(5);
        await App.InDatabaseAsync(db => db.Database.ExecuteSqlAsync($"UPDATE session_purchases SET id = {places[2].PurchaseId} WHERE id = 'lost'"));
    }

    [Fact]
    public async Task People_who_had_tokens_are_not_refunded_while_LiveKit_is_silent()
    {
        await AWeekOf(10);
        await Beats();
        var (lesson, place) = await ALessonWithATokenAndNothingHeard(5);

        (await Runs()).GetProperty("refunded").GetInt32().ShouldBe(0);

        Reasons(await ThePause()).ShouldBe(["refund_share", "zero_attendance_share", "webhooks_silent"]);
        (await Hold(place)).Status.ShouldBe("held");
        (await Session(lesson)).Status.ShouldBe("completed");
    }

    [Fact]
    public async Task A_lesson_that_nobody_came_to_is_no_silence_where_LiveKit_told_of_others()
    {
        await AWeekOf(10);
        await Beats();
        var (lesson, _) = await ALessonWithATokenAndNothingHeard(5);
        App.Clock.Now = lesson.Minute(30);
        (await new LiveKitServer(Node).Tells(LiveKitEvents.RoomStarted(Room.Named("lobby"), App.Clock.Now))).Must(200);
        await Beats();
        App.Clock.Now = lesson.LastEntry.AddMinutes(1);

        await Runs();

        Reasons(await ThePause()).ShouldBe(["refund_share", "zero_attendance_share"]);
    }

    [Fact]
    public async Task Two_servers_stop_a_run_once()
    {
        await AWeekOf(10);
        await ALessonWith(6, came: 0);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Runs()));

        (await Pauses()).ShouldBe(1);
        (await App.InDatabaseAsync(db => db.Set<ForeseenDecision>().CountAsync())).ShouldBe(6);
    }

    [Fact]
    public async Task Runs_that_are_like_the_week_go_on()
    {
        await AWeekOf(10);
        await ALessonWith(8, came: 7);

        var run = await Runs();

        (run.GetProperty("released").GetInt32(), run.GetProperty("refunded").GetInt32()).ShouldBe((7, 1));
    }

    private static IEnumerable<string?> Reasons(JsonElement pause) => pause.GetProperty("reasons").EnumerateArray().Select(reason => reason.GetString());

    private async Task<(Lesson Lesson, Place Place)> ALessonWithATokenAndNothingHeard(int students)
    {
        var lesson = await ALesson();
        var place = await ASoldPlace(lesson);
        for (var more = 1; more < students; more++)
        {
            await ASoldPlace(lesson);
        }

        App.Clock.Now = lesson.Start;
        (await new Api(Node).Post($"/api/sessions/{lesson.Id}/join", null, place.Student)).Must(200);
        App.Clock.Now = lesson.LastEntry.AddMinutes(1);
        return (lesson, place);
    }

    /// <summary>The server says that it listens, twice: the second time with what it heard.</summary>
    private async Task Beats()
    {
        for (var beat = 0; beat < 2; beat++)
        {
            App.Clock.Now = App.Clock.Now.AddSeconds(10);
            await using var scope = Node.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new KeepListening());
        }
    }
}

[Collection(SqliteTests.Name)]
public sealed class BreakerTestsOnSqlite(SqliteApp app) : BreakerTests(app);

[Collection(MariaDbTests.Name)]
public sealed class BreakerTestsOnMariaDb(MariaDbApp app) : BreakerTests(app)
{
    [Fact]
    public async Task A_hold_that_somebody_is_at_work_on_is_foreseen_too()
    {
        await AWeekOf(10);
        var places = await ALessonWith(6, came: 0);

        await App.InDatabaseAsync(async db =>
        {
            await using var other = await db.Database.BeginTransactionAsync();
            await db.Database.ExecuteSqlAsync($"UPDATE payment_holds SET version = version WHERE id = {places[0].HoldId}");
            return await Runs();
        });

        (await Foreseen(Id(await ThePause()))).Count.ShouldBe(6);
    }
}
