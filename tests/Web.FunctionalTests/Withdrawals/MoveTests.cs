namespace TalkConnect.Web.FunctionalTests.Withdrawals;

public abstract class MoveTests(TalkConnectApp app) : FunctionalTest(app)
{
    private static readonly Person Second = new("the-second-admin", Person.Admin);

    [Fact]
    public async Task Approved_and_completed_the_money_is_gone_for_good()
    {
        var (teacher, withdrawal) = await AWithdrawal(50);
        App.Clock.Now += TimeSpan.FromHours(1);
        var approved = (await Moves(withdrawal, "approve", body: new { admin_notes = "checked" })).Must(200).As<WithdrawalShape>();
        var processedAt = App.Clock.Now;
        App.Clock.Now += TimeSpan.FromHours(1);
        var completed = (await Moves(withdrawal, "complete")).Must(200).As<WithdrawalShape>();

        approved.ShouldBe(withdrawal with { Status = "processing", ProcessedAt = processedAt, AdminNotes = "checked" });
        completed.ShouldBe(approved with { Status = "completed", CompletedAt = App.Clock.Now, BankReference = "TRANSFER-1" });
        var line = (await Transactions(teacher))[^1];
        (line.Type, line.Amount, line.Status, line.CompletedAt).ShouldBe(("withdrawal", -50, "completed", App.Clock.Now));
        (await Balance(teacher)).ShouldBe(0);
    }

    [Theory]
    [InlineData("cancel", "cancelled")]
    [InlineData("reject", "rejected")]
    [InlineData("approve reject", "rejected")]
    public async Task Closed_the_money_is_back(string moves, string status)
    {
        var (teacher, withdrawal) = await AWithdrawal(50);
        foreach (var move in moves.Split(' '))
        {
            (await Moves(withdrawal, move)).Must(200);
        }

        var closed = await Withdrawal(withdrawal);
        closed.Status.ShouldBe(status);
        closed.AdminNotes.ShouldBe(status == "rejected" ? "The name does not match." : null);
        (await Balance(teacher)).ShouldBe(50);
        var lines = await Transactions(teacher);
        lines.Select(line => (line.Type, line.Amount, line.Status)).ShouldBe(
            [("admin_credit", 50, "completed"), ("withdrawal", -50, "failed"), ("refund", 50, "completed")]);
        (lines[^1].CounterAccount, lines[^1].ReferenceType, lines[^1].ReferenceId).ShouldBe(("payouts", "withdrawal", withdrawal.Id));
    }

    [Theory]
    [InlineData("", "complete")]
    [InlineData("approve", "approve cancel")]
    [InlineData("approve complete", "approve complete reject cancel")]
    [InlineData("reject", "approve complete reject cancel")]
    [InlineData("cancel", "approve complete reject cancel")]
    public async Task Any_other_move_is_refused_and_changes_nothing(string made, string refused)
    {
        var (teacher, withdrawal) = await AWithdrawal();
        foreach (var move in made.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            (await Moves(withdrawal, move)).Must(200);
        }

        var before = (await Withdrawal(withdrawal), await Balance(teacher), (await Transactions(teacher)).Count);
        foreach (var move in refused.Split(' '))
        {
            (await Moves(withdrawal, move)).MustBeRefused(409, "invalid_transition");
        }

        (await Withdrawal(withdrawal), await Balance(teacher), (await Transactions(teacher)).Count).ShouldBe(before);
    }

    [Theory]
    [InlineData("complete", """{}""", "bank_reference")]
    [InlineData("complete", """{"bank_reference":" ","admin_notes":7}""", "bank_reference", "admin_notes")]
    [InlineData("reject", """{}""", "reason")]
    [InlineData("reject", """{"reason":"","status":"completed"}""", "reason", "status")]
    [InlineData("approve", """{"admin_notes":[]}""", "admin_notes")]
    [InlineData("approve", """{"reason":"x","status":"completed"}""", "reason", "status")]
    [InlineData("complete", """{"reason":""}""", "reason", "bank_reference")]
    [InlineData("reject", """{"bank_reference":"x"}""", "reason", "bank_reference")]
    [InlineData("reject", """{"reason":"LONG","admin_notes":"x"}""", "admin_notes")]
    public async Task Names_every_field_that_is_wrong(string move, string body, params string[] fields)
    {
        var (_, withdrawal) = await AWithdrawal();

        (await Api.PostText($"/api/admin/withdrawals/{withdrawal.Id}/{move}", body.Replace("LONG", new string('r', 500), StringComparison.Ordinal), Admin)).MustName(fields);

        (await Withdrawal(withdrawal)).ShouldBe(withdrawal);
    }

