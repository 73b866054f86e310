namespace TalkConnect.Web.FunctionalTests.Ledger;

public abstract class IdempotencyTests(TalkConnectApp app) : FunctionalTest(app)
{
    [Fact]
    public async Task The_same_request_under_the_same_key_happens_once_and_gets_the_same_answer()
    {
        var student = await AStudent();
        var path = $"/api/admin/users/{student.Id}/credits";

        var first = (await Api.Post(path, new { amount = 5, reason = "gift" }, Admin, "key")).Must(201);
        App.Clock.Now = App.Clock.Now.AddHours(24);
        var again = (await Api.Post(path, new { amount = 5, reason = "gift" }, Admin, "key")).Must(201);

        again.Text.ShouldBe(first.Text);
        (first.IsReplay, again.IsReplay).ShouldBe((false, true));
        (await Balance(student)).ShouldBe(5m);
    }

    [Theory]
    [InlineData("""{"amount":70,"reason":"gift"}""")]
    [InlineData("""{"reason":"gift","amount":70.00}""")]
    [InlineData("""{ "amount" : 7e1 , "reason" : "g\u0069ft" }""")]
    public async Task The_same_written_in_another_way_is_the_same(string body)
    {
        var student = await AStudent();
        var path = $"/api/admin/users/{student.Id}/credits";
        (await Api.PostText(path, """{"amount":70.0,"reason":"gift"}""", Admin, "key")).Must(201);

        (await Api.PostText(path, body, Admin, "key")).Must(201).IsReplay.ShouldBeTrue();

        (await Balance(student)).ShouldBe(70m);
    }

    [Theory]
    [InlineData("""{"amount":5.01,"reason":"gift"}""")]
    [InlineData("""{"amount":5,"reason":"Gift"}""")]
    public async Task Another_body_under_the_same_key_is_refused(string body)
    {
        var student = await AStudent();
        var path = $"/api/admin/users/{student.Id}/credits";
        (await Api.Post(path, new { amount = 5, reason = "gift" }, Admin, "key")).Must(201);

        (await Api.PostText(path, body, Admin, "key")).MustBeRefused(422, "idempotency_key_reused");

        (await Balance(student)).ShouldBe(5m);
    }

    [Fact]
    public async Task A_key_counts_for_one_person_and_one_route()
    {
        var student = await AStudent();
        var other = await AStudent();
        var body = new { amount = 5, reason = "gift" };

        (await Api.Post($"/api/admin/users/{student.Id}/credits", body, Admin, "key")).Must(201);
        (await Api.Post($"/api/admin/users/{other.Id}/credits", body, Admin, "key")).Must(201).IsReplay.ShouldBeFalse();
        (await Api.Post($"/api/admin/users/{student.Id}/debits", body, Admin, "key")).Must(201).IsReplay.ShouldBeFalse();
        (await Api.Post($"/api/admin/users/{student.Id}/credits", body, new Person("another-admin", Person.Admin), "key")).Must(201).IsReplay.ShouldBeFalse();
        (await Api.Post($"/api/admin/users/{student.Id}/credits", body, Admin, "KEY")).Must(201).IsReplay.ShouldBeFalse();

        (await Balance(student)).ShouldBe(10m);
        (await Balance(other)).ShouldBe(5m);
    }

    [Fact]
    public async Task A_refusal_is_not_kept()
    {
        var lesson = await ALesson(price: 100);
        var student = await AStudent(credit: 99);
        var path = $"/api/sessions/{lesson.Id}/purchase";
        (await Api.Post(path, null, student, "key")).MustBeRefused(409, "insufficient_balance");
        await Deposits(student, 1);

        (await Api.Post(path, null, student, "key")).Must(201).IsReplay.ShouldBeFalse();
        (await Api.Post(path, null, student, "key")).Must(201).IsReplay.ShouldBeTrue();

        (await Wallet(student)).ShouldBe(new WalletShape(0m, 100m, "USD"));
    }

    [Fact]
    public async Task Nobody_gets_the_stored_answer_of_a_door_that_is_closed_to_them()
    {
        var student = await AStudent();
        var path = $"/api/admin/users/{student.Id}/credits";
        (await Api.Post(path, new { amount = 5, reason = "gift" }, Admin, "key")).Must(201);

        (await Api.Post(path, new { amount = 5, reason = "gift" }, student, "key")).MustBeRefused(403, "forbidden");
        (await Api.Post(path, new { amount = 5, reason = "gift" }, null, "key")).MustBeRefused(401, "unauthorized");
        (await Api.Post(path, new { amount = 5, reason = "gift" }, Admin.Claiming(Person.Student), "key")).MustBeRefused(403, "forbidden");
    }

    [Fact]
    public async Task Every_door_that_moves_money_honours_it()
    {
        var student = await AStudent(credit: 300);
        var lesson = await ALesson(start: App.Clock.Now);
        foreach (var (path, body, person) in new (string, object?, Person)[]
        {
            ($"/api/admin/users/{student.Id}/deposits", new { amount = 1, external_reference = "r" }, Admin),
            ($"/api/admin/users/{student.Id}/credits", new { amount = 1, reason = "gift" }, Admin),
            ($"/api/admin/users/{student.Id}/debits", new { amount = 1, reason = "mistake" }, Admin),
            ($"/api/sessions/{lesson.Id}/purchase", null, student),
            ("/api/admin/settlements/run", null, Admin),
            ($"/api/sessions/{lesson.Id}/cancel", new { reason = "ill" }, lesson.Teacher),
        })
        {
            var first = await Api.Post(path, body, person, "key");
            var again = await Api.Post(path, body, person, "key");

            first.Status.ShouldBeOneOf(200, 201);
            (again.Status, again.Text, again.IsReplay).ShouldBe((first.Status, first.Text, true), path);
        }

        (await Balance(student)).ShouldBe(301m);
    }

    [Theory]
    [InlineData("")]
    [InlineData("LONG")]
    [InlineData("a\tb")]
    public async Task A_key_that_is_none_is_refused(string key)
    {
        var student = await AStudent();
        var wrong = key.Replace("LONG", new string('k', 256), StringComparison.Ordinal);

        var answer = await Api.Post($"/api/admin/users/{student.Id}/credits", new { amount = 1, reason = "gift" }, Admin, wrong);

        answer.MustName("Idempotency-Key");
        (await Balance(student)).ShouldBe(0m);
    }
}

[Collection(SqliteTests.Name)]
public sealed class IdempotencyTestsOnSqlite(SqliteApp app) : IdempotencyTests(app);

[Collection(MariaDbTests.Name)]
public sealed class IdempotencyTestsOnMariaDb(MariaDbApp app) : IdempotencyTests(app);
