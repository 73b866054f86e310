namespace TalkConnect.Web.FunctionalTests.Revenue;

public abstract class PeriodTests(TalkConnectApp app) : RevenueTest(app)
{
    [Fact]
    public async Task Begins_with_its_first_moment_and_ends_before_its_last()
    {
        var course = await ALesson();
        var teacher = course.Teacher;
        await IsSettled(course, Utc("2026-03-05T00:00:00Z"), 10);
        await IsSettled(course, Utc("2026-03-06T00:00:00Z"), 20);

        (await Summary(teacher, "from=2026-03-05&to=2026-03-06")).Net.ShouldBe(10);
        (await Summary(teacher, "from=2026-03-05T00:00:00Z&to=2026-03-06T00:00:00.000001Z")).Net.ShouldBe(30);
        (await Summary(teacher, "from=2026-03-05T00:00:00.000001Z")).Net.ShouldBe(20);
        (await Summary(teacher, "to=2026-03-05")).Net.ShouldBe(0);
        (await Lines(teacher, "from=2026-03-05&to=2026-03-06")).Single().Amount.ShouldBe(10);
        (await Summary(teacher, "from=2026-03-05T07:00:00%2B07:00&to=2026-03-06T07:00:00+07:00")).Net.ShouldBe(10);
    }

    [Theory]
    [InlineData("UTC", "2026-03-05T00:00:00Z")]
    [InlineData("Asia/Ho_Chi_Minh", "2026-03-04T17:00:00Z")]
    [InlineData("Asia/Kathmandu", "2026-03-04T18:15:00Z")]
    [InlineData("Pacific/Chatham", "2026-03-04T10:15:00Z")]
    [InlineData("America/New_York", "2026-03-05T05:00:00Z")]
    public async Task Of_days_is_that_of_its_zone(string zone, string midnight)
    {
        var course = await ALesson();
        await IsSettled(course, Utc(midnight).AddMilliseconds(-1), 10);
        await IsSettled(course, Utc(midnight), 20);

        (await Summary(course.Teacher, $"from=2026-03-05&to=2026-03-06&time_zone={zone}")).Net.ShouldBe(20);
        var series = await Series(course.Teacher, $"from=2026-03-04&to=2026-03-06&time_zone={zone}");
        series.Select(day => day.Net).ShouldBe([10, 20]);
        series[1].Start.ShouldBe(Utc(midnight));
    }

    [Theory]
    [InlineData("2026-03-08", "2026-03-08T05:00:00Z", "2026-03-09T04:00:00Z")]
    [InlineData("2026-11-01", "2026-11-01T04:00:00Z", "2026-11-02T05:00:00Z")]
    public async Task Has_days_of_23_and_25_hours_where_clocks_change(string day, string start, string end)
    {
        var series = await Series((await ALesson()).Teacher, $"from={day}T12:00:00Z&to={day}T13:00:00Z&time_zone=America/New_York");

        series.Select(bucket => (bucket.Start, bucket.End)).ShouldBe([(Utc(start), Utc(end))]);
    }

    [Fact]
    public async Task Begins_a_day_that_never_was_with_the_next()
    {
        var teacher = await ATeacher();

        (await Summary(teacher, "from=2011-12-30&to=2012-01-02&time_zone=Pacific/Apia")).Gross.ShouldBe(0);
        (await Series(teacher, "from=2011-12-29&to=2012-01-01&time_zone=Pacific/Apia")).Count.ShouldBe(3);
    }

