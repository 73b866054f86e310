using Microsoft.EntityFrameworkCore;

namespace TalkConnect.Web.FunctionalTests.Ledger;

/// <summary>The check of the books is itself checked: rows are damaged behind its back, and it names each damage.</summary>
public abstract class DamagingTheBooks(TalkConnectApp app) : FunctionalTest(app)
{
    private Place _released = null!;
    private Place _refunded = null!;
    private Place _held = null!;
    private Person _teacher = null!;

    /// <summary>These books are meant not to balance.</summary>
    public override Task DisposeAsync() => App.ResetAsync();

    [Fact]
    public async Task Sound_books_are_found_sound_and_counted()
    {
        await SettleSomeAsync();

        var answer = (await Api.Get("/api/admin/ledger/verification", Admin)).Must(200);

        answer.As<VerificationShape>().Violations.ShouldBeEmpty();
        answer.Json.GetProperty("ok").GetBoolean().ShouldBeTrue();
        var counted = answer.Json.GetProperty("checked");
        counted.GetProperty("holds").GetInt32().ShouldBe(3);
        counted.GetProperty("users").GetInt32().ShouldBe(5);

        counted.GetProperty("withdrawals").GetInt32().ShouldBe(1);

        // Three deposits, three purchases, a release with its commission, a refund, a withdrawal.
        counted.GetProperty("transactions").GetInt32().ShouldBe(10);
    }

    [Fact]
    public Task A_changed_amount() => MustNameAsync(
        "UPDATE transactions SET amount = '99.00' WHERE type = 'payment_release'",
        "line_adds_up", "balance_is_the_sum_of_lines", "line_has_its_cause", "withdrawal_is_paid_with_lots");

    [Fact]
    public Task A_missing_row() => MustNameAsync(
        "DELETE FROM transactions WHERE type = 'commission'",
        "sequence_without_gaps", "balance_chain", "balance_is_the_sum_of_lines", "commission_fits_its_receipt", "receipt_names_its_lines",
        "withdrawal_is_paid_with_lots", "conservation");

    [Fact]
    public Task A_balance_that_is_off_by_a_cent() => MustNameAsync(
        "UPDATE users SET credit_balance = '60.01' WHERE id = '{teacher}'",
        "balance_is_the_last_line", "balance_is_the_sum_of_lines", "conservation");

    [Fact]
    public async Task A_hold_that_is_released_twice()
    {
        await SettleSomeAsync();
        await DamageAsync(
            """
            INSERT INTO transactions (id, user_id, sequence, type, amount, balance_before, balance_after, status, counter_account, reference_type, reference_id, description, metadata, created_at, completed_at)
            SELECT 'again', student_id, 3, 'payment_release', '100.00', '0.00', '100.00', 'completed', 'escrow', 'payment_hold', id, 'again', '{{}}', held_at, held_at
            FROM payment_holds WHERE id = '{released}'
            """);
        await DamageAsync("UPDATE users SET credit_balance = '100.00', last_sequence = 3 WHERE id = (SELECT student_id FROM payment_holds WHERE id = '{released}')");

        var named = await NamedAsync();

        named.ShouldContain(violation => violation.Invariant == "line_has_its_cause" && violation.Subject == "transaction again");
        named.ShouldContain(violation => violation.Invariant == "conservation");
    }

    [Fact]
    public Task A_released_hold_without_its_rows() => MustNameAsync(
        "UPDATE payment_holds SET status = 'released', released_at = held_at, revenue_at = held_at WHERE id = '{held}'",
        "released_hold_is_paid_out", "settled_hold_has_a_receipt", "purchase_follows_its_hold", "conservation");

    [Fact]
    public Task A_settled_hold_that_is_held_again() => MustNameAsync(
        "UPDATE payment_holds SET status = 'held' WHERE id = '{released}'",
        "unsettled_hold_moves_nothing", "purchase_follows_its_hold", "revenue_follows_its_hold", "conservation");

    [Fact]
    public Task A_completed_line_without_a_time() => MustNameAsync(
        "UPDATE transactions SET completed_at = NULL WHERE type = 'payment_release'", "line_fits_its_type");

    [Fact]
    public Task A_receipt_without_the_stays_that_it_was_decided_on() => MustNameAsync(
        "UPDATE receipts SET intervals = '[]' WHERE hold_id = '{released}'", "outcome_follows_from_its_evidence");

