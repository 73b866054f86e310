using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TalkConnect.Application.Settlement;
using TalkConnect.Domain.Settlement;

namespace TalkConnect.Web.FunctionalTests.Settlement;

/// <summary>What a run would do is added up by the database, and what it does is decided hold by hold: the two must say the same.</summary>
public abstract class OutlookTests(TalkConnectApp app) : FunctionalTest(app)
{
    [Theory]
    [InlineData("seed-v1", "20")]
    [InlineData("seed-v1", "33.33")]
    [InlineData("fair-v2", "12.5")]
    public async Task Foresees_what_the_run_does(string policy, string threshold)
    {
        await using var node = App.Another(("Settlement:Policy", policy), ("Attendance:ThresholdPercent", threshold));
        var share = decimal.Parse(threshold, System.Globalization.CultureInfo.InvariantCulture) / 100;
        foreach (var (minutes, teacherCame) in new[] { (7, true), (60, true), (60, false), (61, true) })
        {
            var lesson = await ALesson(minutes: minutes);
            var required = (int)Math.Ceiling(minutes * 60 * share);
            foreach (var seconds in new[] { 0, (minutes * 60 / 100) - 1, (minutes * 60 / 100) + 1, required - 1, required, required + 1 })
            {
                var place = await ASoldPlace(lesson);
                await Stays(place.Student, lesson, lesson.Start, lesson.Start.AddSeconds(seconds));
            }

            if (teacherCame)
            {
                await Stays(lesson.Teacher, lesson, lesson.Start, lesson.End);
            }

            await Finishes(lesson);
        }

        RunOutlook foreseen;
        await using (var scope = node.Services.CreateAsyncScope())
        {
            foreseen = await scope.ServiceProvider.GetRequiredService<ISettlementPauses>()
                .LookAheadAsync(App.Clock.Now, inBackOff: true, scope.ServiceProvider.GetRequiredService<SettlementRules>(), CancellationToken.None);
        }

        (await new Api(node).Post("/api/admin/settlements/run", null, Admin)).Must(200);

        var run = await App.InDatabaseAsync(db => db.Set<SettlementRun>().SingleAsync());
        foreseen.ShouldBe(new RunOutlook(run.Released + run.Refunded, run.Refunded, run.ZeroAttendance, 0));
        run.Released.ShouldBeGreaterThan(0);
        run.Refunded.ShouldBeGreaterThan(0);
    }
}

[Collection(SqliteTests.Name)]
public sealed class OutlookTestsOnSqlite(SqliteApp app) : OutlookTests(app);

[Collection(MariaDbTests.Name)]
public sealed class OutlookTestsOnMariaDb(MariaDbApp app) : OutlookTests(app);