    [Fact]
    public async Task Has_weeks_from_Monday_and_whole_months_that_count_only_what_lies_in_it()
    {
        var course = await ALesson();
        await IsSettled(course, Utc("2026-03-08T23:59:59Z"), 10);
        await IsSettled(course, Utc("2026-03-09T00:00:00Z"), 20);
        await IsSettled(course, Utc("2026-04-01T00:00:00Z"), 40);

        var weeks = await Series(course.Teacher, "interval=week&from=2026-03-08T12:00:00Z&to=2026-03-23");
        weeks.Select(week => (week.Start, week.Net)).ShouldBe(
            [(Utc("2026-03-02T00:00:00Z"), 10), (Utc("2026-03-09T00:00:00Z"), 20), (Utc("2026-03-16T00:00:00Z"), 0)]);
        var months = await Series(course.Teacher, "interval=month&from=2026-03-09&to=2026-04-02");
        months.Select(month => (month.Start, month.End, month.Net)).ShouldBe(
            [(Utc("2026-03-01T00:00:00Z"), Utc("2026-04-01T00:00:00Z"), 20), (Utc("2026-04-01T00:00:00Z"), Utc("2026-05-01T00:00:00Z"), 40)]);
    }

    [Fact]
    public async Task Left_open_goes_from_the_first_line_to_now_or_to_the_last_line_if_that_comes_later()
    {
        var course = await ALesson();
        await IsSettled(course, Utc("2026-03-05T10:00:00Z"), 10);
        App.Clock.Now = Utc("2026-03-07T10:00:00Z");

        (await Series(course.Teacher)).Count.ShouldBe(3);
        var waiting = await ASoldPlace(await ALessonIn(course.CourseId, course.Teacher, 2, start: Utc("2026-03-09T22:44:59Z")));
        var series = await Series(course.Teacher);

        (await Hold(waiting)).DueAt.ShouldBe(Utc("2026-03-09T23:59:59Z"));
        series.Count.ShouldBe(5);
        series[^1].Start.ShouldBe(Utc("2026-03-09T00:00:00Z"));
        series.Sum(day => day.Gross).ShouldBe(10);
        (await Lines(course.Teacher)).Select(line => (line.Status, line.Gross, line.At)).ShouldBe(
            [("held", 0, Utc("2026-03-09T23:59:59Z")), ("released", 10, Utc("2026-03-05T10:00:00Z"))]);
    }

    [Theory]
    [InlineData("time_zone=Mars/Olympus", "time_zone")]
    [InlineData("time_zone=", "time_zone")]
    [InlineData("from=yesterday&to=2026-02-30", "from", "to")]
    [InlineData("from=2026-03-01T10:00:00", "from")]
    [InlineData("from=2026-03-02&to=2026-03-01", "to")]
    [InlineData("from=0001-01-01&to=9999-12-31", "from", "to")]
    public async Task That_cannot_be_is_refused_everywhere(string query, params string[] fields)
    {
        var teacher = await ATeacher();

        foreach (var view in new[] { "summary", "timeseries", "courses", "lines", "export.csv" })
        {
            (await Api.Get($"/api/revenue/{view}?{query}", teacher)).MustName(fields);
        }
    }

    [Theory]
    [InlineData("timeseries?interval=year&time_zone=x", "interval", "time_zone")]
    [InlineData("timeseries?from=2000-01-01&to=2026-01-01", "interval")]
    [InlineData("lines?limit=0&cursor=x&from=x", "limit", "cursor", "from")]
    [InlineData("statements/2026-13", "month")]
    [InlineData("statements/march?time_zone=x", "month", "time_zone")]
    public async Task A_question_that_cannot_be_is_refused(string path, params string[] fields) =>
        (await Api.Get($"/api/revenue/{path}", await ATeacher())).MustName(fields);

    [Fact]
    public async Task Of_fourteen_years_has_five_thousand_days_at_the_most()
    {
        var teacher = await ATeacher();

        (await Series(teacher, "from=2010-01-01&to=2023-09-10")).Count.ShouldBe(5000);
        (await Api.Get("/api/revenue/timeseries?from=2010-01-01&to=2023-09-11", teacher)).MustName("interval");
        (await Series(teacher, "from=2010-01-01&to=2023-09-11&interval=week")).Count.ShouldBe(715);
    }
}

[Collection(SqliteTests.Name)]
public sealed class PeriodTestsOnSqlite(SqliteApp app) : PeriodTests(app);

[Collection(MariaDbTests.Name)]
public sealed class PeriodTestsOnMariaDb(MariaDbApp app) : PeriodTests(app);
