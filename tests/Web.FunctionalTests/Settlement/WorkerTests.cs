namespace TalkConnect.Web.FunctionalTests.Settlement;

/// <summary>Several workers settle what one would, and a bad hold is still recorded alone.</summary>
public abstract class WorkerTests(TalkConnectApp app) : FunctionalTest(app)
{
    [Fact]
    public async Task Settle_each_hold_once_and_report_to_one_run()
    {
        await using var node = App.Another(("Settlement:Workers", "3"), ("Settlement:BatchSize", "2"));
        var places = new List<Place>();
        for (var teachers = 0; teachers < 4; teachers++)
        {
            var lesson = await ALesson(await ATeacher(referred: teachers % 2 == 0), price: 10);
            for (var students = 0; students < 5; students++)
            {
                places.Add(await ASoldPlace(lesson));
                await Stays(places[^1].Student, lesson, lesson.Start, students == 0 ? lesson.Start.AddMinutes(1) : lesson.End);
            }

            await Finishes(lesson);
        }

        var run = (await new Api(node).Post("/api/admin/settlements/run", null, Admin)).Must(200).As<RunShape>();

        (run.Released, run.Refunded, run.Failed).ShouldBe((16, 4, 0));
        foreach (var place in places)
        {
            (await Hold(place)).Status.ShouldBeOneOf("released", "refunded");
        }

        (await RunSettlement()).Released.ShouldBe(0);
    }
}

[Collection(SqliteTests.Name)]
public sealed class WorkerTestsOnSqlite(SqliteApp app) : WorkerTests(app);

[Collection(MariaDbTests.Name)]
public sealed class WorkerTestsOnMariaDb(MariaDbApp app) : WorkerTests(app);
