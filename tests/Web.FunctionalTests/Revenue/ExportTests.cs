namespace TalkConnect.Web.FunctionalTests.Revenue;

public abstract class ExportTests(TalkConnectApp app) : RevenueTest(app)
{
    [Fact]
    public async Task Has_a_header_and_one_row_per_line()
    {
        var course = await ALesson(await ATeacher(referred: true));
        var place = await IsSettled(course, Utc("2026-03-05T10:00:00.5Z"), 100);

        var answer = (await Api.Get("/api/revenue/export.csv", course.Teacher)).Must(200);

        answer.ContentType.ShouldBe("text/csv");
        var hold = await Hold(place);
        answer.Text.ShouldBe(
            "hold_id,session_id,course_id,session_title,amount,gross,fee,net,refunded,status,at\r\n"
            + $"{place.HoldId},{hold.SessionId},{course.CourseId},Session 101,100.00,100.00,30.00,70.00,0.00,released,2026-03-05T10:00:00.5Z\r\n");
    }

    [Theory]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("+1", "\"'+1\"")]
    [InlineData("-1", "\"'-1\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("a=b", "a=b")]
    [InlineData("Nguyễn, \"Ánh\"", "\"Nguyễn, \"\"Ánh\"\"\"")]
    public async Task Gives_no_spreadsheet_a_formula(string title, string written)
    {
        var lesson = await ALesson();
        await ASoldPlace(lesson);
        await App.InDatabaseAsync(db => Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlRawAsync(
            db.Database, "UPDATE course_sessions SET title = {0}", title));

        var row = (await Api.Get("/api/revenue/export.csv", lesson.Teacher)).Must(200).Text.Split("\r\n")[1];

        row.ShouldContain($",{written},100.00,", customMessage: row);
    }

    [Fact]
    public async Task Of_a_student_or_admin_is_none()
    {
        (await Api.Get("/api/revenue/export.csv", await AStudent())).MustBeRefused(403, "forbidden");
        (await Api.Get("/api/revenue/export.csv", Admin)).MustBeRefused(403, "forbidden");
    }
}

[Collection(SqliteTests.Name)]
public sealed class ExportTestsOnSqlite(SqliteApp app) : ExportTests(app);

[Collection(MariaDbTests.Name)]
public sealed class ExportTestsOnMariaDb(MariaDbApp app) : ExportTests(app);
