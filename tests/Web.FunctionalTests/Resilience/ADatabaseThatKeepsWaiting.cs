using Microsoft.EntityFrameworkCore;
using MySqlConnector;
using TalkConnect.Domain.Attendance;

namespace TalkConnect.Web.FunctionalTests.Resilience;

/// <summary>A database that takes a statement and does not answer, as a cluster while one of its nodes gives its state to another.</summary>
[Collection(MariaDbTests.Name)]
public sealed class ADatabaseThatKeepsWaiting(MariaDbApp app) : FunctionalTest(app)
{
    [Fact]
    public async Task Is_said_to_be_away_and_nothing_was_changed()
    {
        var student = await AStudent();
        await using var node = AnImpatientNode();
        var api = new Api(node);
        (await api.Get("/api/me/wallet", student)).Must(200);

        await WhileLockedAsync($"SELECT id FROM users WHERE id = '{student.Id}' FOR UPDATE", async () =>
            (await api.Post($"/api/admin/users/{student.Id}/credits", new { amount = 10, reason = "a gift" }, Admin))
                .MustBeRefused(503, "database_unavailable"));

        (await api.Post($"/api/admin/users/{student.Id}/credits", new { amount = 10, reason = "a gift" }, Admin)).Must(201);
        (await Balance(student)).ShouldBe(10);
    }

    [Fact]
    public async Task Is_away_for_LiveKit_too_which_sends_the_event_again()
    {
        var lesson = await ALesson();
        var place = await ASoldPlace(lesson);
        var joined = LiveKitEvents.Joined(lesson.Room, place.Student, Sids.New("PA"), lesson.Start);
        await using var node = AnImpatientNode();
        var liveKit = new LiveKitServer(node);

        await WhileLockedAsync($"SELECT id FROM course_sessions WHERE id = '{lesson.Id}' FOR UPDATE", async () =>
            (await liveKit.Tells(joined)).MustBeRefused(503, "database_unavailable"));

        (await liveKit.Tells(joined)).Must(200).Message.ShouldBe("Attendance recorded");
        (await Attendance(place.Student, lesson)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Is_away_for_LiveKit_when_it_waits_with_what_is_written_and_keeps_none_of_it()
    {
        var lesson = await ALesson();
        var place = await ASoldPlace(lesson);
        var joined = LiveKitEvents.Joined(lesson.Room, place.Student, Sids.New("PA"), lesson.Start);
        await using var node = AnImpatientNode();
        var liveKit = new LiveKitServer(node);

        // Somebody else is about to write the same event, and does not say whether it will be there.
        await App.InDatabaseAsync(async db =>
        {
            await using var other = await db.Database.BeginTransactionAsync();
            db.Add(new WebhookEvent { Id = joined["id"]!.GetValue<string>(), Event = WebhookEvent.ParticipantJoined, OccurredAt = lesson.Start, ReceivedAt = lesson.Start });
            await db.SaveChangesAsync();
            return (await liveKit.Tells(joined)).MustBeRefused(503, "database_unavailable");
        });

        (await App.InDatabaseAsync(db => db.Set<WebhookEvent>().CountAsync())).ShouldBe(0);
        (await Attendance(place.Student, lesson)).ShouldBeNull();
        (await liveKit.Tells(joined)).Must(200).Message.ShouldBe("Attendance recorded");
        (await Attendance(place.Student, lesson)).ShouldNotBeNull();
    }

    private TalkConnectApp AnImpatientNode() => App.Another(
        ("ConnectionStrings:TalkConnect", new MySqlConnectionStringBuilder(App.ConnectionString) { DefaultCommandTimeout = 1 }.ToString()));

    private async Task WhileLockedAsync(string query, Func<Task> work)
    {
        await using var other = new MySqlConnection(App.ConnectionString);
        await other.OpenAsync();
        await using var transaction = await other.BeginTransactionAsync();
        await using var block = other.CreateCommand();
        block.Transaction = transaction;
        block.CommandText = query;
        await block.ExecuteScalarAsync();
        await work();
    }
}
