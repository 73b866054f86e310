using System.Text.Json.Nodes;

namespace TalkConnect.DevTools.Demo;

/// <summary>The story: three lessons that are over, one of which needs an admin, one that runs and one still to come.</summary>
internal sealed record SchoolDay(Person Rosa, Person Thomas, Person Ana, Person Ben, Person Cleo)
{
    private const string Recorder = "EG_demoRecorder";

    public required Session Cafe { get; init; }

    public required Session Hello { get; init; }

    /// <summary>Ben's leave gets lost, and Cleo objects.</summary>
    public required Session Doubtful { get; init; }

    public required Session Running { get; init; }

    public required Session Tomorrow { get; init; }

    /// <summary>What is over ended five minutes ago: late enough to settle, too early for the server to end it by itself.</summary>
    public static async Task<SchoolDay> Prepare(School school)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds());
        var rosa = await school.Enrol("Rosa", "teacher");
        var thomas = await school.Enrol("Thomas", "teacher", referredBy: rosa);
        var english = await school.OpenCourse(thomas, "English for travellers");
        var spanish = await school.OpenCourse(rosa, "Spanish from the start");
        return new SchoolDay(
            rosa,
            thomas,
            await school.EnrolStudent("Ana"),
            await school.EnrolStudent("Ben"),
            await school.EnrolStudent("Cleo"))
        {
            Cafe = await school.Schedule(english, 1, "Ordering in a café", thomas, now.AddMinutes(-65), 60, 20.00m),
            Hello = await school.Schedule(spanish, 1, "Saying hello", rosa, now.AddMinutes(-50), 45, 35.00m),
            Doubtful = await school.Schedule(english, 3, "Telling the time", thomas, now.AddMinutes(-40), 30, 15.00m),
            Running = await school.Schedule(english, 2, "Asking the way", thomas, now.AddMinutes(-10), 60, 20.00m),
            Tomorrow = await school.Schedule(spanish, 2, "Counting to ten", rosa, now.AddDays(1), 45, 35.00m),
        };
    }

    public async Task<IReadOnlyList<Place>> Sell(School school) =>
    [
        await school.Buy(Cafe, Ana, "stayed", attendsEnough: true),
        await school.Buy(Cafe, Ben, "dropped and came back", attendsEnough: true),
        await school.Buy(Cafe, Cleo, "left too early", attendsEnough: false),
        await school.Buy(Hello, Ana, "never came", attendsEnough: false),
        await school.Buy(Hello, Cleo, "stayed", attendsEnough: true),
        await school.Buy(Doubtful, Ben, "may have left", attendsEnough: true) with { Waits = "needs_review" },
        await school.Buy(Doubtful, Cleo, "objects", attendsEnough: true) with { Waits = "disputed" },
        await school.Buy(Running, Ana, "is there now", attendsEnough: true),
        await school.Buy(Tomorrow, Ben, "is going to come", attendsEnough: true),
    ];

    public async Task Teach(Api api)
    {
        var cafe = new Classroom(api, Cafe);
        await cafe.Play(
            new Stay(Thomas.Id, Cafe.Start.AddMinutes(-1), Cafe.End),
            new Stay(Recorder, Cafe.Start, Cafe.End) { IsRecorder = true },
            new Stay(Ana.Id, Cafe.Start.AddSeconds(30), Cafe.End.AddSeconds(-10)),
            new Stay(Ben.Id, Cafe.Start.AddMinutes(2), Cafe.Start.AddMinutes(10)) { Dropped = true },
            new Stay(Ben.Id, Cafe.Start.AddMinutes(14), Cafe.End),
            new Stay(Cleo.Id, Cafe.Start.AddMinutes(1), Cafe.Start.AddMinutes(6)));
        await cafe.Finish();

        var hello = new Classroom(api, Hello);
        await hello.Play(new Stay(Rosa.Id, Hello.Start, Hello.End), new Stay(Cleo.Id, Hello.Start.AddMinutes(3), Hello.End));
        await hello.Finish();

        var doubtful = new Classroom(api, Doubtful);
        await doubtful.Play(
            new Stay(Thomas.Id, Doubtful.Start, Doubtful.End),
            new Stay(Ben.Id, Doubtful.Start.AddMinutes(2)),
            new Stay(Cleo.Id, Doubtful.Start.AddMinutes(1), Doubtful.End));
        await doubtful.Finish();

        await new Classroom(api, Running).Play(new Stay(Thomas.Id, Running.Start), new Stay(Ana.Id, Running.Start.AddMinutes(1)));
    }

    public static async Task Dispute(Api api, IEnumerable<Place> places)
    {
        foreach (var place in places.Where(place => place.Waits == "disputed"))
        {
            var objection = new JsonObject { ["reason"] = "I could not hear the teacher." };
            await api.Post($"api/holds/{place.HoldId}/dispute", place.Student, objection, expected: 200);
        }
    }

    public async Task ExpectToHaveHappened(Api api, Person admin)
    {
        foreach (var (session, expected) in new[]
            { (Cafe, "completed"), (Hello, "completed"), (Doubtful, "completed"), (Running, "in_progress"), (Tomorrow, "scheduled") })
        {
            var status = (await api.Get($"api/sessions/{session.Id}", admin)).Text("status");
            Expect.That(status == expected, $"'{session.Title}' should be {expected}, but it is {status}.");
        }

        var attendance = (await api.Get($"api/sessions/{Cafe.Id}/attendance", Thomas)).ToJsonString();
        Expect.That(attendance.Contains(Ana.Id, StringComparison.Ordinal), "Ana's attendance is missing.");
        Expect.That(!attendance.Contains(Recorder, StringComparison.Ordinal), "The recorder must not have an attendance.");
    }
}