    [Fact]
    public Task A_receipt_of_what_an_admin_should_have_decided() => MustNameAsync(
        "UPDATE receipts SET certain_seconds = 0 WHERE hold_id = '{released}'", "outcome_follows_from_its_evidence");

    [Fact]
    public Task A_receipt_with_a_stay_that_is_none() => MustNameAsync(
        "UPDATE receipts SET intervals = '[null]' WHERE hold_id = '{released}'", "unreadable_value");

    [Fact]
    public Task A_fee_that_was_not_charged() => MustNameAsync("UPDATE payment_holds SET fee = '29.00' WHERE id = '{released}'", "revenue_follows_its_hold");

    [Fact]
    public Task A_settlement_in_another_month() => MustNameAsync(
        "UPDATE payment_holds SET revenue_at = held_at WHERE id = '{refunded}'", "revenue_follows_its_hold");

    [Fact]
    public Task A_refund_without_its_row() => MustNameAsync(
        "DELETE FROM transactions WHERE type = 'refund'",
        "refunded_hold_is_given_back", "receipt_names_its_lines", "sequence_without_gaps", "balance_is_the_last_line", "balance_is_the_sum_of_lines");

    [Fact]
    public Task A_changed_refund() => MustNameAsync(
        "UPDATE session_purchases SET refund_amount = '1.00' WHERE payment_hold_id = '{refunded}'", "purchase_follows_its_hold");

    [Fact]
    public Task A_missing_receipt() => MustNameAsync("DELETE FROM receipts WHERE hold_id = '{released}'", "settled_hold_has_a_receipt");

    [Fact]
    public Task A_missing_purchase() => MustNameAsync(
        "DELETE FROM session_purchases WHERE payment_hold_id = '{held}'", "hold_fits_its_purchase", "purchase_follows_its_hold", "line_has_its_cause");

    [Fact]
    public Task A_missing_hold() => MustNameAsync("DELETE FROM payment_holds WHERE id = '{held}'", "purchase_has_its_hold", "conservation");

    [Fact]
    public Task A_missing_user() => MustNameAsync("DELETE FROM users WHERE id = '{teacher}'", "line_of_known_user", "conservation");

    [Fact]
    public Task A_deposit_that_was_never_booked() => MustNameAsync(
        "UPDATE deposits SET user_id = '{teacher}' WHERE external_reference = (SELECT reference FROM (SELECT MIN(external_reference) AS reference FROM deposits) AS one)",
        "deposit_is_booked", "line_has_its_cause");

    [Fact]
    public Task A_word_that_is_none() => MustNameAsync("UPDATE payment_holds SET status = 'foo' WHERE id = '{held}'", "unreadable_value", "conservation");

    [Fact]
    public Task A_line_on_the_wrong_side() => MustNameAsync(
        "UPDATE transactions SET counter_account = 'platform' WHERE type = 'payment_release'", "line_fits_its_type");

    [Fact]
    public Task A_withdrawal_of_another_amount() => MustNameAsync(
        "UPDATE withdrawals SET amount = '11.00'", "line_has_its_cause", "withdrawal_is_paid_with_lots", "conservation");

    [Fact]
    public Task A_withdrawal_that_vanished() => MustNameAsync("DELETE FROM withdrawals", "line_has_its_cause", "conservation");

    [Fact]
    public Task A_withdrawal_that_never_left_the_balance() => MustNameAsync(
        "DELETE FROM transactions WHERE type = 'withdrawal'",
        "withdrawal_is_reserved", "sequence_without_gaps", "balance_is_the_last_line", "balance_is_the_sum_of_lines");

    [Fact]
    public Task A_withdrawal_whose_line_is_ahead_of_it() => MustNameAsync(
        "UPDATE transactions SET status = 'completed' WHERE type = 'withdrawal'", "withdrawal_is_reserved", "line_fits_its_type");

    [Fact]
    public Task A_withdrawal_closed_without_giving_the_money_back() => MustNameAsync(
        "UPDATE withdrawals SET status = 'rejected'", "withdrawal_is_reserved", "withdrawal_is_given_back", "withdrawal_says_when", "conservation");

    [Fact]
    public Task A_withdrawal_completed_by_nobody() => MustNameAsync(
        "UPDATE withdrawals SET status = 'completed'", "withdrawal_is_reserved", "withdrawal_says_when");

