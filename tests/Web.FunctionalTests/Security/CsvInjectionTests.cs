using System.Globalization;
using System.Text;
using TalkConnect.Web.FunctionalTests.Revenue;

namespace TalkConnect.Web.FunctionalTests.Security;

/// <summary>Whatever stands in a download as text is text to a spreadsheet as well, and money is a number.</summary>
public abstract class CsvInjectionTests(TalkConnectApp app) : RevenueTest(app)
{
    private const string Formulas = "=+-@\t\r";
    private const int Columns = 11;
    private const int Title = 3;

    /// <summary>The columns with text that people choose: ids may be the platform's own.</summary>
    private static readonly int[] Texts = [0, 1, 2, Title, 9];

    private static readonly int[] Money = [4, 5, 6, 7, 8];

    public static TheoryData<string> Names =>
    [
        "=1+1", "+1+1", "-1+1", "@SUM(A1)", "=cmd|'!A0", "=HYPERLINK(\"x\",\"y\")", "+44", "-0", "@", "=", "-", "--", "==", "=\"a,b\"", "'=1+1", "\"=1+1\"", ",=1", ";=1", "1=1",
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_name_that_is_a_formula_is_text_in_every_column(string name)
    {
        var teacher = await ATeacher(referred: true);
        var begins = App.Clock.Now;
        (await Api.Post("/api/courses", new { id = name, title = name }, teacher)).Must(201);
        var session = new { id = name, session_number = 1, title = name, scheduled_at = begins, duration_minutes = 60, price = 12.5 };
        (await Api.Post($"/api/courses/{Uri.EscapeDataString(name)}/sessions", session, teacher)).Must(201);
        var lesson = new Lesson(teacher, name, name, 1, begins, 60, 12.5m);
        await ASoldPlace(lesson);
        var came = await ASoldPlace(lesson);
        await Stays(came.Student, lesson, lesson.Start, lesson.End);
        await Finishes(lesson);
        await RunSettlement();

        var lines = await Lines(teacher);
        var rows = Read((await Api.Get("/api/revenue/export.csv", teacher)).Must(200).Text);

        rows.Count.ShouldBe(3);
        rows.ShouldAllBe(row => row.Length == Columns);
        foreach (var (line, row) in lines.Zip(rows.Skip(1)))
        {
            row.ShouldAllBe(field => field.Length == 0 || !Formulas.Contains(field[0]));
            Texts.Select(column => row[column]).ShouldBe(
                new[] { line.HoldId, line.SessionId, line.CourseId, line.SessionTitle, line.Status }.Select(Harmless));
            Money.Select(column => decimal.Parse(row[column], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture))
                .ShouldBe([line.Amount, line.Gross, line.Fee, line.Net, line.Refunded]);
            Money.ShouldAllBe(column => row[column].Length - row[column].IndexOf('.', StringComparison.Ordinal) == 3);
        }
    }

    [Theory]
    [InlineData("\t=1+1")]
    [InlineData("\r=1+1")]
    [InlineData("\n=1+1")]
    [InlineData("\tVerbs ")]
    [InlineData("=1\n=2")]
    [InlineData("a\r\n=2,3")]
    [InlineData("\r\n\"a\",\"b\"\r\n")]
    public async Task A_title_of_several_lines_is_kept_as_it_is_and_is_one_field(string title)
    {
        var lesson = await ALesson();
        var session = new { session_number = 2, title, scheduled_at = lesson.Start, duration_minutes = 60, price = 12.5 };
        var made = (await Api.Post($"/api/courses/{lesson.CourseId}/sessions", session, lesson.Teacher)).Must(201).As<SessionShape>();
        (await Api.Post("/api/courses", new { title }, lesson.Teacher)).Must(201).As<CourseShape>().Title.ShouldBe(title);
        await ASoldPlace(lesson with { Id = made.Id, Number = 2, Price = 12.5m });

        var rows = Read((await Api.Get("/api/revenue/export.csv", lesson.Teacher)).Must(200).Text);

        (await Api.Get($"/api/sessions/{made.Id}", lesson.Teacher)).Must(200).As<SessionShape>().Title.ShouldBe(title);
        (await Lines(lesson.Teacher)).ShouldHaveSingleItem().SessionTitle.ShouldBe(title);
        rows.Count.ShouldBe(2);
        rows[1].Length.ShouldBe(Columns);
        rows[1][Title].ShouldBe(Harmless(title));
        rows[1][Title + 1].ShouldBe("12.50");
    }

    [Fact]
    public async Task It_is_a_download_and_no_page()
    {
        var answer = (await Api.Get("/api/revenue/export.csv", await ATeacher())).Must(200);

        answer.ContentType.ShouldBe("text/csv");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
    }

    /// <summary>With the apostrophe that keeps a spreadsheet from reckoning.</summary>
    private static string Harmless(string text) => Formulas.Contains(text[0]) ? $"'{text}" : text;

    /// <summary>Reads CSV as a spreadsheet does (RFC 4180).</summary>
    private static List<string[]> Read(string csv)
    {
        var rows = new List<string[]>();
        var row = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var at = 0; at < csv.Length; at++)
        {
            if (quoted && csv[at] == '"' && at + 1 < csv.Length && csv[at + 1] == '"')
            {
                field.Append(csv[at++]);
            }
            else if (csv[at] == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && csv[at] is ',' or '\n' && !quoted)
            {
                // Only the line's own end is no part of it: what was in quotes ends where the quotes do.
                row.Add(csv[at] == '\n' && csv[at - 1] == '\r' ? field.ToString()[..^1] : field.ToString());
                field.Clear();
                if (csv[at] == '\n')
                {
                    rows.Add([.. row]);
                    row.Clear();
                }
            }
            else
            {
                field.Append(csv[at]);
            }
        }

        field.Length.ShouldBe(0, "the last line ends");
        return rows;
    }
}

[Collection(SqliteTests.Name)]
public sealed class CsvInjectionTestsOnSqlite(SqliteApp app) : CsvInjectionTests(app);

[Collection(MariaDbTests.Name)]
public sealed class CsvInjectionTestsOnMariaDb(MariaDbApp app) : CsvInjectionTests(app);
