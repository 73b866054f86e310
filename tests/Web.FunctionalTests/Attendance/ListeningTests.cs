using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TalkConnect.Application.Attendance;
using TalkConnect.Domain.Attendance;

namespace TalkConnect.Web.FunctionalTests.Attendance;

public abstract class ListeningTests(TalkConnectApp app) : FunctionalTest(app)
{
    [Fact]
    public async Task A_server_that_was_away_for_a_minute_sends_what_it_may_have_missed_to_review()
    {
        var lesson = await ALesson(minutes: 4);
        var place = await ASoldPlace(lesson);
        await using var first = App.Another();
        await Beats(first, lesson.Minute(-1), lesson.Minute(1));
        await using var second = App.Another();
        await Beats(second, lesson.Minute(2), lesson.LastEntry.AddMinutes(1));

        (await RunSettlement()).NeedsReview.ShouldBe(1);

        (await Hold(place)).ReviewReason.ShouldBe("blind_time");
    }

    [Fact]
    public async Task Nothing_is_blind_while_one_of_two_servers_listens()
    {
        var lesson = await ALesson(minutes: 4);
        await ASoldPlace(lesson);
        await using var first = App.Another();
        await using var second = App.Another();
        await Beats(first, lesson.Minute(-1), lesson.Minute(1));
        App.Clock.Now = lesson.Minute(0);
        await Beats(second, lesson.Minute(0), lesson.LastEntry.AddMinutes(1));

        (await RunSettlement()).Refunded.ShouldBe(1);
    }

    [Fact]
    public async Task An_event_that_could_not_be_kept_now_and_then_is_nothing_because_LiveKit_sends_it_again()
    {
        var lesson = await ALesson(minutes: 4);
        await ASoldPlace(lesson);
        await using var node = App.Another();
        await Beats(node, lesson.Minute(-1), lesson.Minute(0));
        node.Services.GetRequiredService<Hearing>().Miss();
        await Beats(node, lesson.Second(10), lesson.Minute(2));
        node.Services.GetRequiredService<Hearing>().Miss();
        await Beats(node, lesson.Second(130), lesson.LastEntry.AddMinutes(1));

        (await RunSettlement()).Refunded.ShouldBe(1);
    }

    [Fact]
    public async Task A_server_that_cannot_keep_events_for_a_while_is_deaf()
    {
        var lesson = await ALesson(minutes: 4);
        await ASoldPlace(lesson);
        await using var node = App.Another();
        await Beats(node, lesson.Minute(-1), lesson.Minute(0));

        for (var beat = 1; beat <= 4; beat++)
        {
            node.Services.GetRequiredService<Hearing>().Miss();
            await Beats(node, lesson.Second(beat * 10), lesson.Second(beat * 10));
        }

        await Beats(node, lesson.Second(50), lesson.LastEntry.AddMinutes(1));

        (await RunSettlement()).NeedsReview.ShouldBe(1);
    }

    [Fact]
    public async Task A_heartbeat_that_could_not_be_kept_is_missing()
    {
        var lesson = await ALesson(minutes: 4);
        await ASoldPlace(lesson);
        await using var node = App.Another();
        await Beats(node, lesson.Minute(-1), lesson.Minute(1));
        App.Clock.Now = lesson.Minute(3);
        await Beats(node, lesson.Minute(3), lesson.LastEntry.AddMinutes(1));

        (await RunSettlement()).NeedsReview.ShouldBe(1);
    }

    [Fact]
    public async Task A_server_beats_by_itself()
    {
        await using var node = App.Another(("Hearing:HeartbeatSeconds", "1"));
        (await new Api(node).Get("/health/live")).Must(200);
        App.Clock.Now = App.Clock.Now.AddSeconds(20);

        await Until(async () => await App.InDatabaseAsync(db => db.Set<ListeningSpan>().AnyAsync(span => span.Until >= App.Clock.Now)));
    }

    /// <summary>A server beats every ten seconds from then to then.</summary>
    private async Task Beats(TalkConnectApp node, DateTimeOffset since, DateTimeOffset until)
    {
        for (var at = since; at <= until; at = at.AddSeconds(10))
        {
            App.Clock.Now = at;
            await using var scope = node.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new KeepListening());
        }
    }
}

[Collection(SqliteTests.Name)]
public sealed class ListeningTestsOnSqlite(SqliteApp app) : ListeningTests(app);

[Collection(MariaDbTests.Name)]
public sealed class ListeningTestsOnMariaDb(MariaDbApp app) : ListeningTests(app);
