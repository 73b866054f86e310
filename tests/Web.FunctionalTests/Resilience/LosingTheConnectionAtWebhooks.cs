using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TalkConnect.Application.Attendance;
using TalkConnect.Domain.Attendance;

namespace TalkConnect.Web.FunctionalTests.Resilience;

/// <summary>Webhooks commit along with their statements. LiveKit does not send again what was answered, so none may be lost, and none may count twice.</summary>
[Collection(MariaDbTests.Name)]
public sealed class LosingTheConnectionAtWebhooks(MariaDbApp app) : FunctionalTest(app)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Keeps_each_of_them_once(bool afterTheCommit)
    {
        var cuts = 2;
        using var proxy = new CommitProxy(App.ConnectionString, statements =>
            !statements.Contains("webhook_events", StringComparison.Ordinal) || Interlocked.Decrement(ref cuts) < 0 ? CommitCut.Not
            : afterTheCommit ? CommitCut.After
            : CommitCut.Before);
        await using var node = App.Another(("ConnectionStrings:TalkConnect", proxy.ConnectionString));
        var liveKit = new LiveKitServer(node);
        var lesson = await ALesson();
        var place = await ASoldPlace(lesson);
        var sid = Sids.New("PA");
        var left = LiveKitEvents.Left(lesson.Room, place.Student, sid, lesson.Start, lesson.Minute(7));

        (await liveKit.Tells(LiveKitEvents.Joined(lesson.Room, place.Student, sid, lesson.Start)))
            .Must(200).Message.ShouldBe(afterTheCommit ? "Event already processed" : "Attendance recorded");
        (await liveKit.Tells(left)).Must(200).Message.ShouldBe(afterTheCommit ? "Event already processed" : "Attendance updated");
        (await liveKit.Tells(left)).Must(200).Message.ShouldBe("Event already processed");

        (proxy.CutAfter, proxy.CutBefore).ShouldBe(afterTheCommit ? (2, 0) : (0, 2));
        (await App.InDatabaseAsync(db => db.Set<WebhookEvent>().CountAsync())).ShouldBe(2);
        (await Attendance(place.Student, lesson))!.AttendedSeconds.ShouldBe(420);
    }

    /// <summary>LiveKit gives up after a few attempts, so that what could not be kept may be lost: the server does not say that it heard.</summary>
    [Fact]
    public async Task Is_not_to_have_heard()
    {
        var away = false;
        using var proxy = new CommitProxy(App.ConnectionString, statements =>
            Volatile.Read(ref away) && statements.Contains("webhook_events", StringComparison.Ordinal) ? CommitCut.Before : CommitCut.Not);
        await using var node = App.Another(("ConnectionStrings:TalkConnect", proxy.ConnectionString));
        var lesson = await ALesson();
        await Beats(node);
        Volatile.Write(ref away, true);

        (await new LiveKitServer(node).Tells(LiveKitEvents.RoomStarted(lesson.Room, lesson.Start))).Must(503);

        var before = App.Clock.Now;
        App.Clock.Now = before.AddSeconds(10);
        await Beats(node);
        (await App.InDatabaseAsync(db => db.Set<ListeningSpan>().SingleAsync())).Until.ShouldBe(before);
    }

    private static async Task Beats(TalkConnectApp node)
    {
        await using var scope = node.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new KeepListening());
    }

    [Fact]
    public async Task Loses_no_new_event_that_comes_along_with_a_repeated_one()
    {
        var cuts = 0;
        using var proxy = new CommitProxy(App.ConnectionString, statements =>
            !statements.Contains("webhook_events", StringComparison.Ordinal) || Interlocked.Decrement(ref cuts) < 0 ? CommitCut.Not : CommitCut.Before);
        await using var node = App.Another(("ConnectionStrings:TalkConnect", proxy.ConnectionString));
        var liveKit = new LiveKitServer(node);
        var lesson = await ALesson();
        var places = new[] { await ASoldPlace(lesson), await ASoldPlace(lesson), await ASoldPlace(lesson) };
        var told = places.Select(place => LiveKitEvents.Joined(lesson.Room, place.Student, Sids.New("PA"), lesson.Start).ToJsonString()).ToList();
        (await liveKit.TellsText(told[0])).Must(200);

        // All at once, so that they share commits, and each commit that could be the first is cut.
        Volatile.Write(ref cuts, 2);
        var answers = await Task.WhenAll(told.Concat(told).Select(one => liveKit.TellsText(one)));

        answers.ShouldAllBe(answer => answer.Status == 200);
        (await App.InDatabaseAsync(db => db.Set<WebhookEvent>().CountAsync())).ShouldBe(3);
        foreach (var place in places)
        {
            (await Attendance(place.Student, lesson)).ShouldNotBeNull();
        }
    }
}
