namespace TalkConnect.Web.FunctionalTests.Ledger;

public abstract class DepositTests(TalkConnectApp app) : FunctionalTest(app)
{
    [Fact]
    public async Task Comes_from_outside_and_is_the_first_line_of_a_ledger()
    {
        var student = await AStudent();

        var answer = await Deposit(student, 25.50m, "bank-1");

        var posting = answer.Must(201).As<PostingShape>();
        posting.CreditBalance.ShouldBe(25.50m);
        var line = (await Transactions(student)).ShouldHaveSingleItem();
        line.Id.ShouldBe(posting.Transaction.Id);
        (line.Sequence, line.Type, line.Amount, line.BalanceBefore, line.BalanceAfter).ShouldBe((1, "deposit", 25.50m, 0m, 25.50m));
        (line.Status, line.CounterAccount, line.ReferenceType).ShouldBe(("completed", "external", "deposit"));
        line.CreatedAt.ShouldBe(App.Clock.Now);
    }

    [Fact]
    public async Task The_same_reference_for_the_same_user_and_amount_is_the_first_answer_again()
    {
        var student = await AStudent();
        var first = (await Deposit(student, 25.50m, "bank-1")).Must(201);
        await Deposit(student, 10m, "bank-2");
        App.Clock.Now = App.Clock.Now.AddDays(400);

        var again = (await Deposit(student, 25.50m, "bank-1")).Must(200);

        again.Text.ShouldBe(first.Text);
        (await Balance(student)).ShouldBe(35.50m);
    }

    [Fact]
    public async Task The_same_reference_for_another_user_or_amount_is_refused()
    {
        var student = await AStudent();
        var other = await AStudent();
        await Deposit(student, 25.50m, "bank-1");

        (await Deposit(other, 25.50m, "bank-1")).MustBeRefused(409, "duplicate_reference");
        (await Deposit(student, 25.51m, "bank-1")).MustBeRefused(409, "duplicate_reference");

        (await Balance(student)).ShouldBe(25.50m);
        (await Balance(other)).ShouldBe(0m);
    }

    [Theory]
    [InlineData("bank-a", "bank-A")]
    [InlineData("bank-e", "bank-é")]
    [InlineData("bank-ss", "bank-ß")]
    [InlineData("１", "1")]
    [InlineData("a  b", "a b")]
    public async Task References_that_merely_look_alike_are_different(string one, string other)
    {
        var student = await AStudent();

        (await Deposit(student, 1m, one)).Must(201);
        (await Deposit(student, 1m, other)).Must(201);

        (await Balance(student)).ShouldBe(2m);
    }

    [Fact]
    public async Task A_reference_may_have_a_hundred_characters_of_any_kind()
    {
        var student = await AStudent();
        var reference = string.Concat(Enumerable.Repeat("Ánh🎓", 20))[..100];

        (await Deposit(student, 1m, reference)).Must(201);
        (await Deposit(student, 1m, reference)).Must(200);
        (await Deposit(student, 1m, reference + "x")).MustName("external_reference");
    }

    [Fact]
    public async Task An_admin_moves_no_money_of_their_own()
    {
        await APerson(Person.Admin, id: Admin.Id);
        foreach (var kind in new[] { "deposits", "credits", "debits" })
        {
            (await Api.Post($"/api/admin/users/{Admin.Id}/{kind}", new { amount = 1, reason = "me", external_reference = "me" }, Admin))
                .MustBeRefused(403, "own_account");
        }

        (await Balance(Admin)).ShouldBe(0m);
        (await Api.Post($"/api/admin/users/{Admin.Id}/credits", new { amount = 1, reason = "thanks" }, new Person("another", Person.Admin))).Must(201);
    }

    [Fact]
    public async Task Many_large_ones_overflow_nothing()
    {
        var student = await AStudent();
        for (var number = 1; number <= 12; number++)
        {
            (await Deposit(student, 99_999_999.99m, $"bank-{number}")).Must(201);
        }

        (await Balance(student)).ShouldBe(1_199_999_999.88m);
    }

    private Task<Answer> Deposit(Person person, decimal amount, string reference) =>
        Api.Post($"/api/admin/users/{person.Id}/deposits", new { amount, external_reference = reference }, Admin);
}

[Collection(SqliteTests.Name)]
public sealed class DepositTestsOnSqlite(SqliteApp app) : DepositTests(app);

[Collection(MariaDbTests.Name)]
public sealed class DepositTestsOnMariaDb(MariaDbApp app) : DepositTests(app);
