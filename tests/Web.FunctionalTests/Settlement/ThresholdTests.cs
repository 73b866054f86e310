namespace TalkConnect.Web.FunctionalTests.Settlement;

public abstract class ThresholdTests(TalkConnectApp app) : FunctionalTest(app)
{
    [Theory]
    [InlineData(60, 719, 19.97, "refunded", 720, -1)]
    [InlineData(60, 720, 20.00, "released", 720, 0)]
    [InlineData(60, 721, 20.02, "released", 720, 1)]
    [InlineData(1440, 17_279, 19.99, "refunded", 17_280, -1)]
    [InlineData(1440, 17_280, 20.00, "released", 17_280, 0)]
    [InlineData(7, 83, 19.76, "refunded", 84, -1)]
    [InlineData(7, 84, 20.00, "released", 84, 0)]
    [InlineData(1, 11, 18.33, "refunded", 12, -1)]
    [InlineData(1, 12, 20.00, "released", 12, 0)]
    public async Task Twenty_per_cent_is_enough_and_a_second_less_is_not(
        int minutes, int seconds, decimal percentage, string outcome, int required, int margin)
    {
        var lesson = await ALesson(minutes: minutes);
        var place = await ASoldPlace(lesson);
        await Stays(place.Student, lesson, lesson.Start, lesson.Second(seconds));
        await Finishes(lesson);

        await RunSettlement();

        var hold = await Hold(place);
        (hold.Status, hold.ReleasePercentage).ShouldBe((outcome, percentage));
        var receipt = await Receipt(place);
        (receipt.AttendancePercentage, receipt.RequiredSeconds, receipt.MarginSeconds).ShouldBe((percentage, required, margin));
        (await Purchase(place)).Attended.ShouldBe(outcome == "released");
        (await Attendance(place.Student, lesson))!.AttendancePercentage.ShouldBe(percentage);
    }

    [Fact]
    public async Task Nobody_attends_more_than_all_of_it()
    {
        var lesson = await ALesson(minutes: 60);
        var place = await ASoldPlace(lesson);
        await Stays(place.Student, lesson, lesson.Minute(-10), lesson.Minute(65));
        await Finishes(lesson, lesson.Minute(65));

        await RunSettlement();

        var receipt = await Receipt(place);
        (receipt.AttendedSeconds, receipt.AttendancePercentage).ShouldBe((75 * 60, 100m));
    }

    [Theory]
    [InlineData("33.33", 60, 1200, 1199, "refunded")]
    [InlineData("33.33", 60, 1200, 1200, "released")]
    [InlineData("50", 45, 1350, 1349, "refunded")]
    [InlineData("50", 45, 1350, 1350, "released")]
    [InlineData("0", 60, 0, 0, "released")]
    [InlineData("100", 60, 3600, 3599, "refunded")]
    public async Task Another_threshold_decides_and_is_recorded(string threshold, int minutes, int required, int seconds, string outcome)
    {
        await using var node = App.Another(("Attendance:ThresholdPercent", threshold));
        var there = new Api(node);
        var lesson = await ALesson(minutes: minutes);
        var place = await ASoldPlace(lesson);
        await Stays(place.Student, lesson, lesson.Start, lesson.Second(seconds));
        await Finishes(lesson);

        (await there.Post("/api/admin/settlements/run", null, Admin)).Must(200);

        (await Hold(place)).Status.ShouldBe(outcome);
        var receipt = await Receipt(place);
        receipt.ThresholdPercentage.ShouldBe(decimal.Parse(threshold, System.Globalization.CultureInfo.InvariantCulture));
        (receipt.RequiredSeconds, receipt.MarginSeconds).ShouldBe((required, seconds - required));
    }
}

[Collection(SqliteTests.Name)]
public sealed class ThresholdTestsOnSqlite(SqliteApp app) : ThresholdTests(app);

[Collection(MariaDbTests.Name)]
public sealed class ThresholdTestsOnMariaDb(MariaDbApp app) : ThresholdTests(app);
