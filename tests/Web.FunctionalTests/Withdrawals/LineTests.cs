namespace TalkConnect.Web.FunctionalTests.Withdrawals;

/// <summary>What a payout pays: the oldest money first.</summary>
public abstract class LineTests(TalkConnectApp app) : FunctionalTest(app)
{
    [Fact]
    public async Task Name_the_sessions_that_were_paid_for()
    {
        var teacher = await ATeacher(referred: true);
        var first = await ALesson(teacher, price: 100);
        var places = new List<Place> { await IsReleased(first) };
        places.Add(await IsReleased(await ALessonIn(first.CourseId, teacher, 2, price: 50)));
        await IsGiven(teacher, 20);

        var withdrawal = (await Requests(teacher, 110)).Must(201).As<WithdrawalShape>();

        var lines = await LinesOf(withdrawal, teacher);
        lines.Select(line => (line.Position, line.Type, line.LotAmount, line.Amount, line.Remainder)).ShouldBe(
            [(1, "payment_release", 70, 70, 0), (2, "payment_release", 35, 35, 0), (3, "admin_credit", 20, 5, 15)]);
        lines.Select(line => line.HoldId).ShouldBe([places[0].HoldId, places[1].HoldId, null]);
        (lines[0].SessionId, lines[0].SessionTitle).ShouldBe((first.Id, "Session 1"));
        lines[2].SessionId.ShouldBeNull();
        (await LinesOf(withdrawal, Admin)).ShouldBe(lines);
        var detail = (await Api.Get($"/api/admin/withdrawals/{withdrawal.Id}", Admin)).Must(200).Json.GetProperty("lines");
        detail.EnumerateArray().Sum(line => line.GetProperty("amount").GetDecimal()).ShouldBe(110);
    }

    [Fact]
    public async Task Go_on_where_the_last_withdrawal_stopped()
    {
        var teacher = await ATeacher();
        await IsGiven(teacher, 30);
        await IsGiven(teacher, 30);
        await TakesFrom(teacher, 10);

        var first = (await Requests(teacher, 25)).Must(201).As<WithdrawalShape>();
        var second = (await Requests(teacher, 25)).Must(201).As<WithdrawalShape>();

        (await LinesOf(first, teacher)).Select(line => (line.Amount, line.Remainder)).ShouldBe([(20, 0), (5, 25)]);
        (await LinesOf(second, teacher)).Select(line => (line.Amount, line.Remainder)).ShouldBe([(25, 0)]);
    }

    [Fact]
    public async Task Of_a_closed_withdrawal_are_free_again_and_first_in_the_queue()
    {
        var teacher = await ATeacher();
        var oldest = (await IsGiven(teacher, 30)).Transaction.Id;
        var newest = (await IsGiven(teacher, 30)).Transaction.Id;
        var closed = (await Requests(teacher, 20)).Must(201).As<WithdrawalShape>();
        await TakesFrom(teacher, 15);
        (await Moves(closed, "reject")).Must(200);

        var next = (await Requests(teacher, 40)).Must(201).As<WithdrawalShape>();

        // The debit came while the 20 were away: it took the oldest's last 10 and 5 of the newest.
        (await LinesOf(next, teacher)).Select(line => (line.TransactionId, line.Amount, line.Remainder)).ShouldBe([(oldest, 20, 0), (newest, 20, 5)]);
        (await LinesOf(closed, teacher)).Select(line => (line.TransactionId, line.Amount)).ShouldBe([(oldest, 20)]);
    }

    [Fact]
    public async Task Of_hundreds_of_lots_go_on_where_the_last_one_stopped()
    {
        var teacher = await ATeacher();
        var lots = new List<string>();
        for (var number = 0; number < 250; number++)
        {
            lots.Add((await IsGiven(teacher, 1)).Transaction.Id);
        }

        var first = (await Requests(teacher, 209.50m)).Must(201).As<WithdrawalShape>();
        await TakesFrom(teacher, 1);
        (await Moves(first, "reject")).Must(200);
        var again = (await Requests(teacher, 209.50m)).Must(201).As<WithdrawalShape>();
        var next = (await Requests(teacher, 39.50m)).Must(201).As<WithdrawalShape>();

        // While the 209.50 were away, the debit took the other half of the last lot and half of the one after it.
        (await LinesOf(again, teacher, 100)).Select(line => line.TransactionId).ShouldBe(lots[..100]);
        var rest = await LinesOf(next, teacher, 100);
        rest.Select(line => line.TransactionId).ShouldBe(lots[210..]);
        rest.Select(line => line.Amount).ShouldBe([0.5m, .. Enumerable.Repeat(1m, 39)]);
        (await Api.Get("/api/admin/ledger/verification", Admin)).Must(200).As<VerificationShape>().Violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task Come_in_pages()
    {
        var teacher = await ATeacher();
        for (var number = 0; number < 5; number++)
        {
            await IsGiven(teacher, 10);
        }

        var withdrawal = (await Requests(teacher, 45)).Must(201).As<WithdrawalShape>();

        var page = (await Api.Get($"/api/withdrawals/{withdrawal.Id}/lines?limit=3", teacher)).Must(200).As<PageShape<WithdrawalLineShape>>();
        var rest = (await Api.Get($"/api/withdrawals/{withdrawal.Id}/lines?limit=3&cursor={page.NextCursor}", teacher)).Must(200)
            .As<PageShape<WithdrawalLineShape>>();

        page.Items.Concat(rest.Items).Select(line => line.Position).ShouldBe([1, 2, 3, 4, 5]);
        rest.NextCursor.ShouldBeNull();
    }

    private async Task<IReadOnlyList<WithdrawalLineShape>> LinesOf(WithdrawalShape withdrawal, Person asking, int limit = 50) =>
        (await Api.Get($"/api/withdrawals/{withdrawal.Id}/lines?limit={limit}", asking)).Must(200).As<PageShape<WithdrawalLineShape>>().Items;

    private async Task TakesFrom(Person person, decimal amount) =>
        (await Api.Post($"/api/admin/users/{person.Id}/debits", new { amount, reason = "a mistake" }, Admin)).Must(201);

    private async Task<Place> IsReleased(Lesson lesson)
    {
        var place = await ASoldPlace(lesson);
        await Stays(place.Student, lesson, lesson.Start, lesson.End);
        await Finishes(lesson);
        (await RunSettlement()).Released.ShouldBe(1);
        return place;
    }
}

[Collection(SqliteTests.Name)]
public sealed class LineTestsOnSqlite(SqliteApp app) : LineTests(app);

[Collection(MariaDbTests.Name)]
public sealed class LineTestsOnMariaDb(MariaDbApp app) : LineTests(app);
