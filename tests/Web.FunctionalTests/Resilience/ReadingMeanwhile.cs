using System.Data.Common;
using Microsoft.Data.Sqlite;
using MySqlConnector;

namespace TalkConnect.Web.FunctionalTests.Resilience;

/// <summary>A long report must not keep anybody from paying.</summary>
public abstract class ReadingMeanwhile(TalkConnectApp app) : FunctionalTest(app)
{
    [Fact]
    public async Task Keeps_nobody_from_writing()
    {
        var student = await AStudent(credit: 10);
        await using var reader = App.Provider == "Sqlite" ? (DbConnection)new SqliteConnection(App.ConnectionString) : new MySqlConnection(App.ConnectionString);
        await reader.OpenAsync();
        await RunAsync(reader, "BEGIN");
        await RunAsync(reader, "SELECT count(*) FROM users");
        try
        {
            await Deposits(student, 5);
        }
        finally
        {
            await RunAsync(reader, "ROLLBACK");
        }

        (await Balance(student)).ShouldBe(15);
    }

    private static async Task RunAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteScalarAsync();
    }
}

[Collection(SqliteTests.Name)]
public sealed class ReadingMeanwhileOnSqlite(SqliteApp app) : ReadingMeanwhile(app);

[Collection(MariaDbTests.Name)]
public sealed class ReadingMeanwhileOnMariaDb(MariaDbApp app) : ReadingMeanwhile(app);
