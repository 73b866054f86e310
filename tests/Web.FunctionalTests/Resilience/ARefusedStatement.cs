using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MySqlConnector;
using TalkConnect.Domain.Attendance;
using TalkConnect.Infrastructure.Persistence;

namespace TalkConnect.Web.FunctionalTests.Resilience;

/// <summary>Of the statements that keep a webhook a later one is refused: the ones before it are undone, and the session is left as it was.</summary>
[Collection(MariaDbTests.Name)]
public sealed class ARefusedStatement(MariaDbApp app) : FunctionalTest(app)
{
    [Fact]
    public async Task Commits_nothing_and_leaves_no_transaction_open()
    {
        await using var node = App.Another(
            ("ConnectionStrings:TalkConnect", new MySqlConnectionStringBuilder(App.ConnectionString) { MaximumPoolSize = 1 }.ToString()));
        var liveKit = new LiveKitServer(node);
        var lesson = await ALesson();
        var place = await ASoldPlace(lesson);
        var joined = LiveKitEvents.Joined(lesson.Room, place.Student, Sids.New("PA"), lesson.Start);

        await RunAsync("CREATE TRIGGER refuses BEFORE INSERT ON attendance_records FOR EACH ROW SIGNAL SQLSTATE '45000'");
        try
        {
            (await liveKit.Tells(joined)).Status.ShouldBe(500);
        }
        finally
        {
            await RunAsync("DROP TRIGGER refuses");
        }

        (await InTransactionAsync(node)).ShouldBe(0);
        (await App.InDatabaseAsync(db => db.Set<WebhookEvent>().CountAsync())).ShouldBe(0);
        (await liveKit.Tells(joined)).Must(200).Message.ShouldBe("Attendance recorded");
    }

    private Task<int> RunAsync(string sql) => App.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync(sql));

    private static async Task<int> InTransactionAsync(TalkConnectApp node)
    {
        await using var scope = node.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TalkConnectDbContext>();
        await db.Database.OpenConnectionAsync();
        await using var ask = db.Database.GetDbConnection().CreateCommand();
        ask.CommandText = "SELECT @@in_transaction";
        return Convert.ToInt32(await ask.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }
}
