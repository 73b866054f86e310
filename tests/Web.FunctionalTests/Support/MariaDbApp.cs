using MySqlConnector;
using Respawn;

namespace TalkConnect.Web.FunctionalTests.Support;

/// <summary>The application over a MariaDB database of this process, dropped at the end.</summary>
public sealed class MariaDbApp : TalkConnectApp, IAsyncLifetime
{
    private const string Variable = "TALKCONNECT_TEST_MARIADB";

    private Respawner _respawner = null!;

    public MariaDbApp()
        : base("MySql", OwnDatabase(), new SettableClock())
    {
    }

    private string Database => new MySqlConnectionStringBuilder(ConnectionString).Database;

    public async Task InitializeAsync()
    {
        StartServer();
        await using var connection = await OpenAsync();

        // Plain names: with a schema before them the reset would empty nothing.
        _respawner = await Respawner.CreateAsync(connection, new RespawnerOptions
        {
            DbAdapter = DbAdapter.MySql,
            SchemasToInclude = [Database],
            TablesToIgnore = ["__EFMigrationsHistory", "__EFMigrationsLock"],
        });
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await base.DisposeAsync();
        await using var connection = await OpenAsync();
        await using var drop = connection.CreateCommand();
        drop.CommandText = $"DROP DATABASE `{Database}`";
        await drop.ExecuteNonQueryAsync();
    }

    protected override async Task EmptyAsync()
    {
        await using var connection = await OpenAsync();
        await _respawner.ResetAsync(connection);
    }

    /// <summary>The server that the tests may use; it has none of their databases yet.</summary>
    public static string TestServer => Environment.GetEnvironmentVariable(Variable)
        ?? throw new InvalidOperationException($"{Variable} is not set, so there is no MariaDB to test with. Run build/test: it starts one.");

    private static string OwnDatabase() => new MySqlConnectionStringBuilder(TestServer)
    {
        Database = $"talkconnect_test_{Environment.ProcessId}",
    }.ToString();

    private async Task<MySqlConnection> OpenAsync()
    {
        var connection = new MySqlConnection(ConnectionString);
        await connection.OpenAsync();
        return connection;
    }
}

[CollectionDefinition(Name)]
public sealed class MariaDbTests : ICollectionFixture<MariaDbApp>
{
    public const string Name = "MariaDB";
}
