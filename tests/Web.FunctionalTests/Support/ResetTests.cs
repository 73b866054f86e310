using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Settlement;
using TalkConnect.Domain.Users;

namespace TalkConnect.Web.FunctionalTests.Support;

/// <summary>A reset that empties nothing would go unnoticed, and tests would lean on each other.</summary>
public abstract class ResetTests(TalkConnectApp app) : FunctionalTest(app)
{
    [Fact]
    public async Task A_reset_really_empties_every_table()
    {
        var lesson = await ALesson();
        var place = await ASoldPlace(lesson);
        await Stays(place.Student, lesson, lesson.Start, lesson.End);
        await Finishes(lesson);
        await RunSettlement();
        await AWithdrawal();
        await Api.Post($"/api/admin/users/{place.Student.Id}/credits", new { amount = 1, reason = "gift" }, Admin, idempotencyKey: "a-key");
        await FillTheRest(lesson, place);
        var before = await CountAsync();
        before.Count.ShouldBeGreaterThanOrEqualTo(11);
        before.Where(table => table.Value == 0).Select(table => table.Key).ShouldBeEmpty("each table has rows before the reset");

        await App.ResetAsync();

        var after = await CountAsync();
        after.Keys.ShouldBe(before.Keys);
        after.Where(table => table.Value != 0).Select(table => table.Key).ShouldBeEmpty();
        (await App.InDatabaseAsync(db => db.Database.GetAppliedMigrationsAsync())).ShouldNotBeEmpty("the history of migrations stays");
    }

    /// <summary>Rows of what no request of this test writes.</summary>
    private Task<int> FillTheRest(Lesson lesson, Place place) => App.InDatabaseAsync(async db =>
    {
        var pause = SettlementPauseId.From(await APause());
        db.Add(new ForeseenDecision { PauseId = pause, HoldId = PaymentHoldId.From(place.HoldId), Amount = Money.Of(1) });
        db.Add(ListeningSpan.Begin("span", App.Clock.Now));
        db.Add(new RoomLook { RoomName = lesson.Room.Name, LookedAt = App.Clock.Now });
        db.Add(IssuedPass.Give(SessionId.From(lesson.Id), UserId.From(place.Student.Id), 1, App.Clock.Now));
        return await db.SaveChangesAsync();
    });

    /// <summary>The rows of each of the model's tables.</summary>
    private Task<Dictionary<string, long>> CountAsync() => App.InDatabaseAsync(async db =>
    {
        await db.Database.OpenConnectionAsync();
        var counts = new Dictionary<string, long>();
        foreach (var table in db.Model.GetEntityTypes().Select(type => type.GetTableName()!).Distinct().Order())
        {
            await using DbCommand count = db.Database.GetDbConnection().CreateCommand();
            count.CommandText = $"SELECT COUNT(*) FROM {table}";
            counts[table] = Convert.ToInt64(await count.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
        }

        return counts;
    });
}

[Collection(SqliteTests.Name)]
public sealed class ResetTestsOnSqlite(SqliteApp app) : ResetTests(app);

[Collection(MariaDbTests.Name)]
public sealed class ResetTestsOnMariaDb(MariaDbApp app) : ResetTests(app);
