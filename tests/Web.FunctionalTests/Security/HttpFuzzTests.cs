using CsCheck;
using Microsoft.EntityFrameworkCore;
using TalkConnect.Domain.Attendance;
using TalkConnect.Web.FunctionalTests.Doors;

namespace TalkConnect.Web.FunctionalTests.Security;

/// <summary>
/// What the parsers let through reaches the rules and the database: a smaller sample, over HTTP. A failure names its seed; run
/// it again with the environment variable CsCheck_Seed.
/// </summary>
public abstract class HttpFuzzTests(TalkConnectApp app) : FunctionalTest(app)
{
    // As many as the environment asks for (build/fuzz), or a smaller sample.
    private static readonly int Webhooks = int.TryParse(Environment.GetEnvironmentVariable("TALKCONNECT_FUZZ"), out var many) ? many : 1_200;
    private static readonly int Questions = Webhooks;

    /// <summary>Webhooks about a lesson that exists, with times of any century, signed as LiveKit signs.</summary>
    [Fact]
    public async Task A_signed_webhook_is_taken_or_a_mistake_and_the_money_stays_right()
    {
        var student = await APerson(Person.Student, id: "user_456");
        await Deposits(student, 300);

        // What the vectors tell of happened in January.
        var lesson = await ALesson(courseId: "123", start: DateTimeOffset.FromUnixTimeSeconds(1_768_481_400));
        await Buys(student, lesson);
        await Buys(student, await ALessonIn("123", lesson.Teacher, 2, start: lesson.Start));
        var (sent, taken, mistakes) = (0, 0, 0);

        await WebhookBodies.Changed.SampleAsync(
            async body =>
            {
                var answer = await LiveKit.TellsBytes(WebhookBodies.WithNewId(body, Interlocked.Increment(ref sent)));
                if (answer.Status == 200)
                {
                    Interlocked.Increment(ref taken);
                    answer.Message.ShouldNotBeNullOrEmpty();
                }
                else
                {
                    Interlocked.Increment(ref mistakes);
                    answer.MustBeRefused(400, "invalid_event");
                }
            },
            iter: Webhooks,
            print: WebhookBodies.Show);

        taken.ShouldBeGreaterThan(Webhooks / 10);
        mistakes.ShouldBeGreaterThan(Webhooks / 10);
        (await App.InDatabaseAsync(db => db.Set<WebhookEvent>().CountAsync())).ShouldBeInRange(Webhooks / 10, taken);
        (await Api.Get($"/api/sessions/{lesson.Id}/attendance?limit=100", Admin)).Must(200);
        App.Clock.Now = App.Clock.Now.AddDays(1);
        (await RunSettlement()).Failed.ShouldBe(0);
    }

    [Fact]
    public async Task A_question_is_answered_or_a_mistake()
    {
        var street = await AStreet();
        var reads = (await Operations.OfAsync(Api)).Where(operation => operation.Reads && (operation.Queries.Count > 0 || operation.Route.Contains('{', StringComparison.Ordinal))).ToArray();
        var questions = Gen.Select(Gen.OneOf(reads), Gen.Select(Gen.Int[0, 20], QueryTexts.All).Array[0, 4], QueryTexts.All, Gen.Int[0, 4]);
        var (answers, mistakes) = (0, 0);

        await questions.SampleAsync(
            async (operation, queries, id, of) =>
            {
                var answer = await Api.Get(Address(operation, queries, id, of, street), street.Of(operation.Caller()));
                Interlocked.Increment(ref answer.Status == 200 ? ref answers : ref mistakes);
                if (answer.Status == 200)
                {
                    answer.ContentType.ShouldBeOneOf("application/json", "text/csv");
                }
                else if (answer is not { Status: 400 or 404, Text: "" })
                {
                    answer.Status.ShouldBeOneOf(400, 404);
                    answer.MustBeRefused(answer.Status, answer.Code!);
                }
            },
            iter: Questions,
            print: question => $"{question.Item1.Name} {Address(question.Item1, question.Item2, question.Item3, question.Item4, street)}");

        answers.ShouldBeGreaterThan(Questions / 10);
        mistakes.ShouldBeGreaterThan(Questions / 10);
    }

