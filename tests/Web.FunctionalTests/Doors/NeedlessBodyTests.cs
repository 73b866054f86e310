using System.Text;

namespace TalkConnect.Web.FunctionalTests.Doors;

/// <summary>Clients that say of each request that it is JSON, and some that send a body along with a question.</summary>
public abstract class NeedlessBodyTests(TalkConnectApp app) : FunctionalTest(app)
{
    public static TheoryData<string> Questions =>
    [
        "/api/sessions", "/api/me/wallet", "/api/me/attendance", "/api/me/transactions", "/api/me/purchases", "/api/withdrawals", "/api/revenue/summary",
        "/api/revenue/timeseries?interval=day", "/api/revenue/courses", "/api/revenue/lines", "/api/revenue/export.csv",
    ];

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task Change_no_answer_to_a_question(string path)
    {
        var teacher = await ATeacher();
        var plain = (await Api.Get(path, teacher)).Must(200);

        foreach (var (body, type) in new[]
        {
            ("", "application/json"), ("{}", "application/json"), ("""{"page":null,"period":null,"limit":7}""", "application/json"), ("nonsense", "application/json"),
            ("", "multipart/form-data"), ("x=1", "application/x-www-form-urlencoded"), ("x", "text/plain"),
        })
        {
            var answer = await Api.Send(HttpMethod.Get, path, teacher.Token, Api.Content(Encoding.UTF8.GetBytes(body), type));
            (answer.Status, answer.Text).ShouldBe((200, plain.Text), $"{type}: {body}");
        }
    }
}

[Collection(SqliteTests.Name)]
public sealed class NeedlessBodyTestsOnSqlite(SqliteApp app) : NeedlessBodyTests(app);

[Collection(MariaDbTests.Name)]
public sealed class NeedlessBodyTestsOnMariaDb(MariaDbApp app) : NeedlessBodyTests(app);
