namespace TalkConnect.Web.FunctionalTests.Revenue;

/// <summary>Whoever adds up what they see gets the same everywhere, to the cent.</summary>
public abstract class TotalsTests(TalkConnectApp app) : RevenueTest(app)
{
    [Theory]
    [InlineData("", "UTC")]
    [InlineData("from=2026-03-03&to=2026-03-10", "UTC")]
    [InlineData("from=2026-03-03&to=2026-03-10", "Asia/Ho_Chi_Minh")]
    [InlineData("from=2026-03-03&to=2026-03-10", "Asia/Kathmandu")]
    [InlineData("from=2026-03-03&to=2026-03-10", "America/New_York")]
    [InlineData("from=2026-03-03&to=2026-03-10", "Pacific/Chatham")]
    [InlineData("from=2026-03-05T17:07:31Z&to=2026-03-08T09:59:59.999999Z", "Asia/Kathmandu")]
    public async Task Agree_in_every_view(string period, string zone)
    {
        var teacher = await ATeacher(referred: true);
        var course = await ALesson(teacher, courseId: "one");
        var other = await ALesson(teacher, courseId: "two");
        await IsSettled(await ALesson(), Utc("2026-03-04T00:00:00Z"), 1000);
        var chance = new Random(7);
        for (var day = 3; day < 12; day++)
        {
            for (var number = 0; number < 3; number++)
            {
                var at = new DateTimeOffset(2026, 3, day, chance.Next(24), chance.Next(60), chance.Next(60), TimeSpan.Zero);
                await IsSettled(chance.Next(2) == 0 ? course : other, at, chance.Next(1, 9999) / 100m, came: chance.Next(3) > 0);
            }
        }

        await Requests(teacher, 50);
        await ASoldPlace(await ALessonIn("one", teacher, 1000, price: 12.34m));
        var query = $"{period}&time_zone={zone}";

        var summary = await Summary(teacher, query);
        var lines = await Lines(teacher, query);
        var csv = await Csv(teacher, query);

        summary.Gross.ShouldBeGreaterThan(0);
        summary.Refunded.ShouldBeGreaterThan(0);
        summary.Net.ShouldBe(summary.Gross - summary.Commission);
        summary.Held.ShouldBe(12.34m);
        summary.Available.ShouldBe(await Balance(teacher));
        var totals = (summary.Gross, summary.Commission, summary.Net, summary.Refunded);
        (lines.Sum(line => line.Gross), lines.Sum(line => line.Fee), lines.Sum(line => line.Net), lines.Sum(line => line.Refunded)).ShouldBe(totals);
        (Sum(csv, 5), Sum(csv, 6), Sum(csv, 7), Sum(csv, 8)).ShouldBe(totals);
        csv.Select(row => row[0]).ShouldBe(lines.Select(line => line.HoldId));
        summary.Sessions.ShouldBe(lines.Where(line => line.Status == "released").Select(line => line.SessionId).Distinct().Count());
        var courses = await Courses(teacher, query);
        (courses.Sum(one => one.Gross), courses.Sum(one => one.Commission), courses.Sum(one => one.Net), courses.Sum(one => one.Refunded)).ShouldBe(totals);
        foreach (var interval in new[] { "day", "week", "month" })
        {
            var series = await Series(teacher, $"{query}&interval={interval}");
            (series.Sum(one => one.Gross), series.Sum(one => one.Commission), series.Sum(one => one.Net), series.Sum(one => one.Refunded)).ShouldBe(totals);
            series.Zip(series.Skip(1)).ShouldAllBe(pair => pair.First.End == pair.Second.Start);
        }

        // Every line is in the bucket of its moment.
        foreach (var day in await Series(teacher, query))
        {
            day.Net.ShouldBe(lines.Where(line => line.At >= day.Start && line.At < day.End).Sum(line => line.Net), $"{day.Start}");
        }
    }

    [Fact]
    public async Task Of_a_teacher_without_anything_are_nothing()
    {
        var teacher = await ATeacher();

        (await Summary(teacher)).ShouldBe(new SummaryShape(0, 0, 0, 0, 0, 0, 0, 0, 0));
        (await Series(teacher)).ShouldBeEmpty();
        (await Series(teacher, "from=2026-03-01&to=2026-03-04")).Count.ShouldBe(3);
        (await Lines(teacher)).ShouldBeEmpty();
        (await Csv(teacher)).ShouldBeEmpty();
        (await Statement(teacher, "2026-03")).ClosingBalance.ShouldBe(0);
    }

    [Fact]
    public async Task Count_what_banks_have_paid_in_the_period()
    {
        var (teacher, withdrawal) = await AWithdrawal(50);
        App.Clock.Now = Utc("2026-03-05T00:00:00Z");
        (await Moves(withdrawal, "approve")).Must(200);
        (await Summary(teacher)).Withdrawn.ShouldBe(0);
        (await Moves(withdrawal, "complete")).Must(200);

        (await Summary(teacher)).Withdrawn.ShouldBe(50);
        (await Summary(teacher, "from=2026-03-05&to=2026-03-06")).Withdrawn.ShouldBe(50);
        (await Summary(teacher, "to=2026-03-05")).Withdrawn.ShouldBe(0);
    }

    private async Task<List<string[]>> Csv(Person teacher, string query = "")
    {
        var rows = (await Api.Get($"/api/revenue/export.csv?{query}", teacher)).Must(200).Text.Split("\r\n");
        rows[^1].ShouldBeEmpty();
        return [.. rows[1..^1].Select(row => row.Split(','))];
    }

    private static decimal Sum(List<string[]> rows, int column) =>
        rows.Sum(row => decimal.Parse(row[column], System.Globalization.CultureInfo.InvariantCulture));
}

[Collection(SqliteTests.Name)]
public sealed class TotalsTestsOnSqlite(SqliteApp app) : TotalsTests(app);

[Collection(MariaDbTests.Name)]
public sealed class TotalsTestsOnMariaDb(MariaDbApp app) : TotalsTests(app);
