using Microsoft.EntityFrameworkCore;
using TalkConnect.Domain.Attendance;

namespace TalkConnect.Web.FunctionalTests.Attendance;

/// <summary>LiveKit, which got no answer in time, tells another server what the first is just writing.</summary>
public abstract class TwoServersTests(TalkConnectApp app) : FunctionalTest(app)
{
    [Fact]
    public async Task Hear_the_same_events_at_once_and_one_of_them_counts()
    {
        await using var other = App.Another();
        LiveKitServer[] servers = [LiveKit, new(other)];
        var lesson = await ALesson();
        var places = new[] { await ASoldPlace(lesson), await ASoldPlace(lesson), await ASoldPlace(lesson), await ASoldPlace(lesson) };
        var told = places
            .Select(place => (place.Student, Sid: Sids.New("PA")))
            .SelectMany(one => new[]
            {
                LiveKitEvents.Joined(lesson.Room, one.Student, one.Sid, lesson.Start).ToJsonString(),
                LiveKitEvents.Left(lesson.Room, one.Student, one.Sid, lesson.Start, lesson.Minute(10)).ToJsonString(),
            })
            .ToList();

        var answers = await Task.WhenAll(told.SelectMany(one => servers.Select(server => server.TellsText(one))));

        var messages = answers.Select(answer => answer.Must(200).Message).ToList();
        messages.Count(message => message == "Event already processed").ShouldBe(told.Count);
        (await App.InDatabaseAsync(db => db.Set<WebhookEvent>().CountAsync())).ShouldBe(told.Count);
        foreach (var place in places)
        {
            (await Attendance(place.Student, lesson))!.AttendedSeconds.ShouldBe(600);
        }
    }
}

[Collection(SqliteTests.Name)]
public sealed class TwoServersTestsOnSqlite(SqliteApp app) : TwoServersTests(app);

[Collection(MariaDbTests.Name)]
public sealed class TwoServersTestsOnMariaDb(MariaDbApp app) : TwoServersTests(app);
