namespace TalkConnect.Web.FunctionalTests.Settlement;

public abstract class DueTests(TalkConnectApp app) : FunctionalTest(app)
{
    [Fact]
    public async Task At_purchase_a_hold_is_due_at_the_end_of_the_grace()
    {
        var lesson = await ALesson();

        var place = await ASoldPlace(lesson);

        var hold = await Hold(place);
        (hold.Status, hold.Amount, hold.HeldAt, hold.DueAt).ShouldBe(("held", 100m, App.Clock.Now, lesson.LastEntry));
        (hold.SessionId, hold.StudentId, hold.TeacherId, hold.SessionPurchaseId)
            .ShouldBe((lesson.Id, place.Student.Id, lesson.Teacher.Id, place.PurchaseId));
        (hold.ReleasedAt, hold.ReleasePercentage, hold.Notes).ShouldBe((null, null, null));
    }

    [Fact]
    public async Task A_completion_before_the_scheduled_end_makes_it_due_at_that_end()
    {
        var lesson = await ALesson();
        var place = await ASoldPlace(lesson);

        await Finishes(lesson, lesson.Minute(40));

        (await Hold(place)).DueAt.ShouldBe(lesson.End);
        (await RunSettlement()).Refunded.ShouldBe(0);
        App.Clock.Now = lesson.End.AddSeconds(-1);
        (await RunSettlement()).Refunded.ShouldBe(0);
        App.Clock.Now = lesson.End;
        (await RunSettlement()).Refunded.ShouldBe(1);
    }

    [Fact]
    public async Task A_completion_after_the_scheduled_end_makes_it_due_at_that_moment()
    {
        var lesson = await ALesson();
        var place = await ASoldPlace(lesson);

        await Finishes(lesson, lesson.Minute(64));

        (await Hold(place)).DueAt.ShouldBe(lesson.Minute(64));
    }

    [Fact]
    public async Task Reopening_sets_it_back()
    {
        var lesson = await ALesson();
        var place = await ASoldPlace(lesson);
        await Stays(place.Student, lesson, lesson.Minute(0), lesson.Minute(20));
        await Finishes(lesson, lesson.Minute(21));
        (await Hold(place)).DueAt.ShouldBe(lesson.End);

        await Joins(place.Student, lesson, lesson.Minute(30), "PA_back", lesson.Room.OpenedAgain());

        (await Hold(place)).DueAt.ShouldBe(lesson.LastEntry);
    }

    [Fact]
    public async Task The_hold_period_comes_after_all_of_that()
    {
        await using var node = App.Another(("Settlement:HoldPeriod", "3.00:00:00"));
        var there = new Api(node);
        var period = TimeSpan.FromDays(3);
        var lesson = await ALesson();
        var student = await AStudent(credit: 100);
        var bought = (await there.Post($"/api/sessions/{lesson.Id}/purchase", null, student)).Must(201).As<PurchaseAnswerShape>();
        var place = new Place(student, bought.PurchaseId, bought.PaymentHoldId);
        (await Hold(place)).DueAt.ShouldBe(lesson.LastEntry + period);
        App.Clock.Now = lesson.Minute(61);
        await new LiveKitServer(node).Tells(LiveKitEvents.RoomFinished(lesson.Room, lesson.Minute(61)));
        (await Hold(place)).DueAt.ShouldBe(lesson.Minute(61) + period);

        App.Clock.Now = lesson.Minute(61) + period - TimeSpan.FromSeconds(1);
        (await there.Post("/api/admin/settlements/run", null, Admin)).Must(200).As<RunShape>().Refunded.ShouldBe(0);
        App.Clock.Now = lesson.Minute(61) + period;
        (await there.Post("/api/admin/settlements/run", null, Admin)).Must(200).As<RunShape>().Refunded.ShouldBe(1);
    }

    [Fact]
    public async Task During_the_hold_period_of_a_session_that_its_time_ended_the_money_waits()
    {
        await using var node = App.Another(("Settlement:HoldPeriod", "01:00:00"), ("Sessions:CompletionGraceMinutes", "5"));
        var there = new Api(node);
        var lesson = await ALesson();
        var student = await AStudent(credit: 100);
        (await there.Post($"/api/sessions/{lesson.Id}/purchase", null, student)).Must(201);
        App.Clock.Now = lesson.End.AddMinutes(5);

        (await there.Post("/api/admin/settlements/run", null, Admin)).Must(200).As<RunShape>().Refunded.ShouldBe(0);

        (await Session(lesson)).CompletedAt.ShouldBe(lesson.End.AddMinutes(5));
        App.Clock.Now = lesson.End.AddMinutes(65);
        (await there.Post("/api/admin/settlements/run", null, Admin)).Must(200).As<RunShape>().Refunded.ShouldBe(1);
    }
}

[Collection(SqliteTests.Name)]
public sealed class DueTestsOnSqlite(SqliteApp app) : DueTests(app);

[Collection(MariaDbTests.Name)]
public sealed class DueTestsOnMariaDb(MariaDbApp app) : DueTests(app);
