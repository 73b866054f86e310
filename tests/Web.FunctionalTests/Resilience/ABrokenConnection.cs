using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MySqlConnector;
using TalkConnect.Application.Common;
using TalkConnect.Infrastructure.Persistence;

namespace TalkConnect.Web.FunctionalTests.Resilience;

/// <summary>The database goes away after the last statement of a unit of work, and a command whose failure is overlooked meets it first.</summary>
[Collection(MariaDbTests.Name)]
public sealed class ABrokenConnection(MariaDbApp app) : FunctionalTest(app)
{
    [Fact]
    public async Task Before_the_commit_is_a_lost_connection_and_the_unit_runs_again()
    {
        await using var scope = App.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TalkConnectDbContext>();
        var attempts = 0;

        await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().RunAsync(
            async _ =>
            {
                if (++attempts == 1)
                {
                    await BreakAsync(db);
                }

                return attempts;
            },
            CancellationToken.None);

        attempts.ShouldBe(2);
    }

    private static async Task BreakAsync(DbContext db)
    {
        var connection = (MySqlConnection)db.Database.GetDbConnection();
        await using var other = new MySqlConnection(MariaDbApp.TestServer);
        await other.OpenAsync();
        await using var kill = other.CreateCommand();
        kill.CommandText = $"KILL {connection.ServerThread}";
        await kill.ExecuteNonQueryAsync();
        await Should.ThrowAsync<Exception>(() => db.Database.ExecuteSqlRawAsync("SELECT 1"));
    }
}
