using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Courses;
using TalkConnect.Infrastructure.Persistence;

namespace TalkConnect.Web.FunctionalTests.Attendance;

public abstract class RebuildTests(TalkConnectApp app) : FunctionalTest(app)
{
    private const string Path = "/api/admin/attendance/rebuild";

    [Fact]
    public async Task Finds_nothing_where_what_is_stored_follows_from_the_webhooks()
    {
        var lesson = await ALesson();
        var (settled, late) = (await ASoldPlace(lesson), await ASoldPlace(lesson));
        await Webhook(LiveKitEvents.RoomStarted(lesson.Room, lesson.Minute(-1)));
        await Stays(lesson.Teacher, lesson, lesson.Minute(0), lesson.Minute(60), Lost.Join);
        await Stays(settled.Student, lesson, lesson.Minute(1), lesson.Minute(30), Lost.Leave);
        await Stays(await AStudent(), lesson, lesson.Minute(5), lesson.Minute(6));
        await Joins(late.Student, lesson, lesson.Minute(20), "PA_9");
        await Webhook(LiveKitEvents.Aborted(lesson.Room, late.Student, "PA_9", lesson.Minute(20), lesson.Minute(40)));
        await Finishes(lesson);
        await ALesson();

        var rebuild = await Rebuild();

        (rebuild.Sessions, rebuild.Records, rebuild.Truncated).ShouldBe((2, 4, false));
        rebuild.Events.ShouldBe(8);
        rebuild.Differences.ShouldBeEmpty();
    }

    [Fact]
    public async Task Finds_each_field_that_somebody_changed()
    {
        var lesson = await ALesson();
        var place = await ASoldPlace(lesson);
        await Stays(place.Student, lesson, lesson.Minute(0), lesson.Minute(30));
        await Finishes(lesson);
        await ChangeAsync(db => db.Set<AttendanceRecord>()
            .ExecuteUpdateAsync(set => set
                .SetProperty(record => record.AttendedSeconds, 7)
                .SetProperty(record => record.Status, AttendanceStatus.Absent)));
        await ChangeAsync(db => db.Set<CourseSession>()
            .ExecuteUpdateAsync(set => set.SetProperty(session => session.CompletedAt, lesson.Minute(59))));

        var rebuild = await Rebuild(new { session_id = lesson.Id });

        rebuild.Differences.ShouldBe(
        [
            new(lesson.Id, null, "completed_at", Text(lesson.Minute(59)), Text(lesson.Minute(60))),
            new(lesson.Id, place.Student.Id, "attended_seconds", "7", "1800"),
            new(lesson.Id, place.Student.Id, "status", "absent", "present"),
        ]);
        (await Attendance(place.Student, lesson))!.AttendedSeconds.ShouldBe(7, "nothing is repaired");
    }

    [Fact]
    public async Task Finds_an_event_that_nothing_followed()
    {
        var lesson = await ALesson();
        var place = await ASoldPlace(lesson);
        await Stays(place.Student, lesson, lesson.Minute(0), lesson.Minute(30));
        await Finishes(lesson);
        await ChangeAsync(db => db.Set<AttendanceRecord>().ExecuteDeleteAsync());

        var difference = (await Rebuild()).Differences.Single();

        (difference.UserId, difference.Field, difference.Stored).ShouldBe((place.Student.Id, "record", null));
        difference.Rebuilt!.ShouldStartWith($"{Text(lesson.Minute(0))}/{Text(lesson.Minute(30))} left [");
    }

    [Fact]
    public async Task What_came_after_the_settlement_is_no_difference()
    {
        var lesson = await ALesson();
        var place = await ASoldPlace(lesson);
        await Stays(place.Student, lesson, lesson.Minute(0), lesson.Minute(30), sid: "PA_1");
        await Stays(lesson.Teacher, lesson, lesson.Minute(0), lesson.Minute(50));
        await Finishes(lesson);
        (await RunSettlement()).Released.ShouldBe(1);
        App.Clock.Now = App.Clock.Now.AddHours(1);
        (await Stays(place.Student, lesson, lesson.Minute(40), lesson.Minute(50))).Json.GetProperty("late").GetBoolean().ShouldBeTrue();
        await Webhook(LiveKitEvents.Left(lesson.Room, place.Student, "PA_1", lesson.Minute(0), lesson.Minute(10)));
        await Stays(lesson.Teacher, lesson, lesson.Minute(52), lesson.Minute(55));
        await Webhook(LiveKitEvents.RoomFinished(lesson.Room, lesson.Minute(62)));

        (await Rebuild()).Differences.ShouldBeEmpty();
    }

