using System.Text.Json.Nodes;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TalkConnect.Application.Attendance;
using TalkConnect.Domain.Attendance;

namespace TalkConnect.Web.FunctionalTests.Attendance;

/// <summary>Webhooks that come at the same time share a commit, and none of them notices.</summary>
public abstract class IntakeTests(TalkConnectApp app) : FunctionalTest(app)
{
    [Fact]
    public async Task Hears_many_at_once_as_it_would_hear_them_one_by_one()
    {
        var lesson = await ALesson(price: 10);
        var places = new List<Place>();
        for (var number = 0; number < 12; number++)
        {
            places.Add(await ASoldPlace(lesson));
        }

        var told = new List<JsonObject>();
        foreach (var (student, index) in places.Select((place, index) => (place.Student, index)))
        {
            var sid = Sids.New("PA");
            told.Add(LiveKitEvents.Joined(lesson.Room, student, sid, lesson.Start));
            told.Add(LiveKitEvents.Left(lesson.Room, student, sid, lesson.Start, lesson.Minute(index + 1)));
        }

        // Each twice, all at once, in any order.
        var answers = await Task.WhenAll(told.Concat(told).OrderBy(one => one["id"]!.ToString(), StringComparer.Ordinal)
            .Select(one => Webhook(JsonNode.Parse(one.ToJsonString())!.AsObject())));

        answers.ShouldAllBe(answer => answer.Status == 200);
        answers.Count(answer => answer.Message == "Event already processed").ShouldBe(told.Count);
        foreach (var (student, index) in places.Select((place, index) => (place.Student, index)))
        {
            (await Attendance(student, lesson))!.AttendedSeconds.ShouldBe((index + 1) * 60);
        }
    }

    [Fact]
    public async Task Hears_what_is_new_in_a_group_where_something_is_repeated()
    {
        var lesson = await ALesson();
        var (first, second) = (await ASoldPlace(lesson), await ASoldPlace(lesson));
        LiveKitEvent Joins(Place place) => new(
            $"EV_{place.Student.Id}", WebhookEvent.ParticipantJoined, "RM_1", lesson.Room.Name, $"PA_{place.Student.Id}", place.Student.Id, IsPerson: true, lesson.Start, lesson.Start);

        // The second group finds out about the repetition by itself; the third expects it.
        var answers = new[] { await Hears(Joins(first)), await Hears(Joins(first), Joins(second), Joins(second)), await Hears(Joins(second)) };

        answers.Select(group => string.Join(", ", group.Select(answer => answer.Message))).ShouldBe(
            ["Attendance recorded", "Event already processed, Attendance recorded, Event already processed", "Event already processed"]);
        (await Attendance(second.Student, lesson)).ShouldNotBeNull();
    }

