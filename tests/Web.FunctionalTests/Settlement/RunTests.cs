using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TalkConnect.Application.Settlement;
using TalkConnect.Domain.Settlement;

namespace TalkConnect.Web.FunctionalTests.Settlement;

public abstract class RunTests(TalkConnectApp app) : FunctionalTest(app)
{
    [Fact]
    public async Task Every_run_of_an_admin_is_kept()
    {
        var lesson = await ALesson(await ATeacher(referred: true));
        var place = await ASoldPlace(lesson);
        await ASoldPlace(lesson);
        await Stays(place.Student, lesson, lesson.Start, lesson.End);
        await Finishes(lesson);
        var first = await RunSettlement();
        App.Clock.Now = App.Clock.Now.AddMinutes(5);
        var second = await RunSettlement();

        var kept = (await Api.Get("/api/admin/settlements", Admin)).Must(200).As<PageShape<RunShape>>().Items;

        kept.ShouldBe([second, first]);
        first.ShouldBe(new RunShape(1, 1, 0, 100m, 100m, 30m));
    }

    [Fact]
    public async Task A_run_that_is_asked_for_twice_at_once_is_one_run()
    {
        var lesson = await ALesson();
        for (var number = 0; number < 20; number++)
        {
            await ASoldPlace(lesson);
        }

        await Finishes(lesson);

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Api.Post("/api/admin/settlements/run", null, Admin, "key")));

        answers.ShouldAllBe(answer => answer.Must(200).As<RunShape>() == new RunShape(0, 20, 0, 0m, 2000m, 0m));
        answers.Count(answer => answer.IsReplay).ShouldBe(2);
        (await Api.Get("/api/admin/settlements", Admin)).Must(200).As<PageShape<RunShape>>().Items.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_run_with_a_key_goes_on_when_its_caller_hangs_up()
    {
        await using var node = App.Another(("Settlement:BatchSize", "1"));
        var lesson = await ALesson();
        for (var number = 0; number < 30; number++)
        {
            await ASoldPlace(lesson);
        }

        await Finishes(lesson);
        using var impatient = new CancellationTokenSource(TimeSpan.FromMilliseconds(15));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/admin/settlements/run");
        request.Headers.Authorization = new("Bearer", Admin.Token);
        request.Headers.Add("Idempotency-Key", "key");
        await Should.ThrowAsync<OperationCanceledException>(node.Http.SendAsync(request, impatient.Token));

        (await new Api(node).Post("/api/admin/settlements/run", null, Admin, "key")).Must(200).As<RunShape>().Refunded.ShouldBe(30);
    }

    [Fact]
    public async Task Two_servers_that_run_for_the_same_key_both_keep_what_they_did()
    {
        await using var other = App.Another();
        Api[] servers = [Api, new(other)];
        var lesson = await ALesson();
        for (var number = 0; number < 20; number++)
        {
            await ASoldPlace(lesson);
        }

        await Finishes(lesson);

        var answers = await Task.WhenAll(servers.Select(server => server.Post("/api/admin/settlements/run", null, Admin, "key")));

        answers.Select(answer => answer.Must(200).As<RunShape>()).Distinct().Count().ShouldBe(1);
        (await Api.Get("/api/admin/settlements", Admin)).Must(200).As<PageShape<RunShape>>().Items.Sum(run => run.Refunded).ShouldBe(20);
    }

    [Fact]
    public async Task Many_batches_are_one_run()
    {
        await using var node = App.Another(("Settlement:BatchSize", "2"));
        var lesson = await ALesson();
        for (var number = 0; number < 7; number++)
        {
            await ASoldPlace(lesson);
        }

        await Finishes(lesson);

        (await new Api(node).Post("/api/admin/settlements/run", null, Admin)).Must(200).As<RunShape>().Refunded.ShouldBe(7);
    }

    [Fact]
    public async Task A_bad_hold_is_recorded_and_stops_none_of_the_others()
    {
        var lesson = await ALesson();
        var good = await ASoldPlace(lesson);
        var bad = await ASoldPlace(lesson);
        var other = await ASoldPlace(lesson);
        await Finishes(lesson);
        await Execute("UPDATE session_purchases SET id = 'lost' WHERE id = {0}", bad.PurchaseId);

        (await RunSettlement()).ShouldBe(new RunShape(0, 2, 1, 0m, 200m, 0m));

        var failed = (await Api.Get("/api/admin/holds?failed=true", Admin)).Must(200).As<PageShape<JsonElement>>().Items.ShouldHaveSingleItem();
        failed.GetProperty("id").GetString().ShouldBe(bad.HoldId);
        failed.GetProperty("status").GetString().ShouldBe("held");
        failed.GetProperty("attempts").GetInt32().ShouldBe(1);
        failed.GetProperty("last_error").GetString().ShouldNotBeNullOrEmpty();
        failed.GetProperty("next_try_at").GetDateTimeOffset().ShouldBeGreaterThan(App.Clock.Now);
        (await Hold(good)).Status.ShouldBe("refunded");
        (await Hold(other)).Status.ShouldBe("refunded");

        await Execute("UPDATE session_purchases SET id = {0} WHERE id = 'lost'", bad.PurchaseId);
        (await RunSettlement()).Refunded.ShouldBe(1);
        (await Api.Get("/api/admin/holds?failed=true", Admin)).As<PageShape<JsonElement>>().Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_session_that_cannot_be_completed_has_its_holds_recorded_and_stops_none_of_the_others()
    {
        var lesson = await ALesson();
        var bad = await ASoldPlace(lesson);
        await ASoldPlace(lesson);
        var good = await ASoldPlace(await ALesson());
        App.Clock.Now = lesson.LastEntry.AddMinutes(1);
        await Execute("UPDATE session_purchases SET status = 'broken' WHERE id = {0}", bad.PurchaseId);

        (await RunSettlement()).ShouldBe(new RunShape(0, 1, 2, 0m, 100m, 0m));

        var failed = (await Api.Get("/api/admin/holds?failed=true", Admin)).Must(200).As<PageShape<JsonElement>>().Items;
        failed.Count.ShouldBe(2);
        failed.ShouldAllBe(hold => hold.GetProperty("attempts").GetInt32() == 1 && hold.GetProperty("last_error").GetString() != null);
        (await Hold(good)).Status.ShouldBe("refunded");

        // The schedule tries them again when their time has come, and not before.
        await Ticks();
        (await App.InDatabaseAsync(db => db.Set<PaymentHold>().MaxAsync(hold => hold.Attempts))).ShouldBe(1);
        App.Clock.Now = App.Clock.Now.AddMinutes(5);
        await Ticks();
        (await App.InDatabaseAsync(db => db.Set<PaymentHold>().MaxAsync(hold => hold.Attempts))).ShouldBe(2);

        await Execute("UPDATE session_purchases SET status = 'active' WHERE id = {0}", bad.PurchaseId);
        (await RunSettlement()).Refunded.ShouldBe(2);
    }

    [Fact]
    public async Task A_run_that_the_database_interrupts_keeps_what_it_did_and_says_so()
    {
        await using var node = App.Another(("Settlement:BatchSize", "1"));
        var lesson = await ALesson();
        for (var number = 0; number < 4; number++)
        {
            await ASoldPlace(lesson);
        }

        await Finishes(lesson);
        node.Faults.CutBefore(9, after: 2);

        var answer = await new Api(node).Post("/api/admin/settlements/run", null, Admin, "key");

        answer.MustBeRefused(503, "run_interrupted").Headers.RetryAfter.ShouldBeNull();
        answer.Text.ShouldNotContain("Nothing was changed");
        (await Api.Get("/api/admin/settlements", Admin)).Must(200).As<PageShape<RunShape>>().Items.ShouldBe([new RunShape(0, 2, 0, 0m, 200m, 0m)]);
        (await Api.Get("/api/admin/audit?action=settlement_run", Admin)).Must(200).Json.GetProperty("items").GetArrayLength().ShouldBe(1);

        (await new Api(node).Post("/api/admin/settlements/run", null, Admin, "key")).Must(200).As<RunShape>().Refunded.ShouldBe(2);
    }

    [Fact]
    public async Task Holds_are_found_by_their_status()
    {
        var lesson = await ALesson();
        var held = await ASoldPlace(lesson);
        var over = await ALessonIn(lesson.CourseId, lesson.Teacher, 2);
        var refunded = await ASoldPlace(over);
        await Cancels(Admin, over);

        (await Ids("?status=held")).ShouldBe([held.HoldId]);
        (await Ids("?status=refunded")).ShouldBe([refunded.HoldId]);
        (await Ids("?status=released")).ShouldBeEmpty();
        (await Ids("?failed=false")).Count().ShouldBe(2);
    }

    private async Task<SettlementRunView> Ticks()
    {
        await using var scope = App.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new RunSettlement(Manual: false, IdempotencyKey: null));
    }

    private async Task<IEnumerable<string>> Ids(string query) =>
        (await Api.Get("/api/admin/holds" + query, Admin)).Must(200).As<PageShape<HoldShape>>().Items.Select(hold => hold.Id);

    private Task<int> Execute(string sql, params object[] values) => App.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync(sql, values));
}

[Collection(SqliteTests.Name)]
public sealed class RunTestsOnSqlite(SqliteApp app) : RunTests(app);

[Collection(MariaDbTests.Name)]
public sealed class RunTestsOnMariaDb(MariaDbApp app) : RunTests(app);
