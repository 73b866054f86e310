using System.Data.Common;
using Microsoft.EntityFrameworkCore;

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
        var before = await CountAsync();
        before.Count.ShouldBeGreaterThanOrEqualTo(11);
        before.Where(table => table.Value == 0).Select(table => table.Key).ShouldBeEmpty("each table has rows before the reset");

        await App.ResetAsync();

        var after = await CountAsync();
        after.Keys.ShouldBe(before.Keys);
        after.Where(table => table.Value != 0).Select(table => table.Key).ShouldBeEmpty();
        (await App.InDatabaseAsync(db => db.Database.GetAppliedMigrationsAsync())).ShouldNotBeEmpty("the history of migrations stays");
    }

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
