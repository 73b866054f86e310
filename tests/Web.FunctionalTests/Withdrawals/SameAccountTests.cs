namespace TalkConnect.Web.FunctionalTests.Withdrawals;

/// <summary>Nobody types an account number twice: a request may name an earlier withdrawal in its place.</summary>
public abstract class SameAccountTests(TalkConnectApp app) : FunctionalTest(app)
{
    [Fact]
    public async Task As_an_earlier_withdrawal_is_where_the_money_goes_again()
    {
        var (teacher, earlier) = await AWithdrawal();
        await IsGiven(teacher, 30);

        var again = (await Asks(teacher, earlier.Id)).Must(201).As<WithdrawalShape>();

        again.Id.ShouldNotBe(earlier.Id);
        again.BankAccountInfo.ShouldBe(earlier.BankAccountInfo);
        (await FullNumber(again)).ShouldBe(await FullNumber(earlier));
    }

    [Fact]
    public async Task Is_there_for_withdrawals_that_were_taken_back_too()
    {
        var (teacher, earlier) = await AWithdrawal();
        (await Moves(earlier, "cancel")).Must(200);

        var again = (await Asks(teacher, earlier.Id)).Must(201).As<WithdrawalShape>();

        (await FullNumber(again)).ShouldBe(await FullNumber(earlier));
    }

    [Fact]
    public async Task Of_somebody_else_is_not_there()
    {
        var (_, others) = await AWithdrawal();
        var teacher = await ATeacher();
        await IsGiven(teacher, 30);

        (await Asks(teacher, others.Id)).MustBeRefused(404, "withdrawal_not_found");
        (await Asks(teacher, "no-such")).MustBeRefused(404, "withdrawal_not_found");

        (await Balance(teacher)).ShouldBe(30);
    }

    [Fact]
    public async Task Is_given_in_place_of_an_account_and_not_beside_it()
    {
        var (teacher, earlier) = await AWithdrawal();
        await IsGiven(teacher, 30);

        (await Api.Post("/api/withdrawals", new { amount = 10, bank_account_info = Destination, same_account_as = earlier.Id }, teacher))
            .MustName("same_account_as");
        (await Api.Post("/api/withdrawals", new { amount = 10, same_account_as = "no id at all" }, teacher)).MustName("same_account_as");

        (await Balance(teacher)).ShouldBe(30);
    }

    [Fact]
    public async Task Of_another_withdrawal_with_the_same_key_is_another_request()
    {
        var (teacher, one) = await AWithdrawal();
        await IsGiven(teacher, 60);
        var other = (await Requests(teacher, 10)).Must(201).As<WithdrawalShape>();

        var first = (await Asks(teacher, one.Id, "a-key")).Must(201);

        (await Asks(teacher, one.Id, "a-key")).Must(201).Text.ShouldBe(first.Text);
        (await Asks(teacher, other.Id, "a-key")).MustBeRefused(422, "idempotency_key_reused");
    }

    private Task<Answer> Asks(Person teacher, string sameAccountAs, string? key = null) =>
        Api.Post("/api/withdrawals", new { amount = 10, same_account_as = sameAccountAs }, teacher, key);

    private async Task<string?> FullNumber(WithdrawalShape withdrawal) => (await Api.Get($"/api/admin/withdrawals/{withdrawal.Id}", Admin))
        .Must(200).Json.GetProperty("bank_account_info").GetProperty("account_number").GetString();
}

[Collection(SqliteTests.Name)]
public sealed class SameAccountTestsOnSqlite(SqliteApp app) : SameAccountTests(app);

[Collection(MariaDbTests.Name)]
public sealed class SameAccountTestsOnMariaDb(MariaDbApp app) : SameAccountTests(app);
