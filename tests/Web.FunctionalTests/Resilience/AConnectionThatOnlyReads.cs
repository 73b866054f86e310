using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TalkConnect.Infrastructure.Persistence;

namespace TalkConnect.Web.FunctionalTests.Resilience;

/// <summary>
/// SQLite opens a file that it may not write all the same, and such a connection refuses writes for as long as it lives: it must not
/// outlive the time in which the file could not be written. Here <c>query_only</c> makes connections of that kind.
/// </summary>
[Collection(SqliteTests.Name)]
public sealed class AConnectionThatOnlyReads(SqliteApp app) : FunctionalTest(app)
{
    private const int Connections = 20;

    [Fact]
    public async Task Is_not_used_again()
    {
        await LeaveInThePoolAsync();

        (await Api.Put("/api/admin/users/somebody", new { name = "S", email = "s@example.org", role = "student" }, Admin)).Must(201);
    }

    [Fact]
    public async Task Does_not_keep_the_server_from_being_ready()
    {
        await LeaveInThePoolAsync();

        // What could be written is not tried again within a second.
        await Task.Delay(TimeSpan.FromSeconds(1.5));
        (await Api.Get("/health/ready")).Must(200);
    }

    private async Task LeaveInThePoolAsync()
    {
        await using var scope = App.Services.CreateAsyncScope();
        var pooled = scope.ServiceProvider.GetRequiredService<TalkConnectDbContext>().Database.GetConnectionString();
        var connections = Enumerable.Range(0, Connections).Select(_ => new SqliteConnection(pooled)).ToList();
        foreach (var connection in connections)
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA query_only = 1";
            await command.ExecuteNonQueryAsync();
        }

        foreach (var connection in connections)
        {
            await connection.DisposeAsync();
        }
    }
}
