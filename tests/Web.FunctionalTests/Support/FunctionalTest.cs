using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using TalkConnect.Domain.Settlement;

namespace TalkConnect.Web.FunctionalTests.Support;

/// <summary>
/// A test over HTTP with an empty database. Derive an abstract class with the facts, and of it one sealed class for each
/// database. After every test the books are checked: whatever happened, every cent must be where the ledger says.
/// </summary>
public abstract class FunctionalTest(TalkConnectApp app) : IAsyncLifetime
{
    /// <summary>Where money is to go; the number is one that stands nowhere else.</summary>
    protected static readonly object Destination = new
    {
        bank_name = "Bank of Examples",
        account_number = "DE89 3704 0044 0532 0130 00",
        account_name = "A. Teacher",
        branch = "Main Street",
        swift_code = "COBADEFF",
    };

    private int _named;

    protected static Person Admin { get; } = new("the-admin", Person.Admin);

    protected TalkConnectApp App { get; } = app;

    protected Api Api { get; } = new(app);

    protected LiveKitServer LiveKit { get; } = new(app);

    public Task InitializeAsync() => App.ResetAsync();

    public virtual Task DisposeAsync() => new Books(Api, Admin).MustBalance();

    // ---- people

    protected async Task<Person> ATeacher(bool referred = false)
    {
        var referrer = referred ? await ATeacher() : null;
        return await APerson(Person.Teacher, referrer?.Id);
    }

    protected async Task<Person> AStudent(decimal credit = 0)
    {
        var student = await APerson(Person.Student);
        if (credit > 0)
        {
            await Deposits(student, credit);
        }

        return student;
    }

    protected async Task<Person> APerson(string role, string? referredBy = null, string? id = null)
    {
        var person = new Person(id ?? $"{role}-{++_named}", role);
        var body = new { name = $"A {role}", email = "somebody@example.org", role, referred_by = referredBy };
        (await Api.Put($"/api/admin/users/{Uri.EscapeDataString(person.Id)}", body, Admin)).Must(201);
        return person;
    }

    protected async Task<PostingShape> Deposits(Person person, decimal amount) => (await Api.Post(
            $"/api/admin/users/{Uri.EscapeDataString(person.Id)}/deposits", new { amount, external_reference = $"bank-{person.Id}-{++_named}" }, Admin))
        .Must(201).As<PostingShape>();

    /// <summary>An admin gives somebody credit.</summary>
    protected async Task<PostingShape> IsGiven(Person person, decimal amount) =>
        (await Api.Post($"/api/admin/users/{person.Id}/credits", new { amount, reason = "a gift" }, Admin)).Must(201).As<PostingShape>();

    // ---- money out

    /// <summary>Asks for money on a bank account.</summary>
    protected Task<Answer> Requests(Person teacher, decimal amount, string? key = null) => Api.Post(
        "/api/withdrawals",
        new { amount, bank_account_info = Destination, notes = "for the rent" },
        teacher,
        key);

    /// <summary>A withdrawal that waits, of a teacher with just enough credit.</summary>
    protected async Task<(Person Teacher, WithdrawalShape Withdrawal)> AWithdrawal(decimal amount = 50)
    {
        var teacher = await ATeacher();
        await IsGiven(teacher, amount);
        return (teacher, (await Requests(teacher, amount)).Must(201).As<WithdrawalShape>());
    }

    /// <summary>Moves a withdrawal: approve, complete or reject by an admin, cancel by its teacher.</summary>
    protected Task<Answer> Moves(WithdrawalShape withdrawal, string move, Person? by = null, object? body = null) => Api.Post(
        move == "cancel" ? $"/api/withdrawals/{withdrawal.Id}/cancel" : $"/api/admin/withdrawals/{withdrawal.Id}/{move}",
        body ?? move switch
        {
            "complete" => new { bank_reference = "TRANSFER-1" },
            "reject" => new { reason = "The name does not match." },
            _ => null,
        },
        by ?? (move == "cancel" ? new Person(withdrawal.TeacherId, Person.Teacher) : Admin));

    protected async Task<WithdrawalShape> Withdrawal(WithdrawalShape withdrawal) => (await Api.Get(
        $"/api/withdrawals/{withdrawal.Id}", new Person(withdrawal.TeacherId, Person.Teacher))).Must(200).As<WithdrawalShape>();

    // ---- lessons

    /// <summary>A scheduled session, by default of an hour and 100.00, that begins in an hour.</summary>
    protected async Task<Lesson> ALesson(
        Person? teacher = null, decimal price = 100, int minutes = 60, DateTimeOffset? start = null, string? courseId = null, int number = 1)
    {
        var giver = teacher ?? await ATeacher();
        var course = (await Api.Post("/api/courses", new { title = "French", id = courseId }, giver)).Must(201).As<CourseShape>();
        return await ALessonIn(course.Id, giver, number, price, minutes, start);
    }

    /// <summary>A session of a course that exists.</summary>
    protected async Task<Lesson> ALessonIn(
        string courseId, Person teacher, int number, decimal price = 100, int minutes = 60, DateTimeOffset? start = null)
    {
        var begins = start ?? App.Clock.Now.AddHours(1);
        var body = new { session_number = number, title = $"Session {number}", scheduled_at = begins, duration_minutes = minutes, price };
        var session = (await Api.Post($"/api/courses/{Uri.EscapeDataString(courseId)}/sessions", body, teacher)).Must(201).As<SessionShape>();
        return new Lesson(teacher, courseId, session.Id, number, begins, minutes, price);
    }

