using System.Text.Json;
using System.Text.RegularExpressions;

namespace TalkConnect.Web.FunctionalTests.Doors;

public abstract partial class WireFormatTests(TalkConnectApp app) : FunctionalTest(app)
{
    private static readonly string[] Amounts =
    [
        "credit_balance", "held", "amount", "balance_before", "balance_after", "price", "price_paid", "refund_amount", "gross", "fee", "net",
        "released_amount", "refunded_amount", "commission_amount", "original_amount", "platform_fee",
    ];

    [Fact]
    public async Task Amounts_have_two_places_times_a_Z_and_names_are_snake_case()
    {
        App.Clock.Now = SettableClock.Noon.AddTicks(1_234_567);
        var lesson = await ALesson(await ATeacher(referred: true), price: 70);
        var place = await ASoldPlace(lesson);
        var refunded = await ASoldPlace(lesson);
        await Stays(place.Student, lesson, lesson.Minute(0), lesson.Minute(30));
        await Finishes(lesson);
        var run = await Api.Post("/api/admin/settlements/run", null, Admin);

        var texts = new List<string> { run.Must(200).Text };
        foreach (var (path, person) in new (string, Person)[]
        {
            ("/api/me/wallet", lesson.Teacher), ("/api/me/transactions", lesson.Teacher), ("/api/me/transactions", refunded.Student),
            ("/api/me/purchases", refunded.Student), ("/api/me/purchases", place.Student), ("/api/me/attendance", place.Student),
            ($"/api/sessions/{lesson.Id}", place.Student), ($"/api/courses/{lesson.CourseId}", place.Student),
            ($"/api/holds/{place.HoldId}", Admin), ($"/api/holds/{place.HoldId}/receipt", Admin), ($"/api/sessions/{lesson.Id}/attendance", Admin),
            ("/api/admin/holds", Admin), ("/api/admin/users", Admin), ("/api/admin/settlements", Admin), ("/api/admin/ledger/verification", Admin),
        })
        {
            var answer = (await Api.Get(path, person)).Must(200);
            answer.ContentType.ShouldBe("application/json");
            texts.Add(answer.Text);
        }

        foreach (var text in texts)
        {
            using var document = JsonDocument.Parse(text);
            Check(document.RootElement);
        }

        texts.ShouldContain(text => text.Contains("\"credit_balance\":49.00", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("70", 70)]
    [InlineData("70.0", 70)]
    [InlineData("70.00", 70)]
    [InlineData("70.000000", 70)]
    [InlineData("7e1", 70)]
    [InlineData("0.01", 0.01)]
    [InlineData("99999999.99", 99_999_999.99)]
    public async Task The_same_number_may_be_written_in_any_way(string amount, decimal booked)
    {
        var student = await AStudent();

        (await Api.PostText($"/api/admin/users/{student.Id}/deposits", $$"""{"amount":{{amount}},"external_reference":"r"}""", Admin)).Must(201);

        (await Balance(student)).ShouldBe(booked);
    }

    [Theory]
    [InlineData("2026-04-01T10:00:00Z", "2026-04-01T10:00:00Z")]
    [InlineData("2026-04-01T10:00:00+07:00", "2026-04-01T03:00:00Z")]
    [InlineData("2026-04-01T10:00:00.123456-02:30", "2026-04-01T12:30:00.123456Z")]
    [InlineData("2026-04-01T10:00:00.1234567Z", "2026-04-01T10:00:00.123456Z")]
    [InlineData("2026-04-01T10:00Z", "2026-04-01T10:00:00Z")]
    public async Task A_time_with_any_offset_is_told_in_UTC(string told, string answered)
    {
        var lesson = await ALesson();
        var body = $$"""{"session_number":2,"title":"T","scheduled_at":"{{told}}","duration_minutes":60,"price":1}""";

        var answer = (await Api.PostText($"/api/courses/{lesson.CourseId}/sessions", body, lesson.Teacher)).Must(201);

        answer.Json.GetProperty("scheduled_at").GetString().ShouldBe(answered);
        var id = answer.Json.GetProperty("id").GetString();
        (await Api.Get($"/api/sessions/{id}", Admin)).Json.GetProperty("scheduled_at").GetString().ShouldBe(answered);
    }

    [Fact]
    public async Task Any_language_comes_back_as_it_was_written()
    {
        const string Name = "Nguyễn Thị Ánh 🎓 <b>\"it's\" & \\ ｆｕｌｌ";

        await Api.Put("/api/admin/users/u", new { name = Name, email = "ánh@ví-dụ.vn", role = "teacher" }, Admin);

        var user = (await Api.Get("/api/admin/users/u", Admin)).Must(200).As<UserShape>();
        (user.Name, user.Email).ShouldBe((Name, "ánh@ví-dụ.vn"));
    }

    private static void Check(JsonElement element, string name = "")
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                {
                    member.Name.ShouldMatch("^[a-z][a-z0-9_]*$");
                    Check(member.Value, member.Name);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    Check(item, name);
                }

                break;
            case JsonValueKind.Number when Amounts.Contains(name):
                element.GetRawText().ShouldMatch(@"^-?\d+\.\d\d$", name);
                break;
            case JsonValueKind.String when name.EndsWith("_at", StringComparison.Ordinal):
                Time().IsMatch(element.GetString()!).ShouldBeTrue($"{name} {element}");
                break;
            default:
                Amounts.Contains(name).ShouldBe(element.ValueKind is JsonValueKind.Null && name == "refund_amount", name);
                break;
        }
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z$")]
    private static partial Regex Time();
}

[Collection(SqliteTests.Name)]
public sealed class WireFormatTestsOnSqlite(SqliteApp app) : WireFormatTests(app);

[Collection(MariaDbTests.Name)]
public sealed class WireFormatTestsOnMariaDb(MariaDbApp app) : WireFormatTests(app);
