namespace TalkConnect.Web.FunctionalTests.Doors;

/// <summary>Every wrong field is named, and nothing happens.</summary>
public abstract class ValidationTests(TalkConnectApp app) : FunctionalTest(app)
{
    private const string Long = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx";

    [Theory]
    [InlineData("""{"amount":0,"external_reference":"r"}""", "amount")]
    [InlineData("""{"amount":-1,"external_reference":"r"}""", "amount")]
    [InlineData("""{"amount":0.001,"external_reference":"r"}""", "amount")]
    [InlineData("""{"amount":10.005,"external_reference":"r"}""", "amount")]
    [InlineData("""{"amount":100000000,"external_reference":"r"}""", "amount")]
    [InlineData("""{"amount":99999999.991,"external_reference":"r"}""", "amount")]
    [InlineData("""{"amount":1e400,"external_reference":"r"}""", "amount")]
    [InlineData("""{"amount":1e-400,"external_reference":"r"}""", "amount")]
    [InlineData("""{"amount":79228162514264337593543950336,"external_reference":"r"}""", "amount")]
    [InlineData("""{"amount":10.00000000000000000000000000000001,"external_reference":"r"}""", "amount")]
    [InlineData("""{"amount":9.999999999999999999999999999999,"external_reference":"r"}""", "amount")]
    [InlineData("""{"amount":1000000000000000000000000000000001e-32,"external_reference":"r"}""", "amount")]
    [InlineData("""{"amount":"10","external_reference":"r"}""", "amount")]
    [InlineData("""{"amount":"NaN","external_reference":"r"}""", "amount")]
    [InlineData("""{"amount":null,"external_reference":"r"}""", "amount")]
    [InlineData("""{"amount":true,"external_reference":"r"}""", "amount")]
    [InlineData("""{"amount":[10],"external_reference":"r"}""", "amount")]
    [InlineData("""{"amount":{},"external_reference":"r"}""", "amount")]
    [InlineData("""{"external_reference":"r"}""", "amount")]
    [InlineData("""{"Amount":1,"external_reference":"r"}""", "Amount", "amount")]
    [InlineData("""{"amount":1}""", "external_reference")]
    [InlineData("""{"amount":1,"external_reference":null}""", "external_reference")]
    [InlineData("""{"amount":1,"external_reference":""}""", "external_reference")]
    [InlineData("""{"amount":1,"external_reference":"  "}""", "external_reference")]
    [InlineData("""{"amount":1,"external_reference":7}""", "external_reference")]
    [InlineData("""{"amount":1,"external_reference":" r"}""", "external_reference")]
    [InlineData("""{"amount":1,"external_reference":"a\u0000b"}""", "external_reference")]
    [InlineData("""{"amount":1,"external_reference":"LONG"}""", "external_reference")]
    [InlineData("""{"amount":"1","external_reference":7,"note":1}""", "amount", "external_reference", "note")]
    public async Task Of_a_deposit(string body, params string[] fields)
    {
        var student = await AStudent();

        (await Api.PostText($"/api/admin/users/{student.Id}/deposits", body.Replace("LONG", Long, StringComparison.Ordinal), Admin)).MustName(fields);

        (await Balance(student)).ShouldBe(0m);
    }

    [Theory]
    [InlineData("10.00000000000000000000000000000000000000")]
    [InlineData("0.1e2")]
    [InlineData("100e-1")]
    [InlineData("10e0")]
    public async Task Does_not_ask_how_ten_is_written(string ten)
    {
        var student = await AStudent();

        (await Api.PostText($"/api/admin/users/{student.Id}/deposits", $$"""{"amount":{{ten}},"external_reference":"r"}""", Admin)).Must(201);

        (await Balance(student)).ShouldBe(10m);
    }

