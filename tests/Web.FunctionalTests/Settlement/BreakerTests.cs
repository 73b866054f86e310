using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TalkConnect.Application.Attendance;
using TalkConnect.Domain.Settlement;
using TalkConnect.Domain.Users;

namespace TalkConnect.Web.FunctionalTests.Settlement;

/// <summary>A server that compares runs of five holds and more with a week of ten and more.</summary>
public abstract class BreakerTests(TalkConnectApp app) : FunctionalTest(app)
{
    private TalkConnectApp? _node;

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await (_node?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

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
        var ready = (await new Api(_node!).Get("/health/ready")).Must(200);
        ready.Json.GetProperty("status").GetString().ShouldBe("degraded");
        (await new Api(_node!).Get("/metrics")).Must(200).Text.ShouldContain("talkconnect_settlement_paused");
    }

    [Fact]
    public async Task An_admin_lets_it_go_on()
    {
        await AWeekOf(10);
        var places = await ALessonWith(6, came: 0);
        await Runs();
        var path = $"/api/admin/settlements/pauses/{Id(await ThePause())}/proceed";

        var first = (await new Api(_node!).Post(path, new { reason = "The teacher was ill." }, Admin, "go-1")).Must(200);
        var again = (await new Api(_node!).Post(path, new { reason = "The teacher was ill." }, Admin, "go-1")).Must(200);

        (first.Json.GetProperty("status").GetString(), again.IsReplay).ShouldBe(("proceeded", true));
        foreach (var place in places)
        {
            (await Hold(place)).Status.ShouldBe("refunded");
        }

        (await new Api(_node!).Post(path, new { reason = "Again" }, Admin)).MustBeRefused(409, "invalid_transition");
        (await new Api(_node!).Get("/health/ready")).Must(200).Json.GetProperty("status").GetString().ShouldBe("healthy");
        (await Api.Get("/api/admin/audit?action=pause_proceeded", Admin)).Must(200).Json.GetProperty("items").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task What_an_admin_let_go_on_is_finished_by_the_next_run()
    {
        await AWeekOf(10);
        await ALessonWith(6, came: 0);
        await Runs();
        await LetsItGoOnAndNothingFollows();

        var run = await Runs();

        run.GetProperty("refunded").GetInt32().ShouldBe(6);
        (await Pauses()).ShouldBe(1);
    }

    [Fact]
    public async Task What_fell_due_since_is_compared_without_what_an_admin_let_go_on()
    {
        await AWeekOf(10);
        await ALessonWith(6, came: 0);
        await Runs();
        await LetsItGoOnAndNothingFollows();
        var later = await ALessonWith(5, came: 0);

        (await Runs()).GetProperty("refunded").GetInt32().ShouldBe(0);

        var pause = await ThePause();
        pause.GetProperty("holds").GetInt32().ShouldBe(5);
        (await Decides("dismiss")).Must(200);
        foreach (var place in later)
        {
            (await Hold(place)).Status.ShouldBe("needs_review");
        }

        (await Runs()).GetProperty("refunded").GetInt32().ShouldBe(6);
    }

    [Fact]
    public async Task It_goes_on_although_the_admin_hangs_up()
    {
        await AWeekOf(10, batchSize: 1);
        await ALessonWith(30, came: 0);
        await Runs();
        using var impatient = new CancellationTokenSource();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/admin/settlements/pauses/{Id(await ThePause())}/proceed");
        request.Headers.Authorization = new("Bearer", Admin.Token);
        request.Content = Api.Content("""{"reason":"The teacher was ill."}""");
        var asked = _node!.Http.SendAsync(request, impatient.Token);
        await Until(async () => await Count(PaymentHoldStatus.Refunded) > 0);

        await impatient.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(asked);
        await Until(async () => await Count(PaymentHoldStatus.Refunded) == 30);
    }

    [Fact]
    public async Task Who_let_it_go_on_hears_so_although_the_database_was_lost_then_and_may_ask_again()
    {
        await AWeekOf(10);
        await ALessonWith(6, came: 0);
        await Runs();
        _node!.Faults.CutBefore(1000, after: 1);

        (await Decides("proceed", "go-1")).Must(200).Json.GetProperty("status").GetString().ShouldBe("proceeded");

        _node.Faults.CutBefore(0);
        (await Count(PaymentHoldStatus.Refunded)).ShouldBe(0);
        (await Decides("proceed", "go-1")).Must(200).IsReplay.ShouldBeTrue();
        (await Count(PaymentHoldStatus.Refunded)).ShouldBe(6);
    }

    [Fact]
    public async Task Who_lets_it_go_on_while_it_is_dismissed_is_refused()
    {
        await AWeekOf(10, batchSize: 1);
        await ALessonWith(30, came: 0);
        await Runs();
        var dismissed = Decides("dismiss");
        await Until(async () => await Count(PaymentHoldStatus.NeedsReview) > 0);

        (await Decides("proceed")).MustBeRefused(409, "invalid_transition");

        (await dismissed).Must(200);
        (await Count(PaymentHoldStatus.NeedsReview)).ShouldBe(30);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_dismissal_that_is_cut_short_is_finished(bool byTheNextRun)
    {
        await AWeekOf(10, batchSize: 1);
        await ALessonWith(6, came: 1);
        await Runs();
        _node!.Faults.CutBefore(1000, after: 2);
        (await Decides("dismiss")).Must(200);
        _node.Faults.CutBefore(0);
        (await Count(PaymentHoldStatus.NeedsReview)).ShouldBe(1);
        (await new Api(_node).Get("/health/ready")).Must(200).Json.GetProperty("status").GetString().ShouldBe("degraded");

        if (!byTheNextRun)
        {
            (await Decides("dismiss")).Must(200);
            (await Count(PaymentHoldStatus.NeedsReview)).ShouldBe(5);
        }

        var run = await Runs();
        (run.GetProperty("released").GetInt32(), run.GetProperty("refunded").GetInt32()).ShouldBe((1, 0));
        (await Count(PaymentHoldStatus.NeedsReview)).ShouldBe(5);
        (await Decides("dismiss")).MustBeRefused(409, "invalid_transition");
    }

    [Fact]
    public async Task A_run_of_which_not_all_could_be_kept_is_stopped_again()
    {
        await AWeekOf(10, batchSize: 4);
        await ALessonWith(6, came: 0);
        _node!.Faults.CutBefore(9, after: 1);

        (await new Api(_node).Post("/api/admin/settlements/run", null, Admin)).MustBeRefused(503, "database_unavailable");

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
    public async Task An_admin_stops_it_and_looks_at_each()
    {
        await AWeekOf(10);
        var places = await ALessonWith(6, came: 1);
        await Runs();

        (await new Api(_node!).Post($"/api/admin/settlements/pauses/{Id(await ThePause())}/dismiss", new { reason = "LiveKit was down." }, Admin)).Must(200);

        var unpaid = places.Skip(1).ToList();
        foreach (var place in unpaid)
        {
            (await Hold(place)).ShouldSatisfyAllConditions(hold => hold.Status.ShouldBe("needs_review"), hold => hold.ReviewReason.ShouldBe("run_dismissed"));
        }

        (await Hold(places[0])).Status.ShouldBe("held");
        (await Runs()).GetProperty("released").GetInt32().ShouldBe(1);
        (await Api.Post($"/api/admin/holds/{unpaid[0].HoldId}/resolve", new { decision = "release", reason = "The recording shows it." }, Admin)).Must(200);
    }

    [Fact]
    public async Task Who_is_an_admin_no_longer_decides_nothing()
    {
        await AWeekOf(10);
        var places = await ALessonWith(6, came: 0);
        await Runs();
        var former = (await ATeacher()).Claiming(Person.Admin);
        var path = $"/api/admin/settlements/pauses/{Id(await ThePause())}";

        foreach (var decision in new[] { "proceed", "dismiss" })
        {
            (await new Api(_node!).Post($"{path}/{decision}", new { reason = "Because." }, former)).MustBeRefused(403, "role_mismatch");
        }

        (await new Api(_node!).Post("/api/admin/settlements/run", null, former)).MustBeRefused(403, "role_mismatch");
        (await ThePause()).GetProperty("status").GetString().ShouldBe("waiting");
        foreach (var place in places)
        {
            (await Hold(place)).Status.ShouldBe("held");
        }
    }

    [Fact]
    public async Task A_key_of_another_request_dismisses_nothing()
    {
        await AWeekOf(10);
        await ALessonWith(6, came: 0);
        await Runs();
        var first = Id(await ThePause());
        (await new Api(_node!).Post($"/api/admin/settlements/pauses/{first}/dismiss", new { reason = "One." }, Admin, "used")).Must(200);
        var places = await ALessonWith(6, came: 0);
        await Runs();
        var second = Id(await ThePause());
        await App.InDatabaseAsync(db => db.Database.ExecuteSqlAsync($"UPDATE idempotency_keys SET route = REPLACE(route, {first}, {second})"));

        (await new Api(_node!).Post($"/api/admin/settlements/pauses/{second}/dismiss", new { reason = "Another." }, Admin, "used"))
            .MustBeRefused(422, "idempotency_key_reused");

        foreach (var place in places)
        {
            (await Hold(place)).Status.ShouldBe("held");
        }
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
        (await new LiveKitServer(_node!).Tells(LiveKitEvents.RoomStarted(Room.Named("lobby"), App.Clock.Now))).Must(200);
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

    [Fact]
    public async Task A_reason_is_needed()
    {
        await AWeekOf(10);
        await ALessonWith(6, came: 0);
        await Runs();

        (await new Api(_node!).Post($"/api/admin/settlements/pauses/{Id(await ThePause())}/dismiss", new { }, Admin)).MustName("reason");
    }

    protected static string Id(JsonElement pause) => pause.GetProperty("id").GetString()!;

    private static async Task Until(Func<Task<bool>> reached)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await reached())
        {
            await Task.Delay(5, patience.Token);
        }
    }

    private static IEnumerable<string?> Reasons(JsonElement pause) => pause.GetProperty("reasons").EnumerateArray().Select(reason => reason.GetString());

    /// <summary>An admin's decision about the newest pause.</summary>
    private async Task<Answer> Decides(string decision, string? key = null) =>
        await new Api(_node!).Post($"/api/admin/settlements/pauses/{Id(await ThePause())}/{decision}", new { reason = "Because." }, Admin, key);

    private Task<int> Pauses() => App.InDatabaseAsync(db => db.Set<SettlementPause>().CountAsync());

    private Task<int> Count(PaymentHoldStatus status) => App.InDatabaseAsync(db => db.Set<PaymentHold>().CountAsync(hold => hold.Status == status));

    /// <summary>An admin decided, and the server was gone before anything came of it.</summary>
    private Task<int> LetsItGoOnAndNothingFollows() => App.InDatabaseAsync(async db =>
    {
        var pause = await db.Set<SettlementPause>().SingleAsync(one => one.Waiting != null);
        pause.Proceed(UserId.From(Admin.Id), "Because.", App.Clock.Now);
        return await db.SaveChangesAsync();
    });

    protected async Task<IReadOnlyList<string?>> Foreseen(string pause) =>
        [.. (await Api.Get($"/api/admin/settlements/pauses/{pause}/decisions", Admin)).Must(200).Json.GetProperty("items").EnumerateArray()
            .Select(one => one.GetProperty("hold_id").GetString())];

    protected async Task<JsonElement> ThePause() => (await Api.Get("/api/admin/settlements/pauses", Admin)).Must(200).Json.GetProperty("items")[0];

    protected async Task<JsonElement> Runs() => (await new Api(_node!).Post("/api/admin/settlements/run", null, Admin)).Must(200).Json;

    protected async Task AWeekOf(int holds, int batchSize = 100)
    {
        _node = App.Another(
            ("Settlement:Breaker:MinimumHolds", "5"),
            ("Settlement:Breaker:MinimumBaseline", "10"),
            ("Settlement:BatchSize", $"{batchSize}"));
        await ALessonWith(holds, came: holds);
        (await Runs()).GetProperty("released").GetInt32().ShouldBe(holds);
    }

    private async Task<(Lesson Lesson, Place Place)> ALessonWithATokenAndNothingHeard(int students)
    {
        var lesson = await ALesson();
        var place = await ASoldPlace(lesson);
        for (var more = 1; more < students; more++)
        {
            await ASoldPlace(lesson);
        }

        App.Clock.Now = lesson.Start;
        (await new Api(_node!).Post($"/api/sessions/{lesson.Id}/join", null, place.Student)).Must(200);
        App.Clock.Now = lesson.LastEntry.AddMinutes(1);
        return (lesson, place);
    }

    /// <summary>The server says that it listens, twice: the second time with what it heard.</summary>
    private async Task Beats()
    {
        for (var beat = 0; beat < 2; beat++)
        {
            App.Clock.Now = App.Clock.Now.AddSeconds(10);
            await using var scope = _node!.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new KeepListening());
        }
    }

    protected async Task<IReadOnlyList<Place>> ALessonWith(int students, int came)
    {
        var lesson = await ALesson();
        var places = new List<Place>();
        for (var student = 0; student < students; student++)
        {
            places.Add(await ASoldPlace(lesson));
            if (student < came)
            {
                await Stays(places[^1].Student, lesson, lesson.Start, lesson.End);
            }
        }

        await Finishes(lesson);
        return places;
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
