using Microsoft.Data.Sqlite;

namespace TalkConnect.Web.FunctionalTests.Support;

/// <summary>The application over a SQLite file in a folder of its own.</summary>
public sealed class SqliteApp : TalkConnectApp, IAsyncLifetime
{
    private readonly string _folder;

    public SqliteApp()
        : this(Directory.CreateTempSubdirectory("talkconnect-").FullName)
    {
    }

    private SqliteApp(string folder)
        : base("Sqlite", $"Data Source={Path.Combine(folder, "talkconnect.db")}", new SettableClock()) => _folder = folder;

    public Task InitializeAsync()
    {
        StartServer();
        return Task.CompletedTask;
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await base.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    protected override async Task EmptyAsync()
    {
        await using var connection = new SqliteConnection(ConnectionString);
        await connection.OpenAsync();
        var tables = new List<string>();
        await using (var list = connection.CreateCommand())
        {
            list.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '__EF%'";
            await using var names = await list.ExecuteReaderAsync();
            while (await names.ReadAsync())
            {
                tables.Add(names.GetString(0));
            }
        }

        await using var delete = connection.CreateCommand();
        delete.CommandText = $"PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE; {string.Concat(tables.Select(table => $"DELETE FROM \"{table}\"; "))}COMMIT;";
        await delete.ExecuteNonQueryAsync();
    }
}

[CollectionDefinition(Name)]
public sealed class SqliteTests : ICollectionFixture<SqliteApp>
{
    public const string Name = "SQLite";
}
