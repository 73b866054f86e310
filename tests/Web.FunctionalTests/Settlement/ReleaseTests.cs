namespace TalkConnect.Web.FunctionalTests.Settlement;

public abstract class ReleaseTests(TalkConnectApp app) : FunctionalTest(app)
{
    [Fact]
    public async Task A_referred_teacher_gets_the_price_less_commission()
    {
        var lesson = await ALesson(await ATeacher(referred: true), price: 100);
        var place = await ASoldPlace(lesson);
        await Stays(place.Student, lesson, lesson.Minute(0), lesson.Minute(30));
        await Finishes(lesson);

        var run = await RunSettlement();

        run.ShouldBe(new RunShape(Released: 1, Refunded: 0, Failed: 0, ReleasedAmount: 100m, RefundedAmount: 0m, CommissionAmount: 30m));
        (await Wallet(lesson.Teacher)).ShouldBe(new WalletShape(70m, 0m, "USD"));
        (await Wallet(place.Student)).ShouldBe(new WalletShape(0m, 0m, "USD"));
        var lines = await Transactions(lesson.Teacher);
        lines.Select(line => (line.Type, line.Amount, line.BalanceAfter, line.CounterAccount)).ShouldBe(
        [
            ("payment_release", 100m, 100m, "escrow"),
            ("commission", -30m, 70m, "platform"),
        ]);
        foreach (var line in lines)
        {
            (line.Status, line.ReferenceType, line.ReferenceId).ShouldBe(("completed", "payment_hold", place.HoldId));
            line.CreatedAt.ShouldBe(lesson.End);
            line.CompletedAt.ShouldBe(lesson.End);
            line.Metadata["session_id"].GetString().ShouldBe(lesson.Id);
            line.Metadata["course_id"].GetString().ShouldBe(lesson.CourseId);
            line.Metadata["attendance_percentage"].GetDecimal().ShouldBe(50m);
            line.Metadata["original_amount"].GetDecimal().ShouldBe(100m);
            line.Metadata["platform_fee"].GetDecimal().ShouldBe(30m);
            line.Metadata["commission_rate"].GetDecimal().ShouldBe(0.3m);
        }
    }

    [Fact]
    public async Task A_teacher_whom_nobody_referred_gets_all_of_it_and_no_commission_line()
    {
        var lesson = await ALesson(price: 100);
        var place = await ASoldPlace(lesson);
        await Stays(place.Student, lesson, lesson.Start, lesson.End);
        await Finishes(lesson);

        (await RunSettlement()).CommissionAmount.ShouldBe(0m);

        (await Transactions(lesson.Teacher)).Select(line => (line.Type, line.Amount)).ShouldBe([("payment_release", 100m)]);
        (await Balance(lesson.Teacher)).ShouldBe(100m);
    }

    [Theory]
    [InlineData(10.05, 3.02, 7.03)]
    [InlineData(0.01, 0, 0.01)]
    [InlineData(0.02, 0.01, 0.01)]
    [InlineData(99.99, 30.00, 69.99)]
    [InlineData(99_999_999.99, 30_000_000.00, 69_999_999.99)]
    public async Task The_fee_is_rounded_once_half_a_cent_up(decimal price, decimal fee, decimal net)
    {
        var lesson = await ALesson(await ATeacher(referred: true), price: price);
        var place = await ASoldPlace(lesson);
        await Stays(place.Student, lesson, lesson.Start, lesson.End);
        await Finishes(lesson);

        (await RunSettlement()).CommissionAmount.ShouldBe(fee);

        (await Balance(lesson.Teacher)).ShouldBe(net);
        (await Receipt(place)).Commission.ShouldBe(new CommissionShape("referred", 0.3m, price, fee, net));
    }

    [Fact]
    public async Task Hold_purchase_and_receipt_tell_the_same()
    {
        var lesson = await ALesson(await ATeacher(referred: true), price: 100);
        var place = await ASoldPlace(lesson);
        await Stays(lesson.Teacher, lesson, lesson.Minute(0), lesson.Minute(60));
        await Stays(place.Student, lesson, lesson.Second(0), lesson.Second(300), sid: "PA_first");
        await Stays(place.Student, lesson, lesson.Second(600), lesson.Second(1063), sid: "PA_second");
        await Finishes(lesson);
        App.Clock.Now = lesson.End.AddMinutes(5);

        await RunSettlement();

        var hold = await Hold(place);
        (hold.Status, hold.ReleasePercentage, hold.ReleasedAt).ShouldBe(("released", 21.19m, lesson.End.AddMinutes(5)));
        hold.Notes.ShouldBe("Released to teacher (attendance: 21.19%)");
        var purchase = await Purchase(place);
        (purchase.Status, purchase.Attended, purchase.AttendanceDurationMinutes, purchase.RefundAmount).ShouldBe(("completed", true, 12, null));
        var receipt = await Receipt(place);
        (receipt.Outcome, receipt.AttendedSeconds, receipt.RequiredSeconds, receipt.MarginSeconds).ShouldBe(("released", 763, 720, 43));
        (receipt.AttendancePercentage, receipt.ThresholdPercentage, receipt.Policy.Name).ShouldBe((21.19m, 20m, "seed-v1"));
        receipt.Intervals.Select(stay => (stay.JoinedAt, stay.LeftAt)).ShouldBe(
        [
            (lesson.Second(0), lesson.Second(300)),
            (lesson.Second(600), lesson.Second(1063)),
        ]);
        receipt.Intervals.ShouldAllBe(stay => stay.EventIds.Count == 2);
        receipt.TeacherPresence.AttendedSeconds.ShouldBe(3600);
        receipt.Commission.ShouldBe(new CommissionShape("referred", 0.3m, 100m, 30m, 70m));
        receipt.TransactionIds.ShouldBe((await Transactions(lesson.Teacher)).Select(line => line.Id), ignoreOrder: true);
        receipt.SettledAt.ShouldBe(lesson.End.AddMinutes(5));
    }

    [Fact]
    public async Task A_second_run_finds_nothing_more_to_do()
    {
        var lesson = await ALesson(price: 100);
        var place = await ASoldPlace(lesson);
        await Stays(place.Student, lesson, lesson.Start, lesson.End);
        await Finishes(lesson);
        await RunSettlement();

        (await RunSettlement()).ShouldBe(new RunShape(0, 0, 0, 0, 0, 0));

        (await Balance(lesson.Teacher)).ShouldBe(100m);
    }

    [Fact]
    public async Task Who_referred_the_teacher_counts_as_it_stands_when_the_hold_settles()
    {
        var teacher = await ATeacher();
        var referrer = await ATeacher();
        var lesson = await ALesson(teacher);
        var place = await ASoldPlace(lesson);
        await Stays(place.Student, lesson, lesson.Start, lesson.End);
        await Finishes(lesson);
        await Api.Put($"/api/admin/users/{teacher.Id}", new { name = "T", email = "t@example.org", role = "teacher", referred_by = referrer.Id }, Admin);

        await RunSettlement();

        (await Balance(teacher)).ShouldBe(70m);
    }
}

[Collection(SqliteTests.Name)]
public sealed class ReleaseTestsOnSqlite(SqliteApp app) : ReleaseTests(app);

[Collection(MariaDbTests.Name)]
public sealed class ReleaseTestsOnMariaDb(MariaDbApp app) : ReleaseTests(app);
