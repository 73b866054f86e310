using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace TalkConnect.Web.FunctionalTests.Revenue;

public sealed record SummaryShape(
    decimal Gross, decimal Commission, decimal Net, decimal Refunded, decimal Withdrawn, int Sessions, int Students, decimal Held, decimal Available);

public sealed record BucketShape(DateTimeOffset Start, DateTimeOffset End, decimal Gross, decimal Commission, decimal Net, decimal Refunded);

public sealed record CourseRevenueShape(string CourseId, string Title, decimal Gross, decimal Commission, decimal Net, decimal Refunded);

public sealed record LineShape(
    string HoldId, string SessionId, string CourseId, string SessionTitle, decimal Amount, decimal Gross, decimal Fee, decimal Net, decimal Refunded,
    string Status, DateTimeOffset At);

public sealed record StatementShape(decimal OpeningBalance, decimal ClosingBalance, IReadOnlyList<TransactionShape> Lines, IReadOnlyList<JsonElement> Totals);

/// <summary>A test about a teacher's revenue: what happened, and what the five views say of it.</summary>
public abstract class RevenueTest(TalkConnectApp app) : FunctionalTest(app)
{
    private int _number;

    /// <summary>A place that is settled at that moment: released when the student came, refunded otherwise.</summary>
    protected async Task<Place> IsSettled(Lesson course, DateTimeOffset at, decimal price, bool came = true, Person? student = null)
    {
        var lesson = await ALessonIn(course.CourseId, course.Teacher, 100 + ++_number, price, start: at.AddMinutes(-90));
        var buyer = student ?? await AStudent();
        await Deposits(buyer, price);
        var place = await Buys(buyer, lesson);
        if (came)
        {
            await Stays(buyer, lesson, lesson.Start, lesson.End);
        }

        App.Clock.Now = lesson.End;
        await Finishes(lesson);
        App.Clock.Now = at;
        await RunSettlement();
        return place;
    }

    protected async Task<SummaryShape> Summary(Person teacher, string query = "") =>
        (await Api.Get($"/api/revenue/summary?{query}", teacher)).Must(200).As<SummaryShape>();

    protected async Task<IReadOnlyList<BucketShape>> Series(Person teacher, string query = "") =>
        (await Api.Get($"/api/revenue/timeseries?{query}", teacher)).Must(200).As<ItemsShape<BucketShape>>().Items;

    protected async Task<IReadOnlyList<CourseRevenueShape>> Courses(Person teacher, string query = "") =>
        (await Api.Get($"/api/revenue/courses?{query}", teacher)).Must(200).As<ItemsShape<CourseRevenueShape>>().Items;

    protected async Task<IReadOnlyList<LineShape>> Lines(Person teacher, string query = "")
    {
        var lines = new List<LineShape>();
        for (string? cursor = ""; cursor is not null;)
        {
            var after = cursor.Length == 0 ? "" : $"&cursor={cursor}";
            var page = (await Api.Get($"/api/revenue/lines?limit=7&{query}{after}", teacher)).Must(200).As<PageShape<LineShape>>();
            lines.AddRange(page.Items);
            cursor = page.NextCursor;
        }

        return lines;
    }

    protected async Task<StatementShape> Statement(Person teacher, string month, string zone = "UTC") =>
        (await Api.Get($"/api/revenue/statements/{month}?time_zone={zone}", teacher)).Must(200).As<StatementShape>();

    protected static DateTimeOffset Utc(string time) => DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture);

    protected Task RunSqlAsync(string sql) => App.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync(sql));

    protected sealed record ItemsShape<T>(IReadOnlyList<T> Items);
}
