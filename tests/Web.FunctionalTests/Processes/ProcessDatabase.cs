using Microsoft.Data.Sqlite;
using MySqlConnector;

namespace TalkConnect.Web.FunctionalTests.Processes;

/// <summary>A database that does not exist yet; the first server that is started creates it.</summary>
internal sealed class ProcessDatabase : IAsyncDisposable
{
    private readonly Func<Task> _drop;

    private ProcessDatabase(string provider, string connectionString, Func<Task> drop)
    {
        Provider = provider;
        ConnectionString = connectionString;
        _drop = drop;
    }

    public string Provider { get; }

    public string ConnectionString { get; }

    public static ProcessDatabase Missing(string provider) => provider == "Sqlite" ? FileIn(Directory.CreateTempSubdirectory("talkconnect-").FullName) : MissingSchema();

    /// <summary>A schema of another MariaDB, which ends with it if it is handed over.</summary>
    public static ProcessDatabase At(string connectionString, IAsyncDisposable? server = null) =>
        new("MySql", connectionString, async () => await (server?.DisposeAsync() ?? ValueTask.CompletedTask));

    /// <summary>A file in a folder, which goes away with it.</summary>
    public static ProcessDatabase FileIn(string folder) => new("Sqlite", $"Data Source={Path.Combine(folder, "talkconnect.db")}", () =>
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        return Task.CompletedTask;
    });

    public async ValueTask DisposeAsync() => await _drop();

    private static ProcessDatabase MissingSchema()
    {
        var name = $"talkconnect_processes_{Guid.CreateVersion7():N}";
        var connection = new MySqlConnectionStringBuilder(MariaDbApp.TestServer);
        return new ProcessDatabase("MySql", new MySqlConnectionStringBuilder(connection.ToString()) { Database = name }.ToString(), async () =>
        {
            await using var server = new MySqlConnection(connection.ToString());
            await server.OpenAsync();
            await using var drop = server.CreateCommand();
            drop.CommandText = $"DROP DATABASE IF EXISTS `{name}`";
            await drop.ExecuteNonQueryAsync();
        });
    }
}
