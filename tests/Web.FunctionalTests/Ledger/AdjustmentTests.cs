namespace TalkConnect.Web.FunctionalTests.Ledger;

public abstract class AdjustmentTests(TalkConnectApp app) : FunctionalTest(app)
{
    [Fact]
    public async Task Credit_and_debit_name_the_reason_and_the_admin()
    {
        var teacher = await ATeacher();

        var credit = await Api.Post($"/api/admin/users/{teacher.Id}/credits", new { amount = 10.10, reason = "prize" }, Admin);
        var debit = await Api.Post($"/api/admin/users/{teacher.Id}/debits", new { amount = 10.09, reason = "mistake" }, Admin);

        credit.Must(201).As<PostingShape>().CreditBalance.ShouldBe(10.10m);
        debit.Must(201).As<PostingShape>().CreditBalance.ShouldBe(0.01m);
        var lines = await Transactions(teacher);
        lines.Select(line => (line.Type, line.Amount, line.CounterAccount, line.ReferenceType, line.Status)).ShouldBe(
        [
            ("admin_credit", 10.10m, "platform", "adjustment", "completed"),
            ("admin_debit", -10.09m, "platform", "adjustment", "completed"),
        ]);
        lines.Select(line => (line.Metadata["reason"].GetString(), line.Metadata["admin_id"].GetString()))
            .ShouldBe([("prize", Admin.Id), ("mistake", Admin.Id)]);
        lines.Select(line => line.ReferenceId).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task Nobodys_balance_falls_below_zero()
    {
        var student = await AStudent(credit: 5);

        (await Api.Post($"/api/admin/users/{student.Id}/debits", new { amount = 5.01, reason = "x" }, Admin)).MustBeRefused(409, "insufficient_balance");
        (await Api.Post($"/api/admin/users/{student.Id}/debits", new { amount = 5, reason = "x" }, Admin)).Must(201);
        (await Api.Post($"/api/admin/users/{student.Id}/debits", new { amount = 0.01, reason = "x" }, Admin)).MustBeRefused(409, "insufficient_balance");

        (await Balance(student)).ShouldBe(0m);
        (await Transactions(student)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Who_is_stored_in_another_role_moves_no_money_as_an_admin()
    {
        var student = await AStudent();
        var former = (await ATeacher()).Claiming(Person.Admin);
        var admin = (await APerson(Person.Admin)).Claiming(Person.Admin);

        (await Api.Post($"/api/admin/users/{student.Id}/credits", new { amount = 1, reason = "r" }, former)).MustBeRefused(403, "role_mismatch");
        (await Api.Post($"/api/admin/users/{student.Id}/credits", new { amount = 0, reason = "r" }, former)).MustName("amount");
        (await Api.Post($"/api/admin/users/{student.Id}/credits", new { amount = 1, reason = "r" }, admin)).Must(201);

        (await Balance(student)).ShouldBe(1m);
    }

    [Theory]
    [InlineData("credits")]
    [InlineData("debits")]
    [InlineData("deposits")]
    public async Task Nobody_without_a_row_has_an_account(string kind) =>
        (await Api.Post($"/api/admin/users/nobody/{kind}", kind == "deposits"
            ? new { amount = 1, external_reference = "r" }
            : (object)new { amount = 1, reason = "r" }, Admin)).MustBeRefused(404, "user_not_found");

    [Fact]
    public async Task What_is_held_is_told_to_both_sides()
    {
        var lesson = await ALesson(price: 33.33m);
        var one = await ASoldPlace(lesson);
        await ASoldPlace(lesson);

        (await Wallet(one.Student)).ShouldBe(new WalletShape(0m, 33.33m, "USD"));
        (await Wallet(lesson.Teacher)).ShouldBe(new WalletShape(0m, 66.66m, "USD"));
    }
}

[Collection(SqliteTests.Name)]
public sealed class AdjustmentTestsOnSqlite(SqliteApp app) : AdjustmentTests(app);

[Collection(MariaDbTests.Name)]
public sealed class AdjustmentTestsOnMariaDb(MariaDbApp app) : AdjustmentTests(app);