    protected async Task<Place> Buys(Person student, Lesson lesson)
    {
        var answer = (await TriesToBuy(student, lesson)).Must(201).As<PurchaseAnswerShape>();
        return new Place(student, answer.PurchaseId, answer.PaymentHoldId);
    }

    protected Task<Answer> TriesToBuy(Person student, Lesson lesson) => Api.Post($"/api/sessions/{lesson.Id}/purchase", null, student);

    /// <summary>A new student with just enough credit, and their place.</summary>
    protected async Task<Place> ASoldPlace(Lesson lesson) => await Buys(await AStudent(credit: lesson.Price), lesson);

    protected async Task<SessionShape> Cancels(Person person, Lesson lesson, string? reason = null) =>
        (await Api.Post($"/api/sessions/{lesson.Id}/cancel", new { reason }, person)).Must(200).As<SessionShape>();

    // ---- what LiveKit tells

    protected async Task<Answer> Webhook(JsonObject told, Tampering? tampering = null) => await LiveKit.Tells(told, tampering);

    /// <summary>Somebody is in a room from then to then; what LiveKit loses of it is not told.</summary>
    protected async Task<Answer> Stays(
        Person person, Lesson lesson, DateTimeOffset from, DateTimeOffset to, Lost lost = Lost.Nothing, Room? room = null, string? sid = null)
    {
        var connection = sid ?? Sids.New("PA");
        var where = room ?? lesson.Room;
        Answer? last = null;
        if (lost is not Lost.Join)
        {
            last = (await Webhook(LiveKitEvents.Joined(where, person, connection, from))).Must(200);
        }

        if (lost is not Lost.Leave)
        {
            last = (await Webhook(LiveKitEvents.Left(where, person, connection, from, to))).Must(200);
        }

        return last!;
    }

    protected async Task<Answer> Joins(Person person, Lesson lesson, DateTimeOffset at, string sid, Room? room = null) =>
        (await Webhook(LiveKitEvents.Joined(room ?? lesson.Room, person, sid, at))).Must(200);

    /// <summary>The room closes; the clock is put to that moment unless it is past it.</summary>
    protected async Task<Answer> Finishes(Lesson lesson, DateTimeOffset? at = null, Room? room = null)
    {
        var then = at ?? lesson.End;
        PassesUntil(then);
        return (await Webhook(LiveKitEvents.RoomFinished(room ?? lesson.Room, then))).Must(200);
    }

    protected void PassesUntil(DateTimeOffset moment)
    {
        if (moment > App.Clock.Now)
        {
            App.Clock.Now = moment;
        }
    }

    // ---- what came of it

    /// <summary>A run that was stopped and waits for an admin; it has no holds.</summary>
    protected Task<string> APause() => App.InDatabaseAsync(async db =>
    {
        await db.Set<SettlementPause>().Where(pause => pause.Waiting != null).ExecuteUpdateAsync(pause => pause.SetProperty(one => one.Waiting, (string?)null));
        var begun = SettlementPause.Begin(
            SettlementPauseId.From(Guid.CreateVersion7().ToString()),
            [BreakerReason.Volume],
            new RunOutlook(1, 0, 0, 0),
            new RunBaseline(1, 0, 0, 1),
            App.Clock.Now);
        db.Add(begun);
        await db.SaveChangesAsync();
        return begun.Id.Value;
    });

    protected async Task<RunShape> RunSettlement() =>
        (await Api.Post("/api/admin/settlements/run", null, Admin)).Must(200).As<RunShape>();

    protected async Task<WalletShape> Wallet(Person person) => (await Api.Get("/api/me/wallet", person)).Must(200).As<WalletShape>();

    protected async Task<decimal> Balance(Person person) => (await Wallet(person)).CreditBalance;

    /// <summary>A person's ledger, oldest line first.</summary>
    protected Task<IReadOnlyList<TransactionShape>> Transactions(Person person) => new Books(Api, Admin).Lines(person.Id);

    protected async Task<HoldShape> Hold(Place place) => (await Api.Get($"/api/holds/{place.HoldId}", Admin)).Must(200).As<HoldShape>();

    protected async Task<ReceiptShape> Receipt(Place place) =>
        (await Api.Get($"/api/holds/{place.HoldId}/receipt", place.Student)).Must(200).As<ReceiptShape>();

    protected async Task<SessionShape> Session(Lesson lesson) =>
        (await Api.Get($"/api/sessions/{Uri.EscapeDataString(lesson.Id)}", Admin)).Must(200).As<SessionShape>();

    protected async Task<PurchaseShape> Purchase(Place place) => (await Api.Get("/api/me/purchases", place.Student)).Must(200)
        .As<PageShape<PurchaseShape>>().Items.Single(purchase => purchase.Id == place.PurchaseId);

    /// <summary>Somebody's attendance of a session; null when nothing was heard of them.</summary>
    protected async Task<AttendanceShape?> Attendance(Person person, Lesson lesson) =>
        (await Api.Get($"/api/sessions/{Uri.EscapeDataString(lesson.Id)}/attendance?limit=100", lesson.Teacher)).Must(200)
        .As<PageShape<AttendanceShape>>().Items.SingleOrDefault(record => record.UserId == person.Id);

    /// <summary>Waits for what the server does in its own time.</summary>
    protected static async Task Until(Func<Task<bool>> reached)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await reached())
        {
            await Task.Delay(5, patience.Token);
        }
    }
}

/// <summary>What LiveKit loses of a stay.</summary>
public enum Lost
{
    Nothing,
    Join,
    Leave,
}
