namespace TalkConnect.Web.FunctionalTests.Purchases;

public abstract class PurchaseTests(TalkConnectApp app) : FunctionalTest(app)
{
    [Fact]
    public async Task The_price_leaves_the_balance_and_waits_in_a_hold()
    {
        var lesson = await ALesson(price: 33.33m);
        var student = await AStudent(credit: 100);

        var answer = (await TriesToBuy(student, lesson)).Must(201).As<PurchaseAnswerShape>();

        (answer.Amount, answer.CreditBalance).ShouldBe((33.33m, 66.67m));
        (await Wallet(student)).ShouldBe(new WalletShape(66.67m, 33.33m, "USD"));
        var line = (await Transactions(student))[^1];
        (line.Type, line.Amount, line.CounterAccount, line.ReferenceType, line.ReferenceId)
            .ShouldBe(("purchase", -33.33m, "escrow", "session_purchase", answer.PurchaseId));
        var purchase = (await Api.Get("/api/me/purchases", student)).As<PageShape<PurchaseShape>>().Items.Single();
        var hold = await Hold(new Place(student, answer.PurchaseId, answer.PaymentHoldId));
        purchase.ShouldBe(
            new PurchaseShape(answer.PurchaseId, lesson.Id, "active", 33.33m, false, 0, null, answer.PaymentHoldId, "held", hold.DueAt));
    }

    [Fact]
    public async Task A_cent_too_little_buys_nothing_and_just_enough_does()
    {
        var lesson = await ALesson(price: 100);
        var student = await AStudent(credit: 99.99m);

        (await TriesToBuy(student, lesson)).MustBeRefused(409, "insufficient_balance");
        (await Wallet(student)).ShouldBe(new WalletShape(99.99m, 0m, "USD"));
        await Deposits(student, 0.01m);
        (await TriesToBuy(student, lesson)).Must(201).As<PurchaseAnswerShape>().CreditBalance.ShouldBe(0m);
    }

    [Fact]
    public async Task A_student_buys_one_place_in_a_session()
    {
        var lesson = await ALesson(price: 10);
        var student = await AStudent(credit: 100);
        await Buys(student, lesson);

        (await TriesToBuy(student, lesson)).MustBeRefused(409, "already_purchased");

        (await Balance(student)).ShouldBe(90m);
    }

    [Fact]
    public async Task A_place_is_on_sale_while_the_session_goes_on_whatever_the_clock_says()
    {
        var past = await ALesson(price: 10, start: App.Clock.Now.AddDays(-2));
        var running = await ALesson(price: 10);
        await Joins(running.Teacher, running, running.Start, "PA_1");

        await ASoldPlace(past);
        await ASoldPlace(running);
    }

    [Fact]
    public async Task A_place_in_a_session_that_is_long_over_is_refunded_by_the_next_run()
    {
        var lesson = await ALesson(start: App.Clock.Now.AddDays(-2));
        var place = await ASoldPlace(lesson);
        (await Hold(place)).DueAt.ShouldBe(lesson.LastEntry);

        (await RunSettlement()).Refunded.ShouldBe(1);

        (await Balance(place.Student)).ShouldBe(100m);
    }

    [Fact]
    public async Task Nothing_is_sold_of_a_session_that_is_over()
    {
        var lesson = await ALesson();
        var student = await AStudent(credit: 100);
        await Finishes(lesson);

        (await TriesToBuy(student, lesson)).MustBeRefused(409, "session_closed");

        (await Wallet(student)).ShouldBe(new WalletShape(100m, 0m, "USD"));
    }

    [Fact]
    public async Task Neither_a_row_without_the_role_nor_a_role_without_a_row_buys()
    {
        var lesson = await ALesson();
        var teacher = await ATeacher();
        await Api.Post($"/api/admin/users/{teacher.Id}/credits", new { amount = 100, reason = "gift" }, Admin);

        (await TriesToBuy(teacher.Claiming(Person.Student), lesson)).MustBeRefused(403, "role_mismatch");
        (await TriesToBuy(new Person("nobody", Person.Student), lesson)).MustBeRefused(404, "user_not_found");
        (await TriesToBuy(lesson.Teacher.Claiming(Person.Student), lesson)).MustBeRefused(403, "own_session");
    }

    [Fact]
    public async Task What_was_attended_before_the_purchase_counts()
    {
        var lesson = await ALesson();
        var student = await AStudent(credit: 100);
        await Stays(student, lesson, lesson.Minute(0), lesson.Minute(30));

        var place = await Buys(student, lesson);

        await Finishes(lesson);
        (await RunSettlement()).Released.ShouldBe(1);
        var purchase = await Purchase(place);
        (purchase.Status, purchase.Attended, purchase.AttendanceDurationMinutes).ShouldBe(("completed", true, 30));
    }
}

[Collection(SqliteTests.Name)]
public sealed class PurchaseTestsOnSqlite(SqliteApp app) : PurchaseTests(app);

[Collection(MariaDbTests.Name)]
public sealed class PurchaseTestsOnMariaDb(MariaDbApp app) : PurchaseTests(app);
