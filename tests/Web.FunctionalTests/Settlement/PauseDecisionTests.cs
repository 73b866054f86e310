using Microsoft.EntityFrameworkCore;
using TalkConnect.Domain.Settlement;
using TalkConnect.Domain.Users;

namespace TalkConnect.Web.FunctionalTests.Settlement;

/// <summary>What an admin decides about a run that was stopped, and what comes of it whatever breaks meanwhile.</summary>
public abstract class PauseDecisionTests(TalkConnectApp app) : StoppedRunTest(app)
{
    [Fact]
    public async Task An_admin_lets_it_go_on()
    {
        await AWeekOf(10);
        var places = await ALessonWith(6, came: 0);
        await Runs();
        var path = $"/api/admin/settlements/pauses/{Id(await ThePause())}/proceed";

        var first = (await new Api(Node).Post(path, new { reason = "The teacher was ill." }, Admin, "go-1")).Must(200);
        var again = (await new Api(Node).Post(path, new { reason = "The teacher was ill." }, Admin, "go-1")).Must(200);

        (first.Json.GetProperty("status").GetString(), again.IsReplay).ShouldBe(("proceeded", true));
        foreach (var place in places)
        {
            (await Hold(place)).Status.ShouldBe("refunded");
        }

        (await new Api(Node).Post(path, new { reason = "Again" }, Admin)).MustBeRefused(409, "invalid_transition");
        (await new Api(Node).Get("/health/ready")).Must(200).Json.GetProperty("status").GetString().ShouldBe("healthy");
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
        var asked = Node.Http.SendAsync(request, impatient.Token);
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
        Node.Faults.CutBefore(1000, after: 1);

        (await Decides("proceed", "go-1")).Must(200).Json.GetProperty("status").GetString().ShouldBe("proceeded");

        Node.Faults.CutBefore(0);
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
        Node.Faults.CutBefore(1000, after: 2);
        (await Decides("dismiss")).Must(200);
        Node.Faults.CutBefore(0);
        (await Count(PaymentHoldStatus.NeedsReview)).ShouldBe(1);
        (await new Api(Node).Get("/health/ready")).Must(200).Json.GetProperty("status").GetString().ShouldBe("degraded");

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
    public async Task An_admin_stops_it_and_looks_at_each()
    {
        await AWeekOf(10);
        var places = await ALessonWith(6, came: 1);
        await Runs();

        (await new Api(Node).Post($"/api/admin/settlements/pauses/{Id(await ThePause())}/dismiss", new { reason = "LiveKit was down." }, Admin)).Must(200);

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
            (await new Api(Node).Post($"{path}/{decision}", new { reason = "Because." }, former)).MustBeRefused(403, "role_mismatch");
        }

        (await new Api(Node).Post("/api/admin/settlements/run", null, former)).MustBeRefused(403, "role_mismatch");
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
        (await new Api(Node).Post($"/api/admin/settlements/pauses/{first}/dismiss", new { reason = "One." }, Admin, "used")).Must(200);
        var places = await ALessonWith(6, came: 0);
        await Runs();
        var second = Id(await ThePause());
        await App.InDatabaseAsync(db => db.Database.ExecuteSqlAsync($"UPDATE idempotency_keys SET route = REPLACE(route, {first}, {second})"));

        (await new Api(Node).Post($"/api/admin/settlements/pauses/{second}/dismiss", new { reason = "Another." }, Admin, "used"))
            .MustBeRefused(422, "idempotency_key_reused");

        foreach (var place in places)
        {
            (await Hold(place)).Status.ShouldBe("held");
        }
    }

    [Fact]
    public async Task A_reason_is_needed()
    {
        await AWeekOf(10);
        await ALessonWith(6, came: 0);
        await Runs();

        (await new Api(Node).Post($"/api/admin/settlements/pauses/{Id(await ThePause())}/dismiss", new { }, Admin)).MustName("reason");
    }

    /// <summary>An admin decided, and the server was gone before anything came of it.</summary>
    private Task<int> LetsItGoOnAndNothingFollows() => App.InDatabaseAsync(async db =>
    {
        var pause = await db.Set<SettlementPause>().SingleAsync(one => one.Waiting != null);
        pause.Proceed(UserId.From(Admin.Id), "Because.", App.Clock.Now);
        return await db.SaveChangesAsync();
    });
}

[Collection(SqliteTests.Name)]
public sealed class PauseDecisionTestsOnSqlite(SqliteApp app) : PauseDecisionTests(app);

[Collection(MariaDbTests.Name)]
public sealed class PauseDecisionTestsOnMariaDb(MariaDbApp app) : PauseDecisionTests(app);
