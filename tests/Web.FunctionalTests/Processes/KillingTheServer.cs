namespace TalkConnect.Web.FunctionalTests.Processes;

/// <summary>A server that dies at the worst moment.</summary>
public abstract class KillingTheServer(string provider)
{
    private const int Sessions = 40;
    private const int StudentsPerSession = 50;

    [Fact]
    public async Task In_the_middle_of_2000_holds_settles_each_of_them_exactly_once()
    {
        await using var database = ProcessDatabase.Missing(provider);
        Marketplace market;
        List<Person> students;

        await using (var server = await ServerProcess.StartAsync(database, ("Settlement__BatchSize", "5")))
        {
            market = new Marketplace(server.Api);
            students = await SellAsync(market);

            var run = market.RunSettlementAsync();
            while (await market.CountAsync("released") == 0)
            {
                await Task.Yield();
            }

            await server.KillAsync();
            await Should.ThrowAsync<HttpRequestException>(run);
        }

        await using var next = await ServerProcess.StartAsync(database);
        var after = new Marketplace(next.Api);
        var left = (await after.RunSettlementAsync()).Must(200).As<RunShape>();

        (left.Released + left.Refunded).ShouldBeInRange(1, (Sessions * StudentsPerSession) - 1);
        left.Failed.ShouldBe(0);
        (await after.CountAsync("held")).ShouldBe(0);
        (await after.RunSettlementAsync()).As<RunShape>().ShouldBe(new RunShape(0, 0, 0, 0, 0, 0));

        // 10.05 less 30 %: 3.015 is 3.02, so 7.03 stays. Half of the students were there long enough.
        (await after.BalanceAsync(market.Teacher)).ShouldBe(Sessions * StudentsPerSession / 2 * 7.03m);
        foreach (var (student, index) in students.Select((student, index) => (student, index)))
        {
            (await after.BalanceAsync(student)).ShouldBe(index % 2 == 0 ? 0m : Sessions * 10.05m);
        }

        await after.TheBooksMustBalanceAsync();
    }

    [Fact]
    public async Task While_it_migrates_leaves_a_database_that_the_next_start_completes()
    {
        await using var database = ProcessDatabase.Missing(provider);

        // The first few moments of a start are where it migrates; some of these kills hit it.
        for (var moment = 400; moment <= 1600; moment += 150)
        {
            await using var victim = ServerProcess.Launch(database);
            await Task.Delay(moment);
            await victim.KillAsync();
        }

        await using var server = await ServerProcess.StartAsync(database);
        var market = new Marketplace(server.Api);
        await market.OpenAsync();
        await market.TheBooksMustBalanceAsync();
    }

    [Fact]
    public async Task By_a_signal_ends_the_running_batch_and_answers_before_it_goes()
    {
        await using var database = ProcessDatabase.Missing(provider);
        await using var server = await ServerProcess.StartAsync(database, ("Settlement__BatchSize", "1"));
        var market = new Marketplace(server.Api);
        await market.OpenAsync();
        var session = await market.ScheduleAsync(10m);
        for (var number = 0; number < 100; number++)
        {
            (await market.BuyAsync(session, await market.AddStudentAsync(10m))).Must(201);
        }

        await market.FinishAsync(session);
        var run = market.RunSettlementAsync();
        while (await market.CountAsync("refunded") == 0)
        {
            await Task.Yield();
        }

        (await server.TerminateAsync()).ShouldBe(0);

        var refunded = (await run).Must(200).As<RunShape>().Refunded;
        await using var next = await ServerProcess.StartAsync(database);
        var after = new Marketplace(next.Api);
        (await after.RunSettlementAsync()).As<RunShape>().Refunded.ShouldBe(100 - refunded);
        await after.TheBooksMustBalanceAsync();
    }

    [Fact]
    public async Task By_a_signal_keeps_every_webhook_that_it_has_answered()
    {
        await using var database = ProcessDatabase.Missing(provider);
        await using var server = await ServerProcess.StartAsync(database);
        var market = new Marketplace(server.Api);
        await market.OpenAsync();
        var session = await market.ScheduleAsync(10m);
        var students = new List<Person>();
        for (var number = 0; number < 400; number++)
        {
            students.Add(await market.AddAsync("student"));
        }

        var heard = 0;
        var telling = students.ConvertAll(async student =>
        {
            try
            {
                await market.AttendAsync(session, student, 30);
                Interlocked.Increment(ref heard);
                return student;
            }
            catch (HttpRequestException)
            {
                return null;
            }
        });
        while (Volatile.Read(ref heard) == 0)
        {
            await Task.Yield();
        }

        (await server.TerminateAsync()).ShouldBe(0);

        var answered = (await Task.WhenAll(telling)).OfType<Person>().ToList();
        answered.Count.ShouldBe(heard);
        await using var next = await ServerProcess.StartAsync(database);
        var after = new Marketplace(next.Api);
        foreach (var student in answered)
        {
            (await after.AttendedSecondsAsync(student)).ShouldBe(1800);
        }
    }

    private static async Task<List<Person>> SellAsync(Marketplace market)
    {
        await market.OpenAsync();
        var students = new List<Person>();
        for (var number = 0; number < StudentsPerSession; number++)
        {
            students.Add(await market.AddStudentAsync(Sessions * 10.05m));
        }

        await Parallel.ForAsync(0, Sessions, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (_, _) =>
        {
            var session = await market.ScheduleAsync(10.05m);
            foreach (var (student, index) in students.Select((student, index) => (student, index)))
            {
                (await market.BuyAsync(session, student)).Must(201);
                await market.AttendAsync(session, student, index % 2 == 0 ? 12 : 11);
            }

            await market.FinishAsync(session);
        });
        return students;
    }
}

public sealed class KillingTheServerOnSqlite() : KillingTheServer("Sqlite");

public sealed class KillingTheServerOnMariaDb() : KillingTheServer("MySql");
