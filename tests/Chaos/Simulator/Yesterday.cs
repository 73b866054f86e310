namespace TalkConnect.Chaos.Simulator;

/// <summary>An uneventful day before, so that there is something to compare the evening with.</summary>
internal static class Yesterday
{
    private const int Sessions = 3;
    private const int Students = 80;

    public static async Task PlayAsync(TalkConnectApp node)
    {
        var api = new Api(node);
        var liveKit = new LiveKitServer(node);
        var teacher = new Person("yesterday-teacher", Person.Teacher);
        var start = node.Clock.Now;
        await AddAsync(api, teacher);
        (await api.Post("/api/courses", new { title = "Latin", id = "yesterday" }, teacher)).Must(201);
        for (var session = 1; session <= Sessions; session++)
        {
            var body = new { id = $"y{session}", session_number = session, title = "Verbs", scheduled_at = start, duration_minutes = 60, price = 10m };
            (await api.Post("/api/courses/yesterday/sessions", body, teacher)).Must(201);
        }

        await Parallel.ForAsync(0, Students, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (number, _) =>
        {
            var student = new Person($"yesterday-{number}", Person.Student);
            await AddAsync(api, student);
            (await api.Post($"/api/admin/users/{student.Id}/deposits", new { amount = Sessions * 10m, external_reference = $"bank-{student.Id}" }, Stage.Admin)).Must(201);
            for (var session = 1; session <= Sessions; session++)
            {
                (await api.Post($"/api/sessions/y{session}/purchase", null, student)).Must(201);
                if (number % 10 > 0)
                {
                    (await liveKit.Tells(LiveKitEvents.Left(Room(session), student, $"PA_y{session}-{number}", start, start.AddMinutes(50)))).Must(200);
                }
            }
        });
        node.Clock.Now = start.AddMinutes(61);
        for (var session = 1; session <= Sessions; session++)
        {
            (await liveKit.Tells(LiveKitEvents.RoomFinished(Room(session), node.Clock.Now))).Must(200);
        }

        (await api.Post("/api/admin/settlements/run", null, Stage.Admin)).Must(200);
    }

    private static Room Room(int session) => new($"RM_y{session}", $"course_yesterday_session_{session}_lesson_1");

    private static async Task AddAsync(Api api, Person person) =>
        (await api.Put($"/api/admin/users/{person.Id}", new { name = "Somebody", email = "somebody@example.org", role = person.Role }, Stage.Admin)).Must(201);
}
