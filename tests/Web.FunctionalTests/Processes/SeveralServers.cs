namespace TalkConnect.Web.FunctionalTests.Processes;

/// <summary>Several servers over one database.</summary>
public abstract class SeveralServers(string provider)
{
    [Fact]
    public async Task Started_at_once_on_a_missing_database_all_become_ready()
    {
        await using var database = ProcessDatabase.Missing(provider);
        var servers = Enumerable.Range(0, 3).Select(_ => ServerProcess.Launch(database)).ToList();
        try
        {
            await Task.WhenAll(servers.Select(server => server.WaitUntilReadyAsync()));

            var market = new Marketplace(servers[0].Api);
            await market.OpenAsync();
            foreach (var server in servers)
            {
                (await server.Api.Get($"/api/courses/{market.Course}", market.Teacher)).Must(200);
            }
        }
        finally
        {
            foreach (var server in servers)
            {
                await server.DisposeAsync();
            }
        }
    }

    [Fact]
    public async Task Settle_and_sell_side_by_side_and_every_balance_is_right_to_the_cent()
    {
        await using var database = ProcessDatabase.Missing(provider);
        await using var one = await ServerProcess.StartAsync(database, ("Settlement__BatchSize", "10"));
        await using var two = await ServerProcess.StartAsync(database, ("Settlement__BatchSize", "7"));
        var market = new Marketplace(one.Api);
        await market.OpenAsync();
        var done = await market.ScheduleAsync(33.33m);
        var open = await market.ScheduleAsync(5m);
        var students = new List<Person>();
        for (var number = 0; number < 40; number++)
        {
            students.Add(await market.AddStudentAsync(40m));
            (await market.BuyAsync(done, students[^1])).Must(201);
            await market.AttendAsync(done, students[^1], minutes: 30);
        }

        await market.FinishAsync(done);
        Api[] servers = [one.Api, two.Api];

        var runs = servers.SelectMany(api => Enumerable.Range(0, 4).Select(_ => new { api }))
            .Select(at => at.api.Post("/api/admin/settlements/run", null, market.Admin)).ToList();
        var purchases = students.SelectMany(student => servers.Select(api => api.Post($"/api/sessions/{open.Id}/purchase", null, student))).ToList();
        var credits = servers.Select(api => api.Post($"/api/admin/users/{market.Teacher.Id}/credits", new { amount = 0.01m, reason = "thanks" }, market.Admin)).ToList();
        await Task.WhenAll([.. runs, .. purchases, .. credits]);
        (await market.RunSettlementAsync()).Must(200);

        runs.Select(run => run.Result.Status).ShouldAllBe(status => status == 200);
        credits.Select(credit => credit.Result.Status).ShouldAllBe(status => status == 201);
        purchases.Count(purchase => purchase.Result.Status == 201).ShouldBe(40);
        purchases.Count(purchase => purchase.Result.Status == 409).ShouldBe(40);

        // 33.33 less 30 %: 9.999 is 10.00, so 23.33 stays of each.
        (await market.BalanceAsync(market.Teacher)).ShouldBe((40 * 23.33m) + 0.02m);
        foreach (var student in students)
        {
            (await market.BalanceAsync(student)).ShouldBe(40m - 33.33m - 5m);
        }

        await market.TheBooksMustBalanceAsync();
    }
}

public sealed class SeveralServersOnSqlite() : SeveralServers("Sqlite");

public sealed class SeveralServersOnMariaDb() : SeveralServers("MySql");
