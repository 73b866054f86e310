using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MySqlConnector;
using TalkConnect.Application.Attendance;
using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Users;
using TalkConnect.Infrastructure.Persistence;

namespace TalkConnect.Web.FunctionalTests.Resilience;

/// <summary>What keeps a webhook fails on the way: what was done before is undone, and the session that did it can be used again.</summary>
[Collection(MariaDbTests.Name)]
public sealed class AnUnfinishedRollCall(MariaDbApp app) : FunctionalTest(app)
{
    [Fact]
    public async Task Commits_nothing_when_a_later_statement_is_refused()
    {
        await using var node = ANodeWithOneSession();
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

    [Fact]
    public async Task Is_not_LiveKits_fault_when_it_keeps_losing_races()
    {
        await using var node = ANodeWithOneSession();
        var liveKit = new LiveKitServer(node);
        var lesson = await ALesson();
        var place = await ASoldPlace(lesson);
        var joined = LiveKitEvents.Joined(lesson.Room, place.Student, Sids.New("PA"), lesson.Start);

        await RunAsync("CREATE TRIGGER deadlocks BEFORE INSERT ON webhook_events FOR EACH ROW SIGNAL SQLSTATE '40001' SET MYSQL_ERRNO = 1213");
        try
        {
            (await liveKit.Tells(joined)).MustBeRefused(503, "database_unavailable");
        }
        finally
        {
            await RunAsync("DROP TRIGGER deadlocks");
        }

        await HearsTheNextOne(node, lesson, place);
    }

    [Fact]
    public async Task Commits_nothing_when_the_rules_fail()
    {
        await using var node = ANodeWithOneSession();
        var lesson = await ALesson();
        var place = await ASoldPlace(lesson);

        await Should.ThrowAsync<ArithmeticException>(TakesRollCall(node, lesson, place, _ => throw new ArithmeticException(), CancellationToken.None));

        await HearsTheNextOne(node, lesson, place);
    }

    [Fact]
    public async Task Commits_nothing_when_it_is_given_up()
    {
        await using var node = ANodeWithOneSession();
        var lesson = await ALesson();
        var place = await ASoldPlace(lesson);
        await App.InDatabaseAsync(async db =>
        {
            await using var other = await db.Database.BeginTransactionAsync();
            await db.Database.ExecuteSqlAsync($"UPDATE course_sessions SET version = version + 1 WHERE id = {lesson.Id}");
            using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(500));
            return await Should.ThrowAsync<OperationCanceledException>(TakesRollCall(node, lesson, place, _ => 0, soon.Token));
        });

        await HearsTheNextOne(node, lesson, place);
    }

    private TalkConnectApp ANodeWithOneSession() => App.Another(
        ("ConnectionStrings:TalkConnect", new MySqlConnectionStringBuilder(App.ConnectionString) { MaximumPoolSize = 1 }.ToString()));

    private static async Task<int> TakesRollCall(
        TalkConnectApp node, Lesson lesson, Place place, Func<RollCall, int> follow, CancellationToken cancellationToken)
    {
        await using var scope = node.Services.CreateAsyncScope();
        var heard = new HeardInRoom(RoomName.TryParse(lesson.Room.Name)!, UserId.From(place.Student.Id), OfEverybody: false);
        return await scope.ServiceProvider.GetRequiredService<IRollCalls>().TakeAsync(["EV_one"], [heard], follow, cancellationToken);
    }

    private async Task HearsTheNextOne(TalkConnectApp node, Lesson lesson, Place place)
    {
        (await InTransactionAsync(node)).ShouldBe(0);
        (await App.InDatabaseAsync(db => db.Set<WebhookEvent>().CountAsync())).ShouldBe(0);
        (await new LiveKitServer(node).Tells(LiveKitEvents.Joined(lesson.Room, place.Student, Sids.New("PA"), lesson.Start)))
            .Must(200).Message.ShouldBe("Attendance recorded");
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
