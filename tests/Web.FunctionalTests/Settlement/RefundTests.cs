namespace TalkConnect.Web.FunctionalTests.Settlement;

public abstract class RefundTests(TalkConnectApp app) : FunctionalTest(app)
{
    [Fact]
    public async Task A_student_who_left_too_soon_gets_all_of_it_back()
    {
        var lesson = await ALesson(await ATeacher(referred: true), price: 49.90m);
        var place = await ASoldPlace(lesson);
        await Stays(place.Student, lesson, lesson.Minute(0), lesson.Minute(10));
        await Finishes(lesson);

        var run = await RunSettlement();

        run.ShouldBe(new RunShape(Released: 0, Refunded: 1, Failed: 0, ReleasedAmount: 0m, RefundedAmount: 49.90m, CommissionAmount: 0m));
        (await Wallet(place.Student)).ShouldBe(new WalletShape(49.90m, 0m, "USD"));
        (await Wallet(lesson.Teacher)).ShouldBe(new WalletShape(0m, 0m, "USD"));
        var refund = (await Transactions(place.Student))[^1];
        (refund.Type, refund.Amount, refund.CounterAccount, refund.ReferenceType, refund.ReferenceId)
            .ShouldBe(("refund", 49.90m, "escrow", "payment_hold", place.HoldId));
        refund.Metadata["attendance_percentage"].GetDecimal().ShouldBe(16.66m);
        var hold = await Hold(place);
        (hold.Status, hold.ReleasePercentage, hold.ReleasedAt).ShouldBe(("refunded", 16.66m, lesson.End));
        hold.Notes.ShouldBe("Refunded to student (attendance: 16.66%)");
        var purchase = await Purchase(place);
        (purchase.Status, purchase.Attended, purchase.AttendanceDurationMinutes, purchase.RefundAmount).ShouldBe(("refunded", false, 10, 49.90m));
        var receipt = await Receipt(place);
        (receipt.Outcome, receipt.AttendedSeconds, receipt.RequiredSeconds, receipt.MarginSeconds).ShouldBe(("refunded", 600, 720, -120));
        (receipt.Commission.Fee, receipt.Commission.Net).ShouldBe((0m, 0m));
        receipt.TransactionIds.ShouldBe([refund.Id]);
    }

    [Fact]
    public async Task Where_nobody_came_the_job_ends_the_session_after_the_grace_and_refunds()
    {
        var lesson = await ALesson();
        var place = await ASoldPlace(lesson);

        App.Clock.Now = lesson.LastEntry.AddSeconds(-1);
        (await RunSettlement()).Refunded.ShouldBe(0);
        (await Session(lesson)).Status.ShouldBe("scheduled");
        App.Clock.Now = lesson.LastEntry.AddMinutes(7);
        (await RunSettlement()).Refunded.ShouldBe(1);

        var session = await Session(lesson);
        (session.Status, session.CompletedAt).ShouldBe(("completed", lesson.LastEntry));
        (await Balance(place.Student)).ShouldBe(100m);
        var hold = await Hold(place);
        (hold.Status, hold.ReleasePercentage).ShouldBe(("refunded", 0m));
        var receipt = await Receipt(place);
        (receipt.AttendedSeconds, receipt.MarginSeconds, receipt.Intervals.Count).ShouldBe((0, -720, 0));
    }

    [Fact]
    public async Task A_session_that_was_entered_but_whose_end_was_never_told_ends_after_the_grace()
    {
        var lesson = await ALesson();
        var place = await ASoldPlace(lesson);
        await Stays(place.Student, lesson, lesson.Minute(0), lesson.Minute(20));
        App.Clock.Now = lesson.LastEntry;

        (await RunSettlement()).Released.ShouldBe(1);

        (await Session(lesson)).CompletedAt.ShouldBe(lesson.LastEntry);
        (await Hold(place)).ReleasePercentage.ShouldBe(33.33m);
    }

    [Fact]
    public async Task A_session_without_places_is_completed_all_the_same()
    {
        var lesson = await ALesson();
        App.Clock.Now = lesson.LastEntry;

        await RunSettlement();

        (await Session(lesson)).Status.ShouldBe("completed");
    }

    [Fact]
    public async Task By_seed_v1_a_teacher_who_waited_in_vain_gets_nothing()
    {
        var lesson = await ALesson();
        var place = await ASoldPlace(lesson);
        await Stays(lesson.Teacher, lesson, lesson.Start, lesson.End);
        await Finishes(lesson);

        await RunSettlement();

        (await Hold(place)).Status.ShouldBe("refunded");
        (await Receipt(place)).TeacherPresence.AttendedSeconds.ShouldBe(3600);
    }

    [Fact]
    public async Task Each_student_is_settled_on_their_own_attendance()
    {
        var lesson = await ALesson(await ATeacher(referred: true), price: 10.05m);
        var diligent = await ASoldPlace(lesson);
        var lazy = await ASoldPlace(lesson);
        var missing = await ASoldPlace(lesson);
        (await Wallet(lesson.Teacher)).Held.ShouldBe(30.15m);
        (await Wallet(lazy.Student)).Held.ShouldBe(10.05m);
        await Stays(diligent.Student, lesson, lesson.Start, lesson.End);
        await Stays(lazy.Student, lesson, lesson.Minute(50), lesson.End);
        await Finishes(lesson);

        (await RunSettlement()).ShouldBe(new RunShape(1, 2, 0, 10.05m, 20.10m, 3.02m));

        (await Balance(lesson.Teacher)).ShouldBe(7.03m);
        (await Balance(diligent.Student)).ShouldBe(0m);
        (await Balance(lazy.Student)).ShouldBe(10.05m);
        (await Balance(missing.Student)).ShouldBe(10.05m);
    }
}

[Collection(SqliteTests.Name)]
public sealed class RefundTestsOnSqlite(SqliteApp app) : RefundTests(app);

[Collection(MariaDbTests.Name)]
public sealed class RefundTestsOnMariaDb(MariaDbApp app) : RefundTests(app);
