namespace TalkConnect.Web.FunctionalTests.Settlement;

public abstract class CancelTests(TalkConnectApp app) : FunctionalTest(app)
{
    [Fact]
    public async Task Refunds_everybody_in_full_at_once_with_a_receipt_and_without_a_percentage()
    {
        var lesson = await ALesson(price: 33.33m);
        Place[] places = [await ASoldPlace(lesson), await ASoldPlace(lesson), await ASoldPlace(lesson)];

        var session = await Cancels(lesson.Teacher, lesson, "ill");

        session.Status.ShouldBe("cancelled");
        foreach (var place in places)
        {
            (await Wallet(place.Student)).ShouldBe(new WalletShape(33.33m, 0m, "USD"));
            var hold = await Hold(place);
            (hold.Status, hold.ReleasePercentage, hold.ReleasedAt).ShouldBe(("refunded", null, App.Clock.Now));
            var purchase = await Purchase(place);
            (purchase.Status, purchase.RefundAmount).ShouldBe(("refunded", 33.33m));
            var refund = (await Transactions(place.Student))[^1];
            (refund.Type, refund.Amount, refund.ReferenceId).ShouldBe(("refund", 33.33m, place.HoldId));
            refund.Metadata["reason"].GetString().ShouldBe("session_cancelled");
            refund.Metadata["attendance_percentage"].ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
            var receipt = await Receipt(place);
            (receipt.Outcome, receipt.Reason, receipt.AttendancePercentage).ShouldBe(("refunded", "session_cancelled", null));
            receipt.TransactionIds.ShouldBe([refund.Id]);
        }
    }

    [Fact]
    public async Task Refunds_also_those_who_were_there_long_enough()
    {
        var lesson = await ALesson();
        var place = await ASoldPlace(lesson);
        await Stays(place.Student, lesson, lesson.Minute(0), lesson.Minute(40));
        (await Session(lesson)).Status.ShouldBe("in_progress");

        await Cancels(Admin, lesson);

        (await Balance(place.Student)).ShouldBe(100m);
        (await Receipt(place)).AttendedSeconds.ShouldBe(2400);
        App.Clock.Now = lesson.LastEntry;
        (await RunSettlement()).ShouldBe(new RunShape(0, 0, 0, 0, 0, 0));
    }

    [Fact]
    public async Task Happens_once()
    {
        var lesson = await ALesson();
        var place = await ASoldPlace(lesson);
        await Cancels(lesson.Teacher, lesson);

        (await Api.Post($"/api/sessions/{lesson.Id}/cancel", new { }, lesson.Teacher)).MustBeRefused(409, "invalid_transition");

        (await Balance(place.Student)).ShouldBe(100m);
    }

    [Fact]
    public async Task Is_too_late_for_a_session_that_is_over()
    {
        var lesson = await ALesson();
        await Finishes(lesson);

        (await Api.Post($"/api/sessions/{lesson.Id}/cancel", null, Admin)).MustBeRefused(409, "invalid_transition");

        (await Session(lesson)).Status.ShouldBe("completed");
    }

    [Fact]
    public async Task Closes_the_sale_and_the_room()
    {
        var lesson = await ALesson();
        await Cancels(lesson.Teacher, lesson);

        (await TriesToBuy(await AStudent(credit: 100), lesson)).MustBeRefused(409, "session_closed");
        (await Api.Post($"/api/sessions/{lesson.Id}/join", null, lesson.Teacher)).MustBeRefused(409, "session_closed");
    }

    [Fact]
    public async Task Stays_so_whatever_arrives()
    {
        var lesson = await ALesson();
        var place = await ASoldPlace(lesson);
        await Cancels(lesson.Teacher, lesson);

        var join = await Webhook(LiveKitEvents.Joined(lesson.Room, lesson.Teacher, "PA_1", lesson.Minute(5)));
        var late = await Stays(place.Student, lesson, lesson.Minute(0), lesson.Minute(50));
        var finished = await Finishes(lesson);

        join.Must(200).Message.ShouldBe("Attendance recorded");
        late.Json.GetProperty("late").GetBoolean().ShouldBeTrue();
        finished.Message.ShouldBe("Event received");
        App.Clock.Now = lesson.LastEntry.AddHours(1);
        await RunSettlement();
        (await Session(lesson)).Status.ShouldBe("cancelled");
        (await Balance(place.Student)).ShouldBe(100m);
        (await Receipt(place)).AttendedSeconds.ShouldBe(0);
    }
}

[Collection(SqliteTests.Name)]
public sealed class CancelTestsOnSqlite(SqliteApp app) : CancelTests(app);

[Collection(MariaDbTests.Name)]
public sealed class CancelTestsOnMariaDb(MariaDbApp app) : CancelTests(app);
