namespace TalkConnect.Web.FunctionalTests.Withdrawals;

/// <summary>Everybody at once: the money is spent once, and one move wins.</summary>
public abstract class RaceTests(TalkConnectApp app) : FunctionalTest(app)
{
    [Fact]
    public async Task Twenty_requests_get_exactly_what_the_balance_allows()
    {
        await using var node = App.Another(("Withdrawals:MaximumOpen", "0"));
        var api = new Api(node);
        var teacher = await ATeacher();
        await IsGiven(teacher, 105);
        var body = new { amount = 10, bank_account_info = Destination };

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => api.Post("/api/withdrawals", body, teacher)));

        answers.Count(answer => answer.Status == 201).ShouldBe(10);
        answers.Count(answer => answer.Status == 409 && answer.Code == "insufficient_balance").ShouldBe(10);
        (await Balance(teacher)).ShouldBe(5);
    }

    [Fact]
    public async Task The_cap_holds_however_many_ask_together()
    {
        var teacher = await ATeacher();
        await IsGiven(teacher, 1000);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Requests(teacher, 10)));

        answers.Count(answer => answer.Status == 201).ShouldBe(3);
        answers.Count(answer => answer.Status == 409 && answer.Code == "too_many_open").ShouldBe(17);
        (await Balance(teacher)).ShouldBe(970);
    }

    [Fact]
    public async Task Of_four_moves_one_wins()
    {
        for (var round = 0; round < 5; round++)
        {
            var (teacher, withdrawal) = await AWithdrawal(50);
            var admins = Enumerable.Range(0, 3).Select(number => new Person($"admin-{number}", Person.Admin)).ToList();

            var answers = await Task.WhenAll(
                Moves(withdrawal, "approve", admins[0]),
                Moves(withdrawal, "reject", admins[1]),
                Moves(withdrawal, "approve", admins[2]),
                Moves(withdrawal, "cancel"));

            // A rejection may follow an approval; everything else excludes each other.
            var status = (await Withdrawal(withdrawal)).Status;
            var wins = answers.Count(answer => answer.Status == 200);
            answers.ShouldAllBe(answer => answer.Status == 200 || (answer.Status == 409 && answer.Code == "invalid_transition"));
            wins.ShouldBe(answers[1].Status == 200 && (answers[0].Status == 200 || answers[2].Status == 200) ? 2 : 1);
            status.ShouldBe(answers[1].Status == 200 ? "rejected" : answers[3].Status == 200 ? "cancelled" : "processing");
            (await Balance(teacher)).ShouldBe(status == "processing" ? 0 : 50);
        }
    }

    [Fact]
    public async Task A_purchase_of_credit_a_release_and_a_withdrawal_do_not_lose_each_other()
    {
        var teacher = await ATeacher(referred: true);
        await IsGiven(teacher, 50);
        var lesson = await ALesson(teacher, price: 33.33m);
        var places = new List<Place>();
        for (var number = 0; number < 10; number++)
        {
            places.Add(await ASoldPlace(lesson));
            await Stays(places[^1].Student, lesson, lesson.Start, lesson.End);
        }

        await Finishes(lesson);
        var work = new List<Task<Answer>>
        {
            Api.Post("/api/admin/settlements/run", null, Admin),
            Requests(teacher, 50),
            Api.Post($"/api/admin/users/{teacher.Id}/credits", new { amount = 1, reason = "x" }, Admin),
            Api.Post("/api/admin/settlements/run", null, Admin),
        };

        (await Task.WhenAll(work)).ShouldAllBe(answer => answer.Status == 200 || answer.Status == 201);

        // 33.33 less 30 % is 23.33.
        (await Balance(teacher)).ShouldBe(1 + (10 * 23.33m));
    }
}

[Collection(SqliteTests.Name)]
public sealed class RaceTestsOnSqlite(SqliteApp app) : RaceTests(app);

[Collection(MariaDbTests.Name)]
public sealed class RaceTestsOnMariaDb(MariaDbApp app) : RaceTests(app);
