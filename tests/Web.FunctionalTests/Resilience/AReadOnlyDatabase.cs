using MySqlConnector;

namespace TalkConnect.Web.FunctionalTests.Resilience;

/// <summary>A database that answers and takes no writes, as a replica does after a change of roles.</summary>
[Collection(MariaDbTests.Name)]
public sealed class AReadOnlyDatabase(MariaDbApp app) : FunctionalTest(app)
{
    private const string Account = "bound_by_read_only";

    [Fact]
    public async Task Is_said_to_be_away_until_it_takes_writes_again()
    {
        await CommandAsync($"CREATE OR REPLACE USER '{Account}'@'%' IDENTIFIED BY '{Account}'");
        await CommandAsync($"GRANT ALL PRIVILEGES ON `{new MySqlConnectionStringBuilder(App.ConnectionString).Database}`.* TO '{Account}'@'%'");
        await using var node = App.Another(("ConnectionStrings:TalkConnect", new MySqlConnectionStringBuilder(App.ConnectionString)
        {
            UserID = Account,
            Password = Account,
        }.ToString()));
        var api = new Api(node);
        (await api.Get("/health/ready")).Must(200);

        // Others use this server too, with an account that read_only does not bind.
        await CommandAsync("SET GLOBAL read_only = 1");
        try
        {
            (await api.Get("/health/live")).Must(200);
            (await api.Get("/health/ready")).Must(503);
            (await new LiveKitServer(node).Tells(LiveKitEvents.RoomStarted(Room.Of("nowhere", 1, 1), App.Clock.Now))).MustBeRefused(503, "database_unavailable");
            (await api.Put("/api/admin/users/somebody", new { name = "S", email = "s@example.org", role = "student" }, Admin))
                .MustBeRefused(503, "database_unavailable");
        }
        finally
        {
            await CommandAsync("SET GLOBAL read_only = 0");
        }

        (await api.Get("/health/ready")).Must(200);
        (await new LiveKitServer(node).Tells(LiveKitEvents.RoomStarted(Room.Of("nowhere", 1, 1), App.Clock.Now))).Must(200);
    }

    private static async Task CommandAsync(string sql)
    {
        await using var connection = new MySqlConnection(MariaDbApp.TestServer);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
