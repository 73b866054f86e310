namespace TalkConnect.Web.FunctionalTests.Ledger;

/// <summary>Whatever people do, in whatever order: after every step the books balance and their check agrees.</summary>
public abstract class RandomHistories(TalkConnectApp app) : FunctionalTest(app)
{
    private const int Steps = 40;

    private readonly List<Person> _teachers = [];
    private readonly List<Person> _students = [];
    private readonly List<(Lesson Lesson, List<Place> Places)> _lessons = [];
    private readonly List<WithdrawalShape> _withdrawals = [];
    private Random _chance = new(0);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Conserve_every_cent(int seed)
    {
        _chance = new Random(seed);
        _teachers.AddRange([await ATeacher(referred: true), await ATeacher()]);
        _students.AddRange([await AStudent(credit: 300), await AStudent(credit: 300), await AStudent()]);

        for (var step = 0; step < Steps; step++)
        {
            App.Clock.Now += TimeSpan.FromMinutes(7);
            await StepAsync();
            await new Books(Api, Admin).MustBalance();
        }

        // The history was one: money came, was settled and left.
        (await RunSettlement()).ShouldNotBeNull();
        _withdrawals.ShouldNotBeEmpty();
        _lessons.ShouldContain(lesson => lesson.Places.Count > 0);
    }

    private Task StepAsync() => _chance.Next(9) switch
    {
        0 => Deposits(Any(_students), Amount(200)),
        1 => IsGiven(Any([.. _students, .. _teachers]), Amount(50)),
        2 => DebitsAsync(),
        3 => SchedulesAsync(),
        4 or 5 => BuysAsync(),
        6 => EndsAsync(),
        7 => RequestsAsync(),
        _ => MovesAsync(),
    };

    private async Task DebitsAsync()
    {
        var body = new { amount = Amount(40), reason = "a mistake" };
        (await Api.Post($"/api/admin/users/{Any([.. _students, .. _teachers]).Id}/debits", body, Admin)).Status.ShouldBeOneOf(201, 409);
    }

    private async Task SchedulesAsync() => _lessons.Add((await ALesson(Any(_teachers), price: Amount(60), start: App.Clock.Now.AddMinutes(5)), []));

    private async Task BuysAsync()
    {
        if (_lessons.Count == 0)
        {
            await SchedulesAsync();
        }

        var (lesson, places) = Any(_lessons);
        var student = Any(_students);
        var answer = await TriesToBuy(student, lesson);
        answer.Status.ShouldBeOneOf(201, 409);
        if (answer.Status == 201)
        {
            var bought = answer.As<PurchaseAnswerShape>();
            places.Add(new Place(student, bought.PurchaseId, bought.PaymentHoldId));
        }
    }

    /// <summary>A lesson ends or is called off; who was there for how long is chance.</summary>
    private async Task EndsAsync()
    {
        if (_lessons.Count == 0)
        {
            return;
        }

        var (lesson, places) = Any(_lessons);
        if (_chance.Next(4) == 0)
        {
            (await Api.Post($"/api/sessions/{lesson.Id}/cancel", null, lesson.Teacher)).Status.ShouldBeOneOf(200, 409);
            return;
        }

        foreach (var place in places)
        {
            await Stays(place.Student, lesson, lesson.Start, lesson.Start.AddMinutes(_chance.Next(0, 25)));
        }

        await Finishes(lesson);
        await RunSettlement();
    }

    private async Task RequestsAsync()
    {
        var answer = await Requests(Any(_teachers), Amount(80) + 10);
        answer.Status.ShouldBeOneOf(201, 409);
        if (answer.Status == 201)
        {
            _withdrawals.Add(answer.As<WithdrawalShape>());
        }
    }

    private async Task MovesAsync()
    {
        if (_withdrawals.Count == 0)
        {
            var teacher = Any(_teachers);
            await IsGiven(teacher, 100);
            _withdrawals.Add((await Requests(teacher, 20)).Must(201).As<WithdrawalShape>());
        }

        string[] moves = ["approve", "complete", "reject", "cancel"];
        (await Moves(Any(_withdrawals), Any(moves))).Status.ShouldBeOneOf(200, 409);
    }

    private T Any<T>(IReadOnlyList<T> all) => all[_chance.Next(all.Count)];

    private decimal Amount(int most) => _chance.Next(1, most * 100) / 100m;
}

[Collection(SqliteTests.Name)]
public sealed class RandomHistoriesOnSqlite(SqliteApp app) : RandomHistories(app);

[Collection(MariaDbTests.Name)]
public sealed class RandomHistoriesOnMariaDb(MariaDbApp app) : RandomHistories(app);
