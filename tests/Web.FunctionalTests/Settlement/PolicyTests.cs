namespace TalkConnect.Web.FunctionalTests.Settlement;

public abstract class PolicyTests(TalkConnectApp app) : FunctionalTest(app)
{
    [Theory]
    [InlineData(true, true, "released", "attended")]
    [InlineData(false, true, "released", "teacher_waited")]
    [InlineData(true, false, "refunded", "teacher_absent")]
    [InlineData(false, false, "refunded", "teacher_absent")]
    public async Task Fair_v2_looks_at_both(bool studentCame, bool teacherCame, string outcome, string reason)
    {
        await using var node = App.Another(("Settlement:Policy", "fair-v2"));
        var lesson = await ALesson(await ATeacher(referred: true));
        var place = await ASoldPlace(lesson);
        await Stays(place.Student, lesson, lesson.Minute(0), lesson.Minute(studentCame ? 12 : 11));
        await Stays(lesson.Teacher, lesson, lesson.Minute(0), lesson.Minute(teacherCame ? 12 : 11));
        await Finishes(lesson);

        (await new Api(node).Post("/api/admin/settlements/run", null, Admin)).Must(200);

        (await Hold(place)).Status.ShouldBe(outcome);
        var receipt = await Receipt(place);
        (receipt.Policy.Name, receipt.Outcome, receipt.Reason).ShouldBe(("fair-v2", outcome, reason));
        receipt.TeacherPresence.AttendedSeconds.ShouldBe(teacherCame ? 720 : 660);
        (await Balance(lesson.Teacher)).ShouldBe(outcome == "released" ? 70m : 0m);
    }

    [Theory]
    [InlineData(true, "referred", 0.125, 12.52, 87.67)]
    [InlineData(false, "standard", 0.05, 5.01, 95.18)]
    public async Task Other_rates_are_used_and_recorded(bool referred, string rule, decimal rate, decimal fee, decimal net)
    {
        await using var node = App.Another(("Commission:ReferredRate", "0.125"), ("Commission:StandardRate", "0.05"));
        var lesson = await ALesson(await ATeacher(referred), price: 100.19m);
        var place = await ASoldPlace(lesson);
        await Stays(place.Student, lesson, lesson.Start, lesson.End);
        await Finishes(lesson);

        (await new Api(node).Post("/api/admin/settlements/run", null, Admin)).Must(200);

        (await Receipt(place)).Commission.ShouldBe(new CommissionShape(rule, rate, 100.19m, fee, net));
        (await Balance(lesson.Teacher)).ShouldBe(net);
    }

    [Fact]
    public async Task A_receipt_stays_as_it_is_when_the_rules_change()
    {
        var lesson = await ALesson();
        var place = await ASoldPlace(lesson);
        await Stays(place.Student, lesson, lesson.Start, lesson.End);
        await Finishes(lesson);
        await RunSettlement();
        var before = (await Api.Get($"/api/holds/{place.HoldId}/receipt", Admin)).Text;

        await using var node = App.Another(("Settlement:Policy", "fair-v2"), ("Attendance:ThresholdPercent", "90"));
        (await new Api(node).Post("/api/admin/settlements/run", null, Admin)).Must(200);

        (await new Api(node).Get($"/api/holds/{place.HoldId}/receipt", Admin)).Text.ShouldBe(before);
    }
}

[Collection(SqliteTests.Name)]
public sealed class PolicyTestsOnSqlite(SqliteApp app) : PolicyTests(app);

[Collection(MariaDbTests.Name)]
public sealed class PolicyTestsOnMariaDb(MariaDbApp app) : PolicyTests(app);
