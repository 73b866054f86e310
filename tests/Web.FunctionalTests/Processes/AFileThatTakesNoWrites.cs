namespace TalkConnect.Web.FunctionalTests.Processes;

/// <summary>The embedded database on a disk that refuses writes, and takes them again later.</summary>
public sealed class AFileThatTakesNoWrites
{
    [Fact]
    public async Task Is_said_to_be_away_until_it_takes_writes_again()
    {
        await using var database = ProcessDatabase.Missing("Sqlite");
        await using var server = await ServerProcess.StartAsync(database);
        var market = new Marketplace(server.Api);
        var student = await market.AddStudentAsync(10);

        await server.RefuseWritesAsync(true);
        (await server.Api.Get("/health/live")).Must(200);
        await SaysThatItIsAwayAsync(server);
        (await TellsAsync(server)).MustBeRefused(503, "database_unavailable");
        (await DepositsAsync(server, market, student)).MustBeRefused(503, "database_unavailable");
        (await market.BalanceAsync(student)).ShouldBe(10, "what is there can be read");

        await server.RefuseWritesAsync(false);
        (await server.Api.Get("/health/ready")).Must(200);
        (await TellsAsync(server)).Must(200);
        (await DepositsAsync(server, market, student)).Must(201);
        (await market.BalanceAsync(student)).ShouldBe(15);
        await market.TheBooksMustBalanceAsync();
    }

    /// <summary>What could be written is not tried again within a second.</summary>
    private static async Task SaysThatItIsAwayAsync(ServerProcess server)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while ((await server.Api.Get("/health/ready")).Status != 503)
        {
            await Task.Delay(100, patience.Token);
        }
    }

    private static Task<Answer> TellsAsync(ServerProcess server) => new LiveKitServer(server.Api, TimeProvider.System).Tells(
        LiveKitEvents.RoomStarted(Room.Of("nowhere", 1, 1), TimeProvider.System.GetUtcNow()));

    private static Task<Answer> DepositsAsync(ServerProcess server, Marketplace market, Person student) => server.Api.Post(
        $"/api/admin/users/{student.Id}/deposits", new { amount = 5, external_reference = "again" }, market.Admin, "the-key");
}
