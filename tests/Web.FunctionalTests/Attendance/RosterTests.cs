using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using TalkConnect.Application.Attendance;
using TalkConnect.Infrastructure.Attendance;

namespace TalkConnect.Web.FunctionalTests.Attendance;

/// <summary>LiveKit is asked who is in the room, because its webhooks get lost.</summary>
public abstract class RosterTests(TalkConnectApp app) : FunctionalTest(app)
{
    private readonly RoomService _liveKit = RoomService.Start();
    private TalkConnectApp? _node;

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await (_node?.DisposeAsync() ?? ValueTask.CompletedTask);
        await _liveKit.DisposeAsync();
    }

    [Fact]
    public async Task A_stay_of_which_every_webhook_was_lost_is_seen_and_shown_to_an_admin()
    {
        var (lesson, place) = await ARunningLesson();
        _liveKit.Lists(lesson.Room, place.Student, "PA_1", lesson.Minute(0));
        await LooksEveryMinute(lesson, 1, 30);
        _liveKit.Forgets(lesson.Room, "PA_1");
        await LooksEveryMinute(lesson, 31, 31);
        await Finishes(lesson);

        (await RunSettlement()).NeedsReview.ShouldBe(1);
        (await Hold(place)).ReviewReason.ShouldBe("missing_leave");

        (await Api.Post($"/api/admin/holds/{place.HoldId}/resolve", new { decision = "release", reason = "The teacher says so too." }, Admin)).Must(200);
        var receipt = await Receipt(place);
        (receipt.CertainSeconds, receipt.AttendedSeconds, receipt.PossibleSeconds).ShouldBe((0, 31 * 60, 31 * 60));
        (await Attendance(place.Student, lesson))!.Intervals.ShouldBe([new StayShape(lesson.Minute(0), lesson.Minute(31))]);
        (await Session(lesson)).Status.ShouldBe("completed");
    }

    [Fact]
    public async Task A_server_looks_by_itself_every_minute_unless_something_else_is_set()
    {
        var (lesson, place) = await ARunningLesson();
        _liveKit.Lists(lesson.Room, place.Student, "PA_1", lesson.Minute(0));
        App.Clock.Now = lesson.Minute(1);
        await using var node = App.Another(("LiveKit:Url", _liveKit.Url), ("LiveKit:RosterPollSeconds", "1"));
        (await new Api(node).Get("/health/live")).Must(200);

        await Until(async () => (await Session(lesson)).Status == "in_progress");

        await using var another = App.Another(("LiveKit:RosterPollSeconds", null!));
        another.Services.GetRequiredService<RosterPace>().Every.ShouldBe(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task A_leave_that_was_lost_is_bounded_by_the_looks()
    {
        var (lesson, place) = await ARunningLesson();
        await Joins(place.Student, lesson, lesson.Minute(0), "PA_1");
        _liveKit.Lists(lesson.Room, place.Student, "PA_1", lesson.Minute(0));
        await LooksEveryMinute(lesson, 1, 5);
        _liveKit.Forgets(lesson.Room, "PA_1");
        await LooksEveryMinute(lesson, 6, 8);
        await Finishes(lesson);

        (await RunSettlement()).Refunded.ShouldBe(1);

        (await Receipt(place)).PossibleSeconds.ShouldBe(6 * 60);
    }

    [Fact]
    public async Task Whoever_is_in_the_room_starts_the_session()
    {
        var (lesson, place) = await ARunningLesson();
        _liveKit.Lists(lesson.Room, place.Student, "PA_1", lesson.Minute(0));

        await LooksEveryMinute(lesson, 1, 1);

        (await Session(lesson)).Status.ShouldBe("in_progress");
    }

    [Fact]
    public async Task Ghosts_of_a_server_that_died_prove_nothing()
    {
        var (lesson, place) = await ARunningLesson();
        await Webhook(LiveKitEvents.RoomStarted(lesson.Room, lesson.Minute(0)));
        await Joins(place.Student, lesson, lesson.Minute(0), "PA_ghost");
        _liveKit.Lists(lesson.Room, place.Student, "PA_ghost", lesson.Minute(0));
        await LooksEveryMinute(lesson, 1, 50);
        PassesUntil(lesson.LastEntry);

        // It never closed: nobody knows for how long they were really there.
        (await RunSettlement()).NeedsReview.ShouldBe(1);
        (await Hold(place)).ReviewReason.ShouldBe("missing_leave");
    }

    [Fact]
    public async Task Whoever_was_listed_until_the_room_closed_may_have_left_long_before()
    {
        var (lesson, place) = await ARunningLesson();
        await Joins(place.Student, lesson, lesson.Minute(0), "PA_ghost");
        _liveKit.Lists(lesson.Room, place.Student, "PA_ghost", lesson.Minute(0));
        await LooksEveryMinute(lesson, 1, 59);
        await Finishes(lesson);

        (await RunSettlement()).NeedsReview.ShouldBe(1);
    }

    [Fact]
    public async Task Ghosts_stay_doubtful_when_the_room_was_opened_again()
    {
        var (lesson, place) = await ARunningLesson();
        await Joins(place.Student, lesson, lesson.Minute(0), "PA_ghost");
        _liveKit.Lists(lesson.Room, place.Student, "PA_ghost", lesson.Minute(0));
        await LooksEveryMinute(lesson, 1, 40);
        _liveKit.Forgets(lesson.Room, "PA_ghost");
        await Webhook(LiveKitEvents.RoomStarted(lesson.Room, lesson.Minute(41)));
        await LooksEveryMinute(lesson, 42, 42);
        await Finishes(lesson);

        (await RunSettlement()).NeedsReview.ShouldBe(1);
    }

    [Fact]
    public async Task Only_people_of_ours_who_are_connected_count()
    {
        var (lesson, place) = await ARunningLesson();
        _liveKit.Lists(lesson.Room, place.Student, "PA_1", lesson.Minute(0), state: "JOINED");
        _liveKit.Lists(lesson.Room, place.Student, "PA_2", lesson.Minute(0), kind: "AGENT");
        _liveKit.Lists(lesson.Room, new Person("nobody-of-ours", Person.Student), "PA_3", lesson.Minute(0));
        _liveKit.Lists(lesson.Room, new Person("a#publisher", Person.Student), "PA_4", lesson.Minute(0));

        await LooksEveryMinute(lesson, 1, 30);

        (await Attendance(place.Student, lesson)).ShouldBeNull();
        (await Session(lesson)).Status.ShouldBe("scheduled");
    }

    [Fact]
    public async Task It_is_asked_as_LiveKit_wants_to_be_asked()
    {
        var (lesson, _) = await ARunningLesson();

        await LooksEveryMinute(lesson, 1, 1);

        var (path, authorization, body) = _liveKit.Asked.Single();
        path.ShouldBe("/twirp/livekit.RoomService/ListParticipants");
        body.ShouldBe($$"""{"room":"{{lesson.Room.Name}}"}""");
        authorization.ShouldStartWith("Bearer ");
        var claims = JsonDocument.Parse(Convert.FromBase64String(Padded(authorization!.Split('.')[1]))).RootElement;
        claims.GetProperty("video").GetProperty("roomAdmin").GetBoolean().ShouldBeTrue();
        claims.GetProperty("video").GetProperty("room").GetString().ShouldBe(lesson.Room.Name);
    }

    [Fact]
    public async Task Two_servers_look_once()
    {
        var (lesson, _) = await ARunningLesson();
        await using var other = App.Another(("LiveKit:Url", _liveKit.Url), ("LiveKit:RosterPollSeconds", "3600"));
        App.Clock.Now = lesson.Minute(1);

        await Task.WhenAll(LookAsync(_node!), LookAsync(other));

        _liveKit.Asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Rooms_of_later_lessons_are_looked_into_once_somebody_has_a_token_for_them()
    {
        var (lesson, place) = await ARunningLesson();
        App.Clock.Now = lesson.Minute(1);
        (await Api.Post($"/api/sessions/{lesson.Id}/join", new { lesson_number = 3 }, place.Student)).Must(200);

        await LookAsync(_node!);

        _liveKit.Asked.Select(asked => asked.Body[^3..]).ShouldBe(["1\"}", "3\"}"]);
    }

    [Theory]
    [InlineData(401, "text/plain", "invalid API key: secret-thing")]
    [InlineData(401, "application/json", """{"code":"unauthenticated","msg":"permissions denied"}""")]
    [InlineData(503, "application/json", """{"code":"unavailable","msg":"down"}""")]
    [InlineData(200, "application/json", """{"participants":[{"joined_at":"x"}]}""")]
    [InlineData(200, "text/html", "<html>")]
    [InlineData(200, "application/json", "[]")]
    public async Task What_is_no_list_changes_nothing_and_stops_nobody(int status, string type, string body)
    {
        var (lesson, place) = await ARunningLesson();
        _liveKit.Fault = (status, type, body);

        await LooksEveryMinute(lesson, 1, 1);
        _liveKit.Fault = null;
        _liveKit.Lists(lesson.Room, place.Student, "PA_1", lesson.Minute(0));
        await LooksEveryMinute(lesson, 2, 2);

        (await Session(lesson)).Status.ShouldBe("in_progress");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_room_that_cannot_be_listed_hides_no_other(int bad)
    {
        var (one, placeInOne) = await ARunningLesson();
        var other = await ALesson();
        var placeInOther = await ASoldPlace(other);
        (Lesson Lesson, Place Place)[] both = [(one, placeInOne), (other, placeInOther)];
        foreach (var (lesson, place) in both)
        {
            _liveKit.Lists(lesson.Room, place.Student, $"PA_{lesson.Id}", lesson.Minute(0));
        }

        (_liveKit.Fault, _liveKit.FaultyRoom) = ((500, "application/json", """{"code":"internal","msg":"no such node"}"""), both[bad].Lesson.Room);
        await LooksEveryMinute(one, 1, 1);

        (await Session(both[bad].Lesson)).Status.ShouldBe("scheduled");
        (await Session(both[1 - bad].Lesson)).Status.ShouldBe("in_progress");
    }

    [Fact]
    public async Task Where_LiveKit_cannot_be_reached_it_is_asked_of_no_further_room()
    {
        var lesson = await ALesson();
        await ASoldPlace(lesson);
        await ASoldPlace(await ALesson());
        using var deaf = new TcpListener(IPAddress.Loopback, 0);
        deaf.Start();
        await using var node = App.Another(("LiveKit:Url", $"ws://{deaf.LocalEndpoint}"), ("LiveKit:RosterPollSeconds", "3600"));
        App.Clock.Now = lesson.Minute(1);

        var looking = LookAsync(node);
        (await deaf.AcceptSocketAsync()).Dispose();

        (await looking).ShouldBe(0);
        deaf.Pending().ShouldBeFalse();
    }

    [Fact]
    public async Task A_LiveKit_that_is_not_there_stops_nobody()
    {
        var lesson = await ALesson();
        await ASoldPlace(lesson);
        await using var node = App.Another(("LiveKit:Url", "ws://127.0.0.1:9"), ("LiveKit:RosterPollSeconds", "3600"));
        App.Clock.Now = lesson.Minute(1);

        (await LookAsync(node)).ShouldBe(0);
    }

    private static string Padded(string base64Url)
    {
        var text = base64Url.Replace('-', '+').Replace('_', '/');
        return text.PadRight(text.Length + ((4 - (text.Length % 4)) % 4), '=');
    }

    private static async Task<int> LookAsync(TalkConnectApp node)
    {
        await using var scope = node.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new LookIntoRooms());
    }

    private async Task<(Lesson Lesson, Place Place)> ARunningLesson()
    {
        _node = App.Another(("LiveKit:Url", _liveKit.Url), ("LiveKit:RosterPollSeconds", "60"));
        var lesson = await ALesson();
        return (lesson, await ASoldPlace(lesson));
    }

    private async Task LooksEveryMinute(Lesson lesson, int from, int to)
    {
        for (var minute = from; minute <= to; minute++)
        {
            App.Clock.Now = lesson.Minute(minute);
            await LookAsync(_node!);
        }
    }
}

[Collection(SqliteTests.Name)]
public sealed class RosterTestsOnSqlite(SqliteApp app) : RosterTests(app);

[Collection(MariaDbTests.Name)]
public sealed class RosterTestsOnMariaDb(MariaDbApp app) : RosterTests(app);
