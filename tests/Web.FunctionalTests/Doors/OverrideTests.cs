namespace TalkConnect.Web.FunctionalTests.Doors;

/// <summary>What stands in the body or the route is not to be had from anywhere else.</summary>
public abstract class OverrideTests(TalkConnectApp app) : FunctionalTest(app)
{
    [Fact]
    public async Task A_query_changes_neither_body_nor_route()
    {
        var rich = await AStudent();
        var other = await AStudent();
        var query = $"?id={other.Id}&user_id={other.Id}&amount=999&body=x&external_reference=other&reason=other&Amount=5&Id={other.Id}";

        var deposit = await Api.Post($"/api/admin/users/{rich.Id}/deposits{query}", new { amount = 10, external_reference = "mine" }, Admin);
        var credit = await Api.Post($"/api/admin/users/{rich.Id}/credits{query}", new { amount = 1, reason = "gift" }, Admin);

        deposit.Must(201).As<PostingShape>().CreditBalance.ShouldBe(10m);
        credit.Must(201).As<PostingShape>().CreditBalance.ShouldBe(11m);
        (await Balance(other)).ShouldBe(0m);
        (await Transactions(rich))[0].Metadata["external_reference"].GetString().ShouldBe("mine");
    }

    [Fact]
    public async Task A_query_fills_no_missing_field()
    {
        var student = await AStudent();

        (await Api.PostText($"/api/admin/users/{student.Id}/deposits?amount=10&external_reference=r", "{}", Admin)).MustName("amount", "external_reference");
        (await Api.PostText("/api/courses?title=T", "{}", await ATeacher())).MustName("title");
    }

    [Fact]
    public async Task A_query_buys_no_other_session_at_no_other_price_for_no_other_student()
    {
        var lesson = await ALesson(price: 10);
        var other = await ALesson(price: 5);
        var student = await AStudent(credit: 10);
        var victim = await AStudent(credit: 10);

        var answer = await Api.Post($"/api/sessions/{lesson.Id}/purchase?id={other.Id}&price=1&student_id={victim.Id}&user_id={victim.Id}", null, student);

        answer.Must(201).As<PurchaseAnswerShape>().Amount.ShouldBe(10m);
        (await Wallet(victim)).ShouldBe(new WalletShape(10m, 0m, "USD"));
        (await Api.Get("/api/me/purchases", student)).As<PageShape<PurchaseShape>>().Items.Single().SessionId.ShouldBe(lesson.Id);
    }

    [Fact]
    public async Task Nobody_reads_as_somebody_else()
    {
        var one = await AStudent(credit: 5);
        var other = await AStudent(credit: 7);

        var query = $"?user_id={other.Id}&id={other.Id}&sub={other.Id}&userId={other.Id}";

        (await Api.Get($"/api/me/wallet{query}", one)).As<WalletShape>().CreditBalance.ShouldBe(5m);
        (await Api.Get($"/api/me/transactions{query}", one)).As<PageShape<TransactionShape>>().Items.Single().Amount.ShouldBe(5m);
    }

    [Fact]
    public async Task A_form_is_no_body()
    {
        var student = await AStudent();

        (await Api.PostText($"/api/admin/users/{student.Id}/deposits", "amount=10&external_reference=r", Admin, type: "application/x-www-form-urlencoded"))
            .MustBeRefused(415, "unsupported_media_type");
    }
}

[Collection(SqliteTests.Name)]
public sealed class OverrideTestsOnSqlite(SqliteApp app) : OverrideTests(app);

[Collection(MariaDbTests.Name)]
public sealed class OverrideTestsOnMariaDb(MariaDbApp app) : OverrideTests(app);