    [Fact]
    public Task A_withdrawal_paid_with_more_than_came_in() => MustNameAsync(
        "UPDATE withdrawal_lines SET lot_amount = '71.00'", "withdrawal_is_paid_with_lots");

    [Fact]
    public Task A_withdrawal_paid_with_less_than_it_is() => MustNameAsync(
        "UPDATE withdrawal_lines SET amount = '9.99'", "withdrawal_is_paid_with_lots");

    [Fact]
    public async Task Money_that_pays_twice()
    {
        await SettleSomeAsync();
        await Requests(_teacher, 60);
        var ids = (await Api.Get("/api/withdrawals", _teacher)).Must(200).As<PageShape<WithdrawalShape>>().Items;
        await DamageAsync($"UPDATE withdrawal_lines SET amount = '20.00', remainder = '0.00' WHERE withdrawal_id = '{ids.Single(one => one.Amount == 10).Id}'");

        (await NamedAsync()).ShouldContain(violation => violation.Invariant == "lot_is_used_once");
    }

    [Fact]
    public async Task A_withdrawal_paid_with_newer_money()
    {
        await SettleSomeAsync();
        var newer = (await IsGiven(_teacher, 20)).Transaction.Id;
        await DamageAsync($"UPDATE withdrawal_lines SET transaction_id = '{newer}', lot_amount = '20.00', remainder = '10.00'");

        var named = (await NamedAsync()).ShouldHaveSingleItem();
        named.Invariant.ShouldBe("withdrawal_is_paid_with_lots");
        named.Detail.ShouldContain("by the ledger it takes 10.00 of line");
    }

    [Fact]
    public async Task A_withdrawal_that_hides_that_later_money_was_used()
    {
        await SettleSomeAsync();
        await IsGiven(_teacher, 20);
        var all = (await Requests(_teacher, 80)).Must(201).As<WithdrawalShape>();
        (await Moves(all, "reject")).Must(200);
        var some = (await Requests(_teacher, 10)).Must(201).As<WithdrawalShape>();
        await DamageAsync($"UPDATE withdrawal_lines SET is_furthest = 1 WHERE withdrawal_id = '{some.Id}'");

        (await NamedAsync()).ShouldHaveSingleItem().Subject.ShouldBe($"withdrawal {some.Id}");
    }

    private async Task MustNameAsync(string damage, params string[] invariants)
    {
        await SettleSomeAsync();
        await DamageAsync(damage);

        (await NamedAsync()).Select(violation => violation.Invariant).Distinct().ShouldBe(invariants, ignoreOrder: true);
    }

    private async Task<IReadOnlyList<ViolationShape>> NamedAsync()
    {
        var verification = (await Api.Get("/api/admin/ledger/verification", Admin)).Must(200).As<VerificationShape>();
        verification.Ok.ShouldBeFalse();
        return verification.Violations;
    }

    private async Task DamageAsync(string sql)
    {
        var rows = await App.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync(sql
            .Replace("{teacher}", _teacher.Id, StringComparison.Ordinal)
            .Replace("{released}", _released.HoldId, StringComparison.Ordinal)
            .Replace("{refunded}", _refunded.HoldId, StringComparison.Ordinal)
            .Replace("{held}", _held.HoldId, StringComparison.Ordinal)));
        rows.ShouldBe(1, "The damage was not done.");
    }

    /// <summary>One hold released with commission, one refunded, one still held; of the 70 that the teacher got, 10 are withdrawn.</summary>
    private async Task SettleSomeAsync()
    {
        _teacher = await ATeacher(referred: true);
        var lesson = await ALesson(_teacher);
        _released = await ASoldPlace(lesson);
        _refunded = await ASoldPlace(lesson);
        _held = await ASoldPlace(await ALessonIn(lesson.CourseId, _teacher, number: 2, start: lesson.Start.AddDays(1)));
        await Stays(_released.Student, lesson, lesson.Start, lesson.End);
        await Finishes(lesson);
        (await RunSettlement()).ShouldBe(new RunShape(1, 1, 0, 100, 100, 30));
        (await Requests(_teacher, 10)).Must(201);
    }
}

[Collection(SqliteTests.Name)]
public sealed class DamagingTheBooksOnSqlite(SqliteApp app) : DamagingTheBooks(app);

[Collection(MariaDbTests.Name)]
public sealed class DamagingTheBooksOnMariaDb(MariaDbApp app) : DamagingTheBooks(app);