    [Theory]
    [InlineData("credits")]
    [InlineData("debits")]
    public async Task Of_an_adjustment(string kind)
    {
        var student = await AStudent(credit: 10);
        var path = $"/api/admin/users/{student.Id}/{kind}";

        (await Api.PostText(path, "{}", Admin)).MustName("amount", "reason");
        (await Api.PostText(path, """{"amount":"1","reason":""}""", Admin)).MustName("amount", "reason");
        (await Api.PostText(path, """{"amount":1.234,"reason":7}""", Admin)).MustName("amount", "reason");
        (await Api.Post(path, new { amount = 1, reason = new string('x', 501) }, Admin)).MustName("reason");
        (await Api.Post(path, new { amount = 1, reason = "a\u0007b" }, Admin)).MustName("reason");
        (await Api.Post(path, new { amount = 1, reason = "\r\n\t " }, Admin)).MustName("reason");
        (await Balance(student)).ShouldBe(10m);
    }

    [Theory]
    [InlineData("""{}""", "name", "email", "role")]
    [InlineData("""{"name":"","email":"@","role":"boss"}""", "name", "email", "role")]
    [InlineData("""{"name":7,"email":[],"role":2,"referred_by":{}}""", "name", "email", "role", "referred_by")]
    [InlineData("""{"name":"A","email":"a b@c","role":"Student"}""", "email", "role")]
    [InlineData("""{"name":"A","email":"a@b@c","role":"student"}""", "email")]
    [InlineData("""{"name":"A\u0007","email":"a@b","role":"student"}""", "name")]
    [InlineData("""{"name":"A\n","email":"a@b","role":"student"}""", "name")]
    [InlineData("""{"name":"","email":"@","role":"boss","referred_by":"u"}""", "name", "email", "role", "referred_by")]
    [InlineData("""{"name":"","email":"@","role":"boss","referred_by":"nobody"}""", "name", "email", "role", "referred_by")]
    [InlineData("""{"name":"A","email":"a@b","role":"student","referred_by":"a/b"}""", "referred_by")]
    [InlineData("""{"name":"A","email":"a@b","role":"student","referred_by":"nobody"}""", "referred_by")]
    [InlineData("""{"name":"A","email":"a@b","role":"student","referred_by":"u"}""", "referred_by")]
    [InlineData("""{"name":"A","email":"a@b","role":"student","credit_balance":1000}""", "credit_balance")]
    [InlineData("""{"id":"v","name":"A","email":"a@b","role":"student"}""", "id")]
    public async Task Of_a_user(string body, params string[] fields)
    {
        (await Api.Send(HttpMethod.Put, "/api/admin/users/u", Admin.Token, Api.Content(body))).MustName(fields);

        (await Api.Get("/api/admin/users/u", Admin)).MustBeRefused(404, "user_not_found");
    }

    [Fact]
    public async Task Of_a_user_whose_id_is_none() =>
        (await Api.Send(HttpMethod.Put, "/api/admin/users/a%20b", Admin.Token, Api.Content("""{"name":7,"email":"@","role":"student"}""")))
            .MustName("id", "name", "email");

    [Theory]
    [InlineData("""{}""", "title")]
    [InlineData("""{"title":" "}""", "title")]
    [InlineData("""{"title":"\t"}""", "title")]
    [InlineData("""{"title":"\r\n \t"}""", "title")]
    [InlineData("""{"title":"a\u0000b"}""", "title")]
    [InlineData("""{"title":"a\u000bb"}""", "title")]
    [InlineData("""{"title":"a\u001bb"}""", "title")]
    [InlineData("""{"title":"a\u007fb"}""", "title")]
    [InlineData("""{"title":"a\u0085b"}""", "title")]
    [InlineData("""{"title":"T","id":"a b"}""", "id")]
    [InlineData("""{"title":"T","id":""}""", "id")]
    [InlineData("""{"title":7,"id":7,"teacher_id":7}""", "title", "id", "teacher_id")]
    [InlineData("""{"title":"T","teacher_id":"somebody-else"}""", "teacher_id")]
    public async Task Of_a_course(string body, params string[] fields) =>
        (await Api.PostText("/api/courses", body, await ATeacher())).MustName(fields);