    private async Task<IReadOnlyList<WebhookAnswer>> Hears(params LiveKitEvent[] group)
    {
        await using var scope = App.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new HearLiveKitEvents(group));
    }

    [Theory]
    [InlineData("EV_'\"\\--;0x`")]
    [InlineData("EV_é日本😀")]
    [InlineData("EV_%_\u0001\u007f")]
    public async Task Knows_an_event_again_whatever_its_ids_are(string id)
    {
        var odd = $"o'\"\\{App.Provider}";
        var student = await APerson(Person.Student, id: odd);
        var first = await ALesson(courseId: "c'\"\\1");
        var lesson = new Lesson(first.Teacher, first.CourseId, "s'\"\\2", 2, App.Clock.Now, 60, 10);
        (await Api.Post(
            $"/api/courses/{Uri.EscapeDataString(lesson.CourseId)}/sessions",
            new { id = lesson.Id, session_number = 2, title = "Odd", scheduled_at = lesson.Start, duration_minutes = 60, price = 10 },
            lesson.Teacher)).Must(201);
        var told = LiveKitEvents.Joined(lesson.Room, student, $"PA_{id}", lesson.Start);
        told["id"] = id;

        var heard = await Webhook(told);
        var again = await Webhook(JsonNode.Parse(told.ToJsonString())!.AsObject());
        (await Webhook(LiveKitEvents.Left(lesson.Room, student, $"PA_{id}", lesson.Start, lesson.Minute(7)))).Must(200);

        await Finishes(lesson);
        heard.Must(200).Message.ShouldBe("Attendance recorded");
        again.Must(200).Message.ShouldBe("Event already processed");
        (await Attendance(student, lesson))!.AttendedSeconds.ShouldBe(420);
        (await Session(lesson)).Status.ShouldBe("completed");
    }

    [Fact]
    public async Task Answers_each_by_itself_when_one_of_a_group_is_refused()
    {
        var lesson = await ALesson(price: 10);
        var place = await ASoldPlace(lesson);
        var good = LiveKitEvents.Joined(lesson.Room, place.Student, Sids.New("PA"), lesson.Start);
        var bad = LiveKitEvents.RoomStarted(lesson.Room, lesson.Start);
        bad["room"] = "no object";

        var answers = await Task.WhenAll(Webhook(bad), Webhook(good), Webhook(bad));

        answers.Select(answer => answer.Status).ShouldBe([400, 200, 400]);
        (await Attendance(place.Student, lesson)).ShouldNotBeNull();
    }
}

[Collection(SqliteTests.Name)]
public sealed class IntakeTestsOnSqlite(SqliteApp app) : IntakeTests(app);

[Collection(MariaDbTests.Name)]
public sealed class IntakeTestsOnMariaDb(MariaDbApp app) : IntakeTests(app)
{
    /// <summary>LiveKit sends again what was refused with 503, and gives up what it waits too long for.</summary>
    [Fact]
    public async Task Refuses_more_than_may_wait_and_hears_the_others_when_it_can()
    {
        await using var node = App.Another(("LiveKit:Backlog", "2"));
        var liveKit = new LiveKitServer(node);
        var lesson = await ALesson(price: 10);
        var places = new[] { await ASoldPlace(lesson), await ASoldPlace(lesson), await ASoldPlace(lesson), await ASoldPlace(lesson) };
        Task<Answer> Joins(Place place) => liveKit.Tells(LiveKitEvents.Joined(lesson.Room, place.Student, Sids.New("PA"), lesson.Start));

        await using var scope = App.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Infrastructure.Persistence.TalkConnectDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.Database.ExecuteSqlAsync($"SELECT id FROM course_sessions WHERE id = {lesson.Id} FOR UPDATE");

        // The first is in the writer's hands and waits for the session; two may wait behind it.
        var first = Joins(places[0]);
        await IsLockedOut(db);
        var others = Enumerable.Range(0, 6).Select(index => Joins(places[1 + (index % 3)])).ToList();
        var refused = new List<Answer>();
        await foreach (var answer in Task.WhenEach(others))
        {
            refused.Add(await answer);
            if (refused.Count == 4)
            {
                break;
            }
        }

        refused.ForEach(answer => answer.MustBeRefused(503, "backlog_full"));
        refused.ShouldAllBe(answer => answer.Headers.RetryAfter == null);
        await transaction.RollbackAsync();
        (await first).Must(200);
        (await Task.WhenAll(others)).Count(answer => answer.Status == 200).ShouldBe(2);
        (await Joins(places[3])).Must(200);
    }

    private static async Task IsLockedOut(DbContext db)
    {
        int waiting;
        do
        {
            waiting = (await db.Database.SqlQuery<int>($"""
                SELECT COUNT(*) AS Value FROM information_schema.processlist
                WHERE db = DATABASE() AND info LIKE '%course_sessions c%FOR UPDATE%' AND info NOT LIKE '%processlist%'
                """).ToListAsync())[0];
        }
        while (waiting == 0);
    }
}