    [Fact]
    public async Task Every_move_takes_notes_and_the_members_that_are_none_of_its_own_as_null()
    {
        var (_, paid) = await AWithdrawal();
        var (_, refused) = await AWithdrawal();

        var approved = (await Moves(paid, "approve", body: new { admin_notes = "checked", bank_reference = "ORDER-1", reason = (string?)null })).Must(200).As<WithdrawalShape>();
        var completed = (await Moves(paid, "complete", body: new { admin_notes = "paid\r\n\ttoday", bank_reference = "TRANSFER-1", reason = (string?)null })).Must(200).As<WithdrawalShape>();
        var rejected = (await Moves(refused, "reject", body: new { admin_notes = "called twice", bank_reference = (string?)null, reason = "No such account." })).Must(200).As<WithdrawalShape>();

        (approved.Status, approved.AdminNotes, approved.BankReference).ShouldBe(("processing", "checked", "ORDER-1"));
        (completed.Status, completed.AdminNotes, completed.BankReference).ShouldBe(("completed", "paid\r\n\ttoday", "TRANSFER-1"));
        (rejected.Status, rejected.AdminNotes, rejected.BankReference).ShouldBe(("rejected", "No such account.\ncalled twice", null));
    }

    [Fact]
    public async Task A_move_without_a_bank_reference_keeps_the_one_that_is_there()
    {
        var (_, withdrawal) = await AWithdrawal();
        (await Moves(withdrawal, "approve", body: new { bank_reference = "ORDER-1" })).Must(200);

        (await Moves(withdrawal, "complete", body: new { })).MustName("bank_reference");

        (await Moves(withdrawal, "reject")).Must(200).As<WithdrawalShape>().BankReference.ShouldBe("ORDER-1");
    }

    [Fact]
    public async Task With_its_key_a_move_is_the_same_whether_a_member_is_absent_or_null()
    {
        var (_, withdrawal) = await AWithdrawal();
        var path = $"/api/admin/withdrawals/{withdrawal.Id}/approve";

        var first = (await Api.PostText(path, """{"admin_notes":"checked"}""", Admin, "a-key")).Must(200);
        var again = (await Api.PostText(path, """{"reason":null,"bank_reference":null,"admin_notes":"checked"}""", Admin, "a-key")).Must(200);

        again.IsReplay.ShouldBeTrue();
        again.Text.ShouldBe(first.Text);
        (await Api.PostText(path, """{"admin_notes":"checked","bank_reference":"ORDER-1"}""", Admin, "a-key")).MustBeRefused(422, "idempotency_key_reused");
    }

    [Theory]
    [InlineData("approve")]
    [InlineData("complete")]
    [InlineData("reject")]
    public async Task An_admin_never_moves_their_own(string move)
    {
        var (teacher, withdrawal) = await AWithdrawal();
        if (move == "complete")
        {
            (await Moves(withdrawal, "approve")).Must(200);
        }

        (await Moves(withdrawal, move, teacher.Claiming(Person.Admin), new { })).MustBeRefused(403, "own_account");
    }

    [Fact]
    public async Task Of_somebody_else_it_is_not_there()
    {
        var (_, withdrawal) = await AWithdrawal();
        var stranger = await ATeacher();

        (await Api.Get($"/api/withdrawals/{withdrawal.Id}", stranger)).MustBeRefused(404, "withdrawal_not_found");
        (await Api.Get($"/api/withdrawals/{withdrawal.Id}/lines", stranger)).MustBeRefused(404, "withdrawal_not_found");
        (await Moves(withdrawal, "cancel", stranger)).MustBeRefused(404, "withdrawal_not_found");
        (await Api.Post("/api/admin/withdrawals/no-such/approve", null, Admin)).MustBeRefused(404, "withdrawal_not_found");
        (await Api.Get("/api/withdrawals", stranger)).Must(200).As<PageShape<WithdrawalShape>>().Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task Above_a_limit_a_second_admin_has_to_complete()
    {
        await using var careful = App.Another(("Withdrawals:FourEyesAbove", "49.99"));
        var api = new Api(careful);
        var (_, large) = await AWithdrawal(50);
        var (_, small) = await AWithdrawal(49.99m);
        object paid = new { bank_reference = "T" };
        (await Moves(large, "approve")).Must(200);
        (await Moves(small, "approve")).Must(200);

        (await api.Post($"/api/admin/withdrawals/{small.Id}/complete", paid, Admin)).Must(200);
        (await api.Post($"/api/admin/withdrawals/{large.Id}/complete", paid, Admin)).MustBeRefused(403, "second_admin_needed");
        (await api.Post($"/api/admin/withdrawals/{large.Id}/complete", paid, Second)).Must(200);
    }

    [Fact]
    public async Task Sent_again_with_its_key_a_move_happened_once()
    {
        var (teacher, withdrawal) = await AWithdrawal(50);
        var path = $"/api/withdrawals/{withdrawal.Id}/cancel";

        var first = (await Api.Post(path, null, teacher, "a-key")).Must(200);
        var again = (await Api.Post(path, null, teacher, "a-key")).Must(200);

        again.IsReplay.ShouldBeTrue();
        again.Text.ShouldBe(first.Text);
        (await Balance(teacher)).ShouldBe(50);
    }
}

[Collection(SqliteTests.Name)]
public sealed class MoveTestsOnSqlite(SqliteApp app) : MoveTests(app);

[Collection(MariaDbTests.Name)]
public sealed class MoveTestsOnMariaDb(MariaDbApp app) : MoveTests(app);