    [Theory]
    [InlineData("UTC+7")]
    [InlineData("UTC+18")]
    [InlineData("UTC+19")]
    [InlineData("UTC-18:10")]
    [InlineData("utc")]
    public async Task An_offset_is_no_name_of_a_zone(string zone)
    {
        var teacher = await ATeacher();
        foreach (var route in new[] { "summary", "timeseries", "courses", "lines", "export.csv", "statements/2026-03" })
        {
            var answer = await Api.Get($"/api/revenue/{route}?time_zone={Uri.EscapeDataString(zone)}", teacher);

            answer.MustName("time_zone");
        }
    }

    /// <summary>Time has an end, and what is added to it then must not go past it.</summary>
    [Theory]
    [InlineData("253370764799", 200)]
    [InlineData("253370764800", 400)]
    [InlineData("253402300799", 400)]
    [InlineData("253402300800", 400)]
    public async Task A_lesson_may_end_shortly_before_the_end_of_time(string seconds, int status)
    {
        await using var server = App.Another(("Settlement:HoldPeriod", "P7D"));
        var lesson = await ALesson(start: App.Clock.Now);
        var place = await ASoldPlace(lesson);
        var told = LiveKitEvents.RoomFinished(lesson.Room, App.Clock.Now);
        told["createdAt"] = seconds;

        var answer = (await new LiveKitServer(server).Tells(told)).Must(status);

        if (status == 200)
        {
            answer.Message.ShouldBe("Session marked as completed");
            (await Hold(place)).DueAt.Year.ShouldBe(9999);
        }
        else
        {
            answer.MustBeRefused(400, "invalid_event");
        }

        foreach (var zone in new[] { "UTC", "Pacific/Kiritimati", "Etc/GMT%2B12" })
        {
            (await Api.Get($"/api/revenue/timeseries?interval=month&time_zone={zone}", lesson.Teacher)).Must(200);
        }

        (await Api.Get("/api/revenue/lines", lesson.Teacher)).Must(200);
        (await Api.Get("/api/revenue/summary", lesson.Teacher)).Must(200);
        (await Cancels(Admin, await ALessonIn(lesson.CourseId, lesson.Teacher, 2))).Status.ShouldBe("cancelled");
    }

    /// <summary>The operation about something that exists, or now and then about anything.</summary>
    private static string Address(Operation operation, (int Which, string Text)[] queries, string id, int of, Street street)
    {
        // A null byte is no part of an address, and one of dots is gone before anybody reads it.
        var name = Uri.EscapeDataString(id.Length == 0 || id.Trim('.').Length == 0 ? "x" : id.Replace('\0', '0'));
        var path = of == 0
            ? operation.Route.Replace("{id}", name, StringComparison.Ordinal).Replace("{month}", name, StringComparison.Ordinal)
            : street.Address(operation.Route);
        var asked = operation.Queries.Count == 0
            ? []
            : queries.Select(query => $"{operation.Queries[query.Which % operation.Queries.Count]}={Uri.EscapeDataString(query.Text)}");
        return $"{path}?{string.Join('&', asked)}";
    }

    private async Task<Street> AStreet()
    {
        var lesson = await ALesson(start: App.Clock.Now);
        var place = await ASoldPlace(lesson);
        await Stays(place.Student, lesson, lesson.Start, lesson.End);
        await Finishes(lesson);
        await RunSettlement();
        var withdrawal = (await Requests(lesson.Teacher, 20)).Must(201).As<WithdrawalShape>();
        return new Street(lesson, place, withdrawal.Id, await AStudent(credit: 100), await ATeacher(), Admin);
    }
}

[Collection(SqliteTests.Name)]
public sealed class HttpFuzzTestsOnSqlite(SqliteApp app) : HttpFuzzTests(app);

[Collection(MariaDbTests.Name)]
public sealed class HttpFuzzTestsOnMariaDb(MariaDbApp app) : HttpFuzzTests(app);