    [Theory]
    [InlineData("""{}""", "session_number", "title", "scheduled_at", "duration_minutes", "price")]
    [InlineData("""{"session_number":"2","title":7,"scheduled_at":1,"duration_minutes":"60","price":"1"}""", "session_number", "title", "scheduled_at", "duration_minutes", "price")]
    [InlineData("""{"session_number":0,"title":"T","scheduled_at":"2026-04-01T10:00:00Z","duration_minutes":0,"price":0}""", "session_number", "duration_minutes", "price")]
    [InlineData("""{"session_number":1000000,"title":"T","scheduled_at":"2026-04-01T10:00:00Z","duration_minutes":1441,"price":100000000}""", "session_number", "duration_minutes", "price")]
    [InlineData("""{"session_number":2.5,"title":"T","scheduled_at":"2026-04-01T10:00:00Z","duration_minutes":1e400,"price":0.015}""", "session_number", "duration_minutes", "price")]
    [InlineData("""{"session_number":2,"title":"T","scheduled_at":"2026-04-01T10:00:00","duration_minutes":60,"price":1}""", "scheduled_at")]
    [InlineData("""{"session_number":2,"title":"T","scheduled_at":"2026-04-01","duration_minutes":60,"price":1}""", "scheduled_at")]
    [InlineData("""{"session_number":2,"title":"T","scheduled_at":"2026-02-30T10:00:00Z","duration_minutes":60,"price":1}""", "scheduled_at")]
    [InlineData("""{"session_number":2,"title":"T","scheduled_at":"0001-01-01T00:00:00+14:00","duration_minutes":60,"price":1}""", "scheduled_at")]
    [InlineData("""{"session_number":2,"title":"T","scheduled_at":"9999-12-31T23:59:59-14:00","duration_minutes":60,"price":1}""", "scheduled_at")]
    [InlineData("""{"session_number":2,"title":"T","scheduled_at":"tomorrow","duration_minutes":60,"price":1,"status":"completed"}""", "scheduled_at", "status")]
    public async Task Of_a_session(string body, params string[] fields)
    {
        var lesson = await ALesson();

        (await Api.PostText($"/api/courses/{lesson.CourseId}/sessions", body, lesson.Teacher)).MustName(fields);
    }

    [Theory]
    [InlineData("""{"lesson_number":0}""")]
    [InlineData("""{"lesson_number":100}""")]
    [InlineData("""{"lesson_number":-1}""")]
    [InlineData("""{"lesson_number":1.5}""")]
    [InlineData("""{"lesson_number":"1"}""")]
    public async Task Of_a_join(string body)
    {
        var lesson = await ALesson();

        (await Api.PostText($"/api/sessions/{lesson.Id}/join", body, lesson.Teacher)).MustName("lesson_number");
    }

    [Fact]
    public async Task Of_a_cancellation()
    {
        var lesson = await ALesson();

        (await Api.Post($"/api/sessions/{lesson.Id}/cancel", new { reason = new string('x', 501) }, lesson.Teacher)).MustName("reason");
        (await Api.PostText($"/api/sessions/{lesson.Id}/cancel", """{"reason":7}""", lesson.Teacher)).MustName("reason");

        (await Session(lesson)).Status.ShouldBe("scheduled");
    }

    [Theory]
    [InlineData("/api/sessions?status=over", "status")]
    [InlineData("/api/sessions?course_id=a%2Fb&limit=0", "course_id", "limit")]
    [InlineData("/api/admin/holds?status=lost&failed=maybe", "status", "failed")]
    public async Task Of_a_question(string path, params string[] fields) => (await Api.Get(path, Admin)).MustName(fields);
}

[Collection(SqliteTests.Name)]
public sealed class ValidationTestsOnSqlite(SqliteApp app) : ValidationTests(app);

[Collection(MariaDbTests.Name)]
public sealed class ValidationTestsOnMariaDb(MariaDbApp app) : ValidationTests(app);
