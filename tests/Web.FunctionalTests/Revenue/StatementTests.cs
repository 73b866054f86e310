namespace TalkConnect.Web.FunctionalTests.Revenue;

public abstract class StatementTests(TalkConnectApp app) : RevenueTest(app)
{
    [Fact]
    public async Task Opens_with_what_the_month_before_closed_with()
    {
        var course = await ALesson(await ATeacher(referred: true));
        var teacher = course.Teacher;
        App.Clock.Now = Utc("2026-02-20T10:00:00Z");
        await IsGiven(teacher, 40);
        await IsSettled(course, Utc("2026-03-31T16:59:59Z"), 100);
        App.Clock.Now = Utc("2026-03-31T17:00:00Z");
        await Requests(teacher, 60);

        foreach (var zone in new[] { "UTC", "Asia/Ho_Chi_Minh", "Pacific/Chatham" })
        {
            var balance = 0m;
            foreach (var month in new[] { "2026-01", "2026-02", "2026-03", "2026-04", "2026-05" })
            {
                var statement = await Statement(teacher, month, zone);
                statement.OpeningBalance.ShouldBe(balance);
                balance += statement.Lines.Sum(line => line.Amount);
                statement.ClosingBalance.ShouldBe(balance);
                statement.Totals.Sum(total => total.GetProperty("amount").GetDecimal()).ShouldBe(statement.Lines.Sum(line => line.Amount));
            }

            balance.ShouldBe(50);
        }

        (await Statement(teacher, "2026-03")).Lines.Select(line => line.Type).ShouldBe(["payment_release", "commission", "withdrawal"]);
        (await Statement(teacher, "2026-03", "Asia/Ho_Chi_Minh")).Lines.Select(line => line.Type).ShouldBe(["payment_release", "commission"]);
        (await Statement(teacher, "2026-04", "Asia/Ho_Chi_Minh")).Lines.Select(line => line.Type).ShouldBe(["withdrawal"]);
    }
}

[Collection(SqliteTests.Name)]
public sealed class StatementTestsOnSqlite(SqliteApp app) : StatementTests(app);

[Collection(MariaDbTests.Name)]
public sealed class StatementTestsOnMariaDb(MariaDbApp app) : StatementTests(app);