    [Fact]
    public async Task Sessions_that_the_clock_completed_or_that_were_cancelled_differ_in_nothing()
    {
        var lesson = await ALesson();
        var place = await ASoldPlace(lesson);
        await Joins(place.Student, lesson, lesson.Minute(10), "PA_1");
        var cancelled = await ALesson();
        var another = await ASoldPlace(cancelled);
        await Joins(another.Student, cancelled, cancelled.Minute(10), "PA_2");
        await Cancels(cancelled.Teacher, cancelled);
        await Webhook(LiveKitEvents.Left(cancelled.Room, another.Student, "PA_2", cancelled.Minute(10), cancelled.Minute(20)));
        App.Clock.Now = lesson.LastEntry.AddMinutes(1);
        await RunSettlement();
        await Webhook(LiveKitEvents.Left(lesson.Room, place.Student, "PA_1", lesson.Minute(10), lesson.Minute(50)));

        (await Rebuild()).Differences.ShouldBeEmpty();
        (await Session(lesson)).Status.ShouldBe("completed");
    }

    [Fact]
    public async Task Whoever_was_in_the_room_before_they_bought_differs_in_nothing()
    {
        var lesson = await ALesson();
        var student = await AStudent(credit: lesson.Price);
        await Stays(student, lesson, lesson.Minute(0), lesson.Minute(30));
        (await Session(lesson)).Status.ShouldBe("scheduled");

        await Buys(student, lesson);

        (await Session(lesson)).Status.ShouldBe("in_progress");
        (await Rebuild()).Differences.ShouldBeEmpty();
    }

    [Fact]
    public async Task Looks_only_at_what_is_asked_for()
    {
        var first = await ALesson(start: App.Clock.Now.AddHours(1));
        var second = await ALesson(start: App.Clock.Now.AddHours(3));

        (await Rebuild(new { from = second.Start })).Sessions.ShouldBe(1);
        (await Rebuild(new { to = second.Start })).Sessions.ShouldBe(1);
        (await Rebuild(new { from = first.Start, to = second.Start.AddSeconds(1) })).Sessions.ShouldBe(2);
        (await Rebuild(new { session_id = first.Id })).Sessions.ShouldBe(1);
        (await Api.Post(Path, new { session_id = "no-such-session" }, Admin)).MustBeRefused(404, "session_not_found");
        (await Api.Post(Path, new { session_id = "a b", from = "then", to = 7 }, Admin)).MustName("session_id", "from", "to");
        (await Api.Post(Path, new { from = second.Start, to = first.Start }, Admin)).MustName("to");
        (await Api.Post(Path, new { }, first.Teacher)).MustBeRefused(403, "forbidden");
    }

    [Fact]
    public async Task Goes_through_all_sessions_and_lists_the_first_thousand_differences()
    {
        var teacher = await ATeacher();
        var lesson = await ALesson(teacher);
        for (var number = 2; number <= 50; number++)
        {
            await ALessonIn(lesson.CourseId, teacher, number);
        }

        var people = new List<Person>();
        for (var number = 1; number <= 21; number++)
        {
            people.Add(await AStudent());
        }

        await ChangeAsync(async db =>
        {
            var sessions = await db.Set<CourseSession>().Select(session => session.Id).ToListAsync();
            db.AddRange(sessions.SelectMany(session => people.Select(person => new WebhookEvent
            {
                Id = $"{session}-{person.Id}",
                Event = WebhookEvent.ParticipantJoined,
                RoomName = lesson.Room.Name,
                Identity = person.Id,
                IsPerson = true,
                OccurredAt = lesson.Start,
                ReceivedAt = lesson.Start,
                SessionId = session,
            })));
            return await db.SaveChangesAsync();
        });

        var rebuild = await Rebuild();

        // Of each person in each session the record is missing.
        (rebuild.Sessions, rebuild.Events, rebuild.Differences.Count, rebuild.Truncated).ShouldBe((50, 1050, 1000, true));
    }

    [Fact]
    public async Task Is_noted_in_the_audit_trail()
    {
        var lesson = await ALesson();

        var rebuild = await Rebuild(new { session_id = lesson.Id });

        var trail = (await Api.Get($"/api/admin/audit?subject_type=attendance_rebuild&subject_id={rebuild.Id}", Admin)).Must(200);
        trail.Text.ShouldContain("\"attendance_rebuilt\"");
        trail.Text.ShouldContain($"\"session_id\":\"{lesson.Id}\"");
    }

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private async Task<RebuildShape> Rebuild(object? body = null) => (await Api.Post(Path, body, Admin)).Must(200).As<RebuildShape>();

    private Task<int> ChangeAsync(Func<TalkConnectDbContext, Task<int>> change) => App.InDatabaseAsync(change);

    private sealed record RebuildShape(string Id, int Sessions, int Records, int Events, IReadOnlyList<DifferenceShape> Differences, bool Truncated);

    private sealed record DifferenceShape(string SessionId, string? UserId, string Field, string? Stored, string? Rebuilt);
}

[Collection(SqliteTests.Name)]
public sealed class RebuildTestsOnSqlite(SqliteApp app) : RebuildTests(app);

[Collection(MariaDbTests.Name)]
public sealed class RebuildTestsOnMariaDb(MariaDbApp app) : RebuildTests(app);
