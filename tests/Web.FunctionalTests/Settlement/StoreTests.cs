using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TalkConnect.Application.Settlement;
using TalkConnect.Domain.Ledger;
using TalkConnect.Domain.Settlement;

namespace TalkConnect.Web.FunctionalTests.Settlement;

/// <summary>The two ways to settle, row by row and set-wise, write the same rows to the last character.</summary>
[Collection(MariaDbTests.Name)]
public sealed class StoreTests(MariaDbApp app) : FunctionalTest(app)
{
    private static readonly string[] Tables = ["users", "transactions", "payment_holds", "session_purchases", "receipts"];

    [Fact]
    public async Task Both_write_the_same_rows()
    {
        var holds = await DueHolds();
        await App.InDatabaseAsync(async db =>
        {
            foreach (var table in Tables)
            {
                await db.Database.ExecuteSqlRawAsync("CREATE OR REPLACE TABLE before_" + table + " AS SELECT * FROM " + table);
            }

            return true;
        });

        await SettleWith("SetWiseSettlementStore", holds);
        var setWise = await Rows();
        await App.InDatabaseAsync(async db =>
        {
            foreach (var table in Tables)
            {
                await db.Database.ExecuteSqlRawAsync("DELETE FROM " + table + "; INSERT INTO " + table + " SELECT * FROM before_" + table + "; DROP TABLE before_" + table);
            }

            return true;
        });
        await SettleWith("EfSettlementStore", holds);

        setWise.ShouldBe(await Rows());
        setWise.Count(row => row.StartsWith("receipts", StringComparison.Ordinal)).ShouldBe(12);
        setWise.Count(row => row.Contains("review_reason=missing_leave", StringComparison.Ordinal)).ShouldBe(3);
    }

    /// <summary>Of every kind: released with and without commission, refunded, never there, and texts that end a literal.</summary>
    private async Task<IReadOnlyList<PaymentHoldId>> DueHolds()
    {
        var referrer = await ATeacher();
        var odd = await APerson(Person.Teacher, referrer.Id, "it's-\\\"--\u0060;0x");
        var lessons = new[] { await ALesson(odd, price: 33.33m, courseId: "a'b\\c\"d"), await ALesson(price: 50) };
        var titled = (await Api.Post(
            $"/api/courses/{Uri.EscapeDataString(lessons[1].CourseId)}/sessions",
            new { session_number = 2, title = "It's \\ a \"l'été\" 日本 😀", scheduled_at = lessons[1].Start, duration_minutes = 60, price = 50 },
            lessons[1].Teacher)).Must(201).As<SessionShape>();
        lessons = [.. lessons, new Lesson(lessons[1].Teacher, lessons[1].CourseId, titled.Id, 2, lessons[1].Start, 60, 50)];

        var places = new List<Place>();
        foreach (var lesson in lessons)
        {
            for (var student = 0; student < 4; student++)
            {
                var buyer = await APerson(Person.Student, id: $"o'{lesson.Number}-{places.Count}\\\"");
                await Deposits(buyer, lesson.Price);
                places.Add(await Buys(buyer, lesson));
            }

            await Stays(lesson.Teacher, lesson, lesson.Start, lesson.End);
            await Stays(places[^1].Student, lesson, lesson.Start, lesson.End);
            await Stays(places[^2].Student, lesson, lesson.Start, lesson.Start.AddMinutes(20));
            await Stays(places[^2].Student, lesson, lesson.Start.AddMinutes(30), lesson.Start.AddMinutes(41));
            await Stays(places[^3].Student, lesson, lesson.Start, lesson.Start.AddSeconds(719));

            // Whether one of them was there long enough depends on a leave that nobody heard.
            places.Add(await Buys(await AStudent(lesson.Price), lesson));
            await Joins(places[^1].Student, lesson, lesson.Minute(1), Sids.New("PA"));
        }

        foreach (var lesson in lessons)
        {
            await Finishes(lesson);
        }

        return [.. places.Select(place => PaymentHoldId.From(place.HoldId)).Order()];
    }

    private async Task SettleWith(string store, IReadOnlyList<PaymentHoldId> holds)
    {
        await using var scope = App.Services.CreateAsyncScope();
        var type = typeof(Infrastructure.DependencyInjection).Assembly.GetTypes().Single(type => type.Name == store);
        var settling = (ISettlementStore)ActivatorUtilities.CreateInstance(scope.ServiceProvider, type);
        var rules = scope.ServiceProvider.GetRequiredService<SettlementRules>();
        SettlementIds Ids(PaymentHoldId hold) => new(TransactionId.From($"1-{hold.Value[2..]}"), TransactionId.From($"2-{hold.Value[2..]}"), TransactionId.From($"3-{hold.Value[2..]}"));

        var settled = await settling.SettleAsync(holds, settlement => settlement.SettleOrReview(rules, Ids(settlement.Hold.Id), App.Clock.Now));

        (settled.Settled.Count, settled.NeedsReview).ShouldBe((12, 3));
        settled.Settled.Select(one => one.Decision.Commission.Rule).Distinct().ShouldBe(["referred", "standard", "none"], ignoreOrder: true);
    }

    private Task<List<string>> Rows() => App.InDatabaseAsync(async db =>
    {
        var rows = new List<string>();
        var connection = db.Database.GetDbConnection();
        await connection.OpenAsync();
        foreach (var table in Tables)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM {table} ORDER BY 1";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                rows.Add($"{table}: {string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Select(column => $"{reader.GetName(column)}={Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture)}"))}");
            }
        }

        return rows;
    });
}
