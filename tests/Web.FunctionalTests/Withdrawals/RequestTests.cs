namespace TalkConnect.Web.FunctionalTests.Withdrawals;

public abstract class RequestTests(TalkConnectApp app) : FunctionalTest(app)
{
    [Fact]
    public async Task Takes_the_money_off_the_balance_at_once()
    {
        var teacher = await ATeacher();
        await IsGiven(teacher, 100);

        var withdrawal = (await Requests(teacher, 40)).Must(201).As<WithdrawalShape>();

        withdrawal.Status.ShouldBe("pending");
        withdrawal.Amount.ShouldBe(40);
        withdrawal.TeacherId.ShouldBe(teacher.Id);
        withdrawal.Notes.ShouldBe("for the rent");
        withdrawal.RequestedAt.ShouldBe(App.Clock.Now);
        (await Balance(teacher)).ShouldBe(60);
        var line = (await Transactions(teacher))[^1];
        (line.Type, line.Amount, line.CounterAccount, line.Status).ShouldBe(("withdrawal", -40, "payouts", "pending"));
        (line.ReferenceType, line.ReferenceId, line.CompletedAt).ShouldBe(("withdrawal", withdrawal.Id, null));
    }

    [Fact]
    public async Task Shows_the_destination_masked()
    {
        var (teacher, withdrawal) = await AWithdrawal();

        withdrawal.BankAccountInfo.ShouldBe(new BankAccountShape("Bank of Examples", "••••3000", "A. Teacher", "Main Street", "COBADEFF"));
        (await Withdrawal(withdrawal)).ShouldBe(withdrawal);
        (await Api.Get("/api/withdrawals", teacher)).Must(200).As<PageShape<WithdrawalShape>>().Items.ShouldBe([withdrawal]);
        (await Api.Get("/api/admin/withdrawals?status=pending", Admin)).Must(200).As<PageShape<WithdrawalShape>>().Items.ShouldBe([withdrawal]);
        (await Api.Get("/api/admin/withdrawals?status=processing", Admin)).Must(200).As<PageShape<WithdrawalShape>>().Items.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(100.01, 409, "insufficient_balance")]
    [InlineData(9.99, 400, "validation_failed")]
    [InlineData(0, 400, "validation_failed")]
    [InlineData(-10, 400, "validation_failed")]
    [InlineData(10.001, 400, "validation_failed")]
    public async Task Takes_no_more_than_there_is_and_no_less_than_is_worth_a_transfer(double amount, int status, string code)
    {
        var teacher = await ATeacher();
        await IsGiven(teacher, 100);

        (await Requests(teacher, (decimal)amount)).MustBeRefused(status, code);

        (await Balance(teacher)).ShouldBe(100);
        (await Api.Get("/api/withdrawals", teacher)).Must(200).As<PageShape<WithdrawalShape>>().Items.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{}""", "amount", "bank_account_info")]
    [InlineData("""{"amount":"50","bank_account_info":[]}""", "amount", "bank_account_info")]
    [InlineData("""{"amount":50,"bank_account_info":{}}""", "bank_account_info.bank_name", "bank_account_info.account_number", "bank_account_info.account_name")]
    [InlineData("""{"amount":50,"bank_account_info":{"bank_name":" ","account_number":"12","account_name":"\n","branch":"","swift_code":"ABC"}}""", "bank_account_info.bank_name", "bank_account_info.account_number", "bank_account_info.account_name", "bank_account_info.branch", "bank_account_info.swift_code")]
    [InlineData("""{"amount":50,"bank_account_info":{"bank_name":"B","account_number":"1234567!","account_name":"A","swift_code":"1234DEFF"}}""", "bank_account_info.account_number", "bank_account_info.swift_code")]
    [InlineData("""{"amount":50,"bank_account_info":{"bank_name":"B","account_number":"12345678","account_name":"A","iban":"x"}}""", "bank_account_info.iban")]
    [InlineData("""{"amount":50,"bank_account_info":{"bank_name":7,"account_number":[],"account_name":{},"iban":"x"}}""", "bank_account_info.bank_name", "bank_account_info.account_number", "bank_account_info.account_name", "bank_account_info.iban")]
    [InlineData("""{"amount":50,"bank_account_info":{"bank_name":7,"iban":"x"}}""", "bank_account_info.bank_name", "bank_account_info.account_number", "bank_account_info.account_name", "bank_account_info.iban")]
    [InlineData("""{"amount":50,"teacher_id":"x","bank_account_info":{"bank_name":"B","account_number":"12345678","account_name":"A"}}""", "teacher_id")]
    public async Task Names_every_field_that_is_wrong(string body, params string[] fields)
    {
        var teacher = await ATeacher();
        await IsGiven(teacher, 100);

        (await Api.PostText("/api/withdrawals", body, teacher)).MustName(fields);

        (await Balance(teacher)).ShouldBe(100);
    }

    [Fact]
    public async Task Sent_again_with_its_key_is_the_same_request()
    {
        var teacher = await ATeacher();
        await IsGiven(teacher, 100);

        var first = (await Requests(teacher, 40, "a-key")).Must(201);
        var again = (await Requests(teacher, 40, "a-key")).Must(201);
        var other = await Requests(teacher, 41, "a-key");

        again.IsReplay.ShouldBeTrue();
        again.Text.ShouldBe(first.Text);
        other.MustBeRefused(422, "idempotency_key_reused");
        (await Balance(teacher)).ShouldBe(60);
    }

    [Fact]
    public async Task For_another_account_with_the_same_key_is_another_request()
    {
        var teacher = await ATeacher();
        await IsGiven(teacher, 100);
        object To(string number) => new { amount = 40, bank_account_info = new { bank_name = "B", account_number = number, account_name = "A" } };

        (await Api.Post("/api/withdrawals", To("12345678"), teacher, "a-key")).Must(201);

        (await Api.Post("/api/withdrawals", To("12345679"), teacher, "a-key")).MustBeRefused(422, "idempotency_key_reused");
    }

    [Fact]
    public async Task Is_limited_to_three_open_ones()
    {
        var teacher = await ATeacher();
        await IsGiven(teacher, 100);
        var first = (await Requests(teacher, 10)).Must(201).As<WithdrawalShape>();
        (await Requests(teacher, 10)).Must(201);
        (await Requests(teacher, 10)).Must(201);

        (await Requests(teacher, 10)).MustBeRefused(409, "too_many_open");
        (await Moves(first, "approve")).Must(200);
        (await Requests(teacher, 10)).MustBeRefused(409, "too_many_open");
        (await Moves(first, "complete")).Must(200);
        (await Requests(teacher, 10)).Must(201);

        (await Balance(teacher)).ShouldBe(60);
    }

    [Fact]
    public async Task Ties_a_user_to_their_role()
    {
        var (teacher, withdrawal) = await AWithdrawal();
        var student = new { name = "A", email = "a@b", role = "student" };

        (await Api.Put($"/api/admin/users/{teacher.Id}", student, Admin)).MustBeRefused(409, "role_in_use");
        (await Moves(withdrawal, "cancel")).Must(200);

        (await Api.Put($"/api/admin/users/{teacher.Id}", student, Admin)).Must(200);
    }

    [Fact]
    public async Task Is_for_teachers_who_are_known_as_such()
    {
        var student = await AStudent(credit: 100);

        (await Requests(student, 10)).MustBeRefused(403, "forbidden");
        (await Requests(student.Claiming(Person.Teacher), 10)).MustBeRefused(403, "role_mismatch");
        (await Requests(new Person("nobody", Person.Teacher), 10)).MustBeRefused(404, "user_not_found");
    }
}

[Collection(SqliteTests.Name)]
public sealed class RequestTestsOnSqlite(SqliteApp app) : RequestTests(app);

[Collection(MariaDbTests.Name)]
public sealed class RequestTestsOnMariaDb(MariaDbApp app) : RequestTests(app);
