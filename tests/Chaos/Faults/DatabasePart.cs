using TalkConnect.Chaos.Load;
using TalkConnect.Chaos.Report;
using TalkConnect.Chaos.Simulator;
using TalkConnect.Web.FunctionalTests.Processes;

namespace TalkConnect.Chaos.Faults;

/// <summary>Takes the database away from a server under load: by kill -9, by making it read-only, by filling its disk.</summary>
internal static class DatabasePart
{
    public const string Name = "database";

    /// <summary>What is said of a database that can be read and not be written.</summary>
    public const string ReadOnly = "read-only";

    public static async Task RunAsync(Options options, PartReport report)
    {
        await using (var mariaDb = await PrivateMariaDb.CreateAsync())
        {
            await KillAsync(mariaDb, options, report);
        }

        await using (var mariaDb = await PrivateMariaDb.CreateAsync())
        {
            await ReadOnlyAsync(mariaDb, options.Quick ? 2 : 5, report);
        }

        await FullDisk.RunAsync("160m", SmallAsync, report);
    }

    private static async Task<ProcessDatabase> SmallAsync(string folder)
    {
        var mariaDb = await PrivateMariaDb.CreateAsync(folder, "--innodb-log-file-size=16M");
        return ProcessDatabase.At(mariaDb.ConnectionString, mariaDb);
    }

    /// <summary>Kills the database while holds settle and everything else goes on.</summary>
    private static async Task KillAsync(PrivateMariaDb mariaDb, Options options, PartReport report)
    {
        var fate = Fate.Of(options.Seed, Name);
        await UnderLoadAsync(ProcessDatabase.At(mariaDb.ConnectionString), report, async server =>
        {
            var (kills, settling) = (options.Quick ? 4 : 20, 0);
            for (var kill = 0; kill < kills; kill++)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(fate.Between(300, 2000)));
                var run = server.Api.Post("/api/admin/settlements/run", null, Crowd.Admin);
                await Task.Delay(TimeSpan.FromMilliseconds(fate.Between(0, 15)));
                settling += run.IsCompleted ? 0 : 1;
                await mariaDb.KillAsync();
                report.Count("kill -9 of the database");
                if (kill % 4 == 0)
                {
                    await MustSayThatItIsAwayAsync(server, report, "killed");
                }

                await mariaDb.StartAsync();
                await MustRecoverAsync(server, report, "killed");
                await run;
            }

            report.Figures["kills while a settlement run was not yet answered"] = settling;
            if (settling < kills / 2)
            {
                report.Violations.Add($"only {settling} of {kills} kills met a settlement");
            }
        });
    }

    private static async Task ReadOnlyAsync(PrivateMariaDb mariaDb, int times, PartReport report) =>
        await UnderLoadAsync(ProcessDatabase.At(mariaDb.ConnectionString), report, async server =>
        {
            for (var time = 0; time < times; time++)
            {
                await Task.Delay(500);
                await mariaDb.CommandAsync("SET GLOBAL read_only = 1");
                report.Count("database made read-only");
                await MustSayThatItIsAwayAsync(server, report, ReadOnly);
                await mariaDb.CommandAsync("SET GLOBAL read_only = 0");
                await MustRecoverAsync(server, report, ReadOnly);
            }
        });

    internal static async Task UnderLoadAsync(ProcessDatabase database, PartReport report, Func<ServerProcess, Task> act)
    {
        await using var server = await ServerProcess.StartAsync(database, ("Settlement__BatchSize", "5"));
        var crowd = new Crowd(() => server.Http, size: 8);
        await crowd.OpenAsync();
        using var stop = new CancellationTokenSource();
        var acting = crowd.RunAsync(stop.Token);
        await act(server);
        await stop.CancelAsync();
        await acting;
        await report.TakeAsync(crowd, server);
    }

    /// <summary>While the database takes no writes: not ready, webhooks are to be sent again, and the process lives.</summary>
    internal static async Task MustSayThatItIsAwayAsync(ServerProcess server, PartReport report, string why)
    {
        // The patience of a unit of work that is running, and of the check itself.
        await Task.Delay(1000);
        await ExpectAsync("/health/live", 200, () => server.Api.Get("/health/live"));
        await ExpectAsync("/health/ready", 503, () => server.Api.Get("/health/ready"));
        var told = LiveKitEvents.RoomFinished(new Room("RM_nobody", "course_nobody_session_1_lesson_1"), TimeProvider.System.GetUtcNow());
        await ExpectAsync(LiveKitServer.Path, 503, () => new LiveKitServer(server.Api, TimeProvider.System).Tells(told));

        // So many that new connections are opened meanwhile.
        foreach (var read in await TogetherAsync(() => server.Api.Get("/api/admin/holds", Crowd.Admin)))
        {
            await ExpectAsync("/api/admin/holds", why == ReadOnly ? 200 : 503, () => Task.FromResult(read));
        }

        async Task ExpectAsync(string path, int status, Func<Task<Answer>> ask)
        {
            var answer = await ask();
            report.Add($"answers looked at while the database was {why}", 1);
            if (answer.Status != status)
            {
                report.Violations.Add($"{path} was answered {answer.Status} and not {status} while the database was {why}: {answer.Text}");
            }
        }
    }

    internal static async Task MustRecoverAsync(ServerProcess server, PartReport report, string why)
    {
        var started = TimeProvider.System.GetTimestamp();
        while ((await server.Api.Get("/health/ready")).Status != 200)
        {
            if (TimeProvider.System.GetElapsedTime(started) > TimeSpan.FromSeconds(30))
            {
                report.Violations.Add($"not ready 30 s after the database was {why}");
                return;
            }

            await Task.Delay(20);
        }

        var figure = $"seconds until ready again after the database was {why}, most";
        report.Figures[figure] = Math.Max(report.Figures.GetValueOrDefault(figure), TimeProvider.System.GetElapsedTime(started).TotalSeconds);
        await MustTakeWritesAsync(server, report, why);
    }

    /// <summary>More at once than are asked before, so that some meet what was opened while the database was away.</summary>
    private static async Task MustTakeWritesAsync(ServerProcess server, PartReport report, string why)
    {
        var answers = await TogetherAsync(() => server.Api.Put(
            $"/api/admin/users/{Guid.CreateVersion7()}", new { name = "Somebody", email = "somebody@example.org", role = Person.Student }, Crowd.Admin));
        report.Add($"answers looked at after the database was {why}", answers.Length);
        report.Violations.AddRange(answers.Where(answer => answer.Status != 201).Take(1)
            .Select(answer => $"ready again after the database was {why}, and a user was answered {answer.Status}: {answer.Text}"));
    }

    private static Task<Answer[]> TogetherAsync(Func<Task<Answer>> ask) => Task.WhenAll(Enumerable.Range(0, 40).Select(_ => ask()));
}
