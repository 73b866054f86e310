using System.Diagnostics;
using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Quartz;
using TalkConnect.Application.Common;

namespace TalkConnect.Web.FunctionalTests.Ledger;

/// <summary>Keys are kept for as long as anybody may still send their request again, and not for ever.</summary>
public abstract class ForgettingKeysTests(TalkConnectApp app) : FunctionalTest(app)
{
    [Fact]
    public async Task A_key_is_kept_for_thirty_days_and_then_forgotten()
    {
        var student = await AStudent();
        (await Credit(student, "old")).Must(201);
        App.Clock.Now = SettableClock.Noon.AddDays(30);
        (await Credit(student, "new")).Must(201);

        (await Forget(App)).ShouldBe(0);
        (await Credit(student, "old")).IsReplay.ShouldBeTrue();

        App.Clock.Now = SettableClock.Noon.AddDays(30).AddSeconds(1);
        (await Forget(App)).ShouldBe(1);

        (await Keys()).ShouldBe(["new"]);
        (await Credit(student, "new")).IsReplay.ShouldBeTrue();
        (await Credit(student, "old")).Must(201).IsReplay.ShouldBeFalse();
        (await Balance(student)).ShouldBe(3);
    }

    [Fact]
    public async Task The_operator_says_for_how_long()
    {
        var student = await AStudent();
        (await Credit(student, "key")).Must(201);
        await using var node = App.Another(("Idempotency:KeepDays", "1"));

        App.Clock.Now = SettableClock.Noon.AddDays(1);
        (await Forget(node)).ShouldBe(0);
        App.Clock.Now = SettableClock.Noon.AddDays(1).AddSeconds(1);
        (await Forget(node)).ShouldBe(1);
    }

    [Fact]
    public async Task Many_are_forgotten_in_batches()
    {
        await FillAsync(2500, old: true);
        await FillAsync(300, old: false);
        var commands = new CountingCommands(App.Provider);

        using (DiagnosticListener.AllListeners.Subscribe(commands))
        {
            (await Forget(App)).ShouldBe(2500);
        }

        commands.Texts.Count(text => text.StartsWith("DELETE", StringComparison.Ordinal)).ShouldBe(3);
        (await Keys()).Count.ShouldBe(300);
    }

    [Fact]
    public async Task Keys_of_the_same_moment_are_no_endless_work()
    {
        await App.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync(Insert(Enumerable.Range(0, 1500).Select(number => Row(number, "2026-01-01 00:00:00")))));

        (await Forget(App)).ShouldBe(1500);

        (await Keys()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_servers_that_forget_at_the_same_time_do_not_disturb_each_other()
    {
        await FillAsync(2500, old: true);
        await using var node = App.Another();

        var forgotten = await Task.WhenAll(Forget(App), Forget(node));

        forgotten.Sum().ShouldBe(2500);
        (await Keys()).ShouldBeEmpty();
    }

    [Fact]
    public async Task It_is_on_the_schedule_of_every_night()
    {
        var student = await AStudent();
        (await Credit(student, "key")).Must(201);
        App.Clock.Now = SettableClock.Noon.AddDays(31);
        var scheduler = await App.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        var job = new JobKey("IdempotencyPurge");
        var trigger = (await scheduler.GetTriggersOfJob(job)).ShouldHaveSingleItem();
        trigger.ShouldBeAssignableTo<ICronTrigger>()!.CronExpressionString.ShouldBe("0 40 3 * * ?");

        await scheduler.TriggerJob(job);

        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while ((await Keys()).Count > 0)
        {
            await Task.Delay(20, patience.Token);
        }
    }

    private Task<Answer> Credit(Person student, string key) =>
        Api.Post($"/api/admin/users/{student.Id}/credits", new { amount = 1, reason = "gift" }, Admin, key);

    private static async Task<int> Forget(TalkConnectApp node)
    {
        await using var scope = node.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ForgetIdempotencyKeys());
    }

    private Task<List<string>> Keys()
    {
        var query = $"SELECT {Column} AS {Quoted("Value")} FROM idempotency_keys";
        return App.InDatabaseAsync(db => db.Database.SqlQueryRaw<string>(query).ToListAsync());
    }

    private Task<int> FillAsync(int count, bool old) => App.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync(Insert(
        Enumerable.Range(0, count).Select(number => Row(
            number + (old ? 0 : 100_000),
            (old ? SettableClock.Noon.AddDays(-60) : SettableClock.Noon.AddDays(-29)).AddSeconds(number).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture))))));

    private string Insert(IEnumerable<string> rows) =>
        $"INSERT INTO idempotency_keys (user_id, route, {Column}, request_hash, answer, created_at) VALUES {string.Join(',', rows)}";

    private static string Row(int number, string at) => $"('somebody', 'POST somewhere', 'key-{number}', 'hash', 'null', '{at}')";

    private string Column => Quoted("key");

    private string Quoted(string name) => App.Provider == "Sqlite" ? $"\"{name}\"" : $"`{name}`";
}

[Collection(SqliteTests.Name)]
public sealed class ForgettingKeysTestsOnSqlite(SqliteApp app) : ForgettingKeysTests(app);

[Collection(MariaDbTests.Name)]
public sealed class ForgettingKeysTestsOnMariaDb(MariaDbApp app) : ForgettingKeysTests(app);
