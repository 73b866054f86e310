using System.Text.Json.Nodes;

namespace TalkConnect.Web.FunctionalTests.Attendance;

/// <summary>State follows from the set of events, never from their order or repetition.</summary>
public abstract class OrderTests(TalkConnectApp app) : FunctionalTest(app)
{
    public static TheoryData<string, string> Sets => new()
    {
        { nameof(TwoDevicesAndTheTeacher), "completed 55 attended 3300" },
        { nameof(ADecoyWhileSomebodyIsThere), "in_progress attended 1800" },
        { nameof(ADecoyAndTheRealEnd), "completed 50 attended 2700" },
        { nameof(ComingBackAfterTheEnd), "completed 58 attended 1560" },
        { nameof(ComingBackAndStaying), "in_progress attended 600" },
        { nameof(WithoutSids), "in_progress attended 900" },
        { nameof(SeveralEndsOfOneConnection), "in_progress attended 1200" },
    };

    [Theory]
    [MemberData(nameof(Sets))]
    public async Task Every_order_gives_the_same_result(string set, string expected)
    {
        var teacher = await ATeacher();
        var course = (await ALesson(teacher)).CourseId;
        var student = await AStudent(credit: 100_000);
        var events = Events(set);
        var number = 1;
        var results = new HashSet<string>();
        foreach (var order in Permutations(events(await ALessonIn(course, teacher, ++number), student).Count))
        {
            App.Clock.Now = SettableClock.Noon;
            var lesson = await ALessonIn(course, teacher, ++number);
            var place = await Buys(student, lesson);
            App.Clock.Now = lesson.End.AddMinutes(1);
            var told = events(lesson, student);
            foreach (var index in order)
            {
                (await Webhook(told[index])).Must(200);
            }

            results.Add(await Result(lesson, place));
        }

        results.ShouldHaveSingleItem().ShouldStartWith(expected);
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public async Task Repetition_changes_nothing(string set, string expected)
    {
        var lesson = await ALesson();
        var place = await ASoldPlace(lesson);
        var told = Events(set)(lesson, place.Student);
        App.Clock.Now = lesson.End.AddMinutes(1);
        foreach (var first in told)
        {
            (await Webhook(first)).Must(200).Message.ShouldNotBe("Event already processed");
        }

        var before = await Result(lesson, place);
        foreach (var again in told)
        {
            (await Webhook(again)).Must(200).Message.ShouldBe("Event already processed");
        }

        before.ShouldStartWith(expected);
        (await Result(lesson, place)).ShouldBe(before);
    }

    private static Func<Lesson, Person, IReadOnlyList<JsonObject>> Events(string set) => set switch
    {
        nameof(TwoDevicesAndTheTeacher) => TwoDevicesAndTheTeacher,
        nameof(ADecoyWhileSomebodyIsThere) => ADecoyWhileSomebodyIsThere,
        nameof(ADecoyAndTheRealEnd) => ADecoyAndTheRealEnd,
        nameof(ComingBackAfterTheEnd) => ComingBackAfterTheEnd,
        nameof(ComingBackAndStaying) => ComingBackAndStaying,
        nameof(WithoutSids) => WithoutSids,
        _ => SeveralEndsOfOneConnection,
    };

    private static IReadOnlyList<JsonObject> TwoDevicesAndTheTeacher(Lesson lesson, Person student) =>
    [
        LiveKitEvents.Joined(lesson.Room, student, "PA_1", lesson.Minute(0)),
        LiveKitEvents.Left(lesson.Room, student, "PA_1", lesson.Minute(0), lesson.Minute(20)),
        LiveKitEvents.Joined(lesson.Room, student, "PA_2", lesson.Minute(15)),
        LiveKitEvents.RoomFinished(lesson.Room, lesson.Minute(55)),
        LiveKitEvents.Joined(lesson.Room, lesson.Teacher, "PA_3", lesson.Minute(1)),
    ];

    private static IReadOnlyList<JsonObject> ADecoyWhileSomebodyIsThere(Lesson lesson, Person student) =>
    [
        LiveKitEvents.Joined(lesson.Room, student, "PA_1", lesson.Minute(0)),
        LiveKitEvents.RoomFinished(lesson.RoomOfLesson(99), lesson.Minute(10)),
        LiveKitEvents.Left(lesson.Room, student, "PA_1", lesson.Minute(0), lesson.Minute(30)),
    ];

    private static IReadOnlyList<JsonObject> ADecoyAndTheRealEnd(Lesson lesson, Person student) =>
    [
        LiveKitEvents.Left(lesson.Room, student, "PA_1", lesson.Minute(5), lesson.Minute(50)),
        LiveKitEvents.RoomFinished(lesson.RoomOfLesson(2), lesson.Minute(10)),
        LiveKitEvents.RoomFinished(lesson.RoomOfLesson(3), lesson.Minute(20)),
        LiveKitEvents.RoomFinished(lesson.Room, lesson.Minute(50)),
    ];

    private static IReadOnlyList<JsonObject> ComingBackAfterTheEnd(Lesson lesson, Person student)
    {
        var again = lesson.Room.OpenedAgain();
        return
        [
            LiveKitEvents.Left(lesson.Room, student, "PA_1", lesson.Minute(0), lesson.Minute(6)),
            LiveKitEvents.RoomFinished(lesson.Room, lesson.Minute(20)),
            LiveKitEvents.Left(again, student, "PA_2", lesson.Minute(30), lesson.Minute(50)),
            LiveKitEvents.RoomFinished(again, lesson.Minute(58)),
        ];
    }

    private static IReadOnlyList<JsonObject> ComingBackAndStaying(Lesson lesson, Person student) =>
    [
        LiveKitEvents.Left(lesson.Room, student, "PA_1", lesson.Minute(0), lesson.Minute(10)),
        LiveKitEvents.RoomFinished(lesson.Room, lesson.Minute(20)),
        LiveKitEvents.Joined(lesson.Room.OpenedAgain(), student, "PA_2", lesson.Minute(30)),
    ];

    private static IReadOnlyList<JsonObject> WithoutSids(Lesson lesson, Person student)
    {
        JsonObject Told(string name, int minute) => new()
        {
            ["event"] = name,
            ["room"] = new JsonObject { ["name"] = lesson.Room.Name },
            ["participant"] = new JsonObject { ["identity"] = student.Id },
            ["created_at"] = lesson.Minute(minute).ToUnixTimeSeconds(),
        };

        return [Told("participant_joined", 0), Told("participant_left", 10), Told("participant_joined", 20), Told("participant_left", 25)];
    }

    private static IReadOnlyList<JsonObject> SeveralEndsOfOneConnection(Lesson lesson, Person student) =>
    [
        LiveKitEvents.Joined(lesson.Room, student, "PA_1", lesson.Minute(0)),
        LiveKitEvents.Left(lesson.Room, student, "PA_1", lesson.Minute(0), lesson.Minute(30)),
        LiveKitEvents.Left(lesson.Room, student, "PA_1", lesson.Minute(0), lesson.Minute(20)),
        LiveKitEvents.Aborted(lesson.Room, student, "PA_1", lesson.Minute(0), lesson.Minute(10)),
    ];

    /// <summary>All that the events bear on, without what differs from session to session.</summary>
    private async Task<string> Result(Lesson lesson, Place place)
    {
        var session = await Session(lesson);
        var hold = await Hold(place);
        var student = (await Attendance(place.Student, lesson))!;
        var teacher = await Attendance(lesson.Teacher, lesson);
        var purchase = (await Api.Get("/api/me/purchases?limit=1", place.Student)).As<PageShape<PurchaseShape>>().Items.Single();
        var completed = session.CompletedAt is { } at ? $" {(at - lesson.Start).TotalMinutes}" : "";
        return $"{session.Status}{completed} attended {student.AttendedSeconds} {student.Status} {string.Join(',', student.Intervals)} "
            + $"{teacher?.AttendedSeconds} {hold.Status} {hold.DueAt:O} {purchase.Attended} {purchase.AttendanceDurationMinutes}";
    }

    private static IEnumerable<int[]> Permutations(int count) => count == 0
        ? [[]]
        : Permutations(count - 1).SelectMany(_ => Enumerable.Range(0, count), (order, place) => (int[])[.. order[..place], count - 1, .. order[place..]]);
}

[Collection(SqliteTests.Name)]
public sealed class OrderTestsOnSqlite(SqliteApp app) : OrderTests(app);

[Collection(MariaDbTests.Name)]
public sealed class OrderTestsOnMariaDb(MariaDbApp app) : OrderTests(app);
