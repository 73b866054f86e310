namespace TalkConnect.Web.FunctionalTests.Resilience;

/// <summary>A failed commit may have happened. Whether it did or not, the caller sees one effect and its answer.</summary>
public abstract class LosingTheConnectionAtACommit(TalkConnectApp app) : FunctionalTest(app)
{
    private static readonly TimeSpan Impatient = TimeSpan.FromSeconds(6);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Sells_a_place_once(bool afterIt)
    {
        var lesson = await ALesson();
        var student = await AStudent(credit: 250);
        Cut(afterIt);

        var place = await Buys(student, lesson);

        (await Balance(student)).ShouldBe(150);
        (await Hold(place)).Status.ShouldBe("held");
        (await Transactions(student)).Select(line => line.Type).ShouldBe(["deposit", "purchase"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Gives_credit_once_although_nothing_but_the_request_names_it(bool afterIt)
    {
        var student = await AStudent();
        Cut(afterIt);

        (await Api.Post($"/api/admin/users/{student.Id}/credits", new { amount = 5, reason = "sorry" }, Admin)).Must(201);

        (await Balance(student)).ShouldBe(5);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Cancels_a_session_without_places_although_only_a_row_of_it_changes(bool afterIt)
    {
        var lesson = await ALesson();
        Cut(afterIt);

        (await Cancels(lesson.Teacher, lesson)).Status.ShouldBe("cancelled");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Settles_a_hold_once_and_counts_it_once(bool afterIt)
    {
        var lesson = await ALesson(await ATeacher(referred: true));
        var place = await ASoldPlace(lesson);
        await Stays(place.Student, lesson, lesson.Start, lesson.End);
        await Finishes(lesson);
        Cut(afterIt);

        var run = await RunSettlement();

        run.Released.ShouldBe(1);
        run.CommissionAmount.ShouldBe(30);
        (await Balance(lesson.Teacher)).ShouldBe(70);
    }

    [Fact]
    public async Task Gives_up_with_a_503_when_it_is_lost_every_time()
    {
        var student = await AStudent();
        App.Faults.CutBefore(100);

        var answer = await Api.Post($"/api/admin/users/{student.Id}/credits", new { amount = 5, reason = "sorry" }, Admin);

        App.Faults.CutBefore(0);
        answer.MustBeRefused(503, "database_unavailable");

        // A server of its own may still be busy with the commit.
        answer.Text.ShouldContain(App.Provider == "Sqlite" ? "Nothing was changed" : "it may have happened");
        answer.Headers.RetryAfter.ShouldBeNull();
        (await Balance(student)).ShouldBe(0);
    }

    [Fact]
    public async Task Confirms_what_happened_also_when_there_is_no_patience_for_another_attempt()
    {
        var student = await AStudent();
        App.Faults.CutAfter(1, Impatient);

        (await Api.Post($"/api/admin/users/{student.Id}/credits", new { amount = 5, reason = "sorry" }, Admin)).Must(201);

        (await Balance(student)).ShouldBe(5);
    }

    [Fact]
    public async Task Says_that_it_may_have_happened_when_nobody_can_tell_any_more()
    {
        var student = await AStudent();
        var credit = new { amount = 5, reason = "sorry" };
        App.Faults.CutAfter(1, Impatient, forGood: true);

        var answer = await AnswerOfAGoneDatabaseAsync(() => Api.Post($"/api/admin/users/{student.Id}/credits", credit, Admin, "the-key"));

        answer.MustBeRefused(503, "database_unavailable");
        answer.Text.ShouldContain("it may have happened");
        (await Api.Post($"/api/admin/users/{student.Id}/credits", credit, Admin, "the-key")).Must(201);
        (await Balance(student)).ShouldBe(5);
    }

    private async Task<Answer> AnswerOfAGoneDatabaseAsync(Func<Task<Answer>> ask)
    {
        try
        {
            return await ask();
        }
        finally
        {
            App.Faults.Mend();
        }
    }

    private void Cut(bool afterIt)
    {
        if (afterIt)
        {
            App.Faults.CutAfter(1);
        }
        else
        {
            App.Faults.CutBefore(1);
        }
    }
}

[Collection(SqliteTests.Name)]
public sealed class LosingTheConnectionAtACommitOnSqlite(SqliteApp app) : LosingTheConnectionAtACommit(app);

[Collection(MariaDbTests.Name)]
public sealed class LosingTheConnectionAtACommitOnMariaDb(MariaDbApp app) : LosingTheConnectionAtACommit(app);
