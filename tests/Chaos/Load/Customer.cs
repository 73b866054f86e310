using System.Globalization;

namespace TalkConnect.Chaos.Load;

/// <summary>A student and a teacher who use the platform again and again.</summary>
internal sealed class Customer(Client client, int number)
{
    private const decimal Price = 10.05m;

    private readonly Person _student = Crowd.Someone(Person.Student);
    private readonly Person _teacher = Crowd.Someone(Person.Teacher);
    private readonly string _course = $"course-{number}-{Guid.CreateVersion7():N}"[..36];
    private int _sessions;

    /// <summary>What was done and confirmed: the kind, and what names it.</summary>
    public List<(string Kind, string Name)> Deeds { get; } = [];

    /// <summary>How the hold of each session is to be settled, by the share of it that the student was there.</summary>
    public Dictionary<string, string> Outcomes { get; } = [];

    public async Task OpenAsync(string referrer)
    {
        await AddAsync(client, _student, null);
        await AddAsync(client, _teacher, referrer);
        await client.Post("/api/courses", new { title = "Spanish", id = _course }, _teacher, "", 201, 409);
    }

    public static Task AddAsync(Client client, Person person, string? referredBy) => client.Put(
        $"/api/admin/users/{person.Id}", new { name = "Somebody", email = "somebody@example.org", role = person.Role, referred_by = referredBy }, Crowd.Admin);

    /// <summary>One lesson from the deposit to the withdrawal.</summary>
    public async Task ActAsync()
    {
        var lesson = ++_sessions;
        var name = string.Create(CultureInfo.InvariantCulture, $"{number}-{lesson}-{_student.Id[^6..]}");
        await DoAsync("deposit", name, $"/api/admin/users/{_student.Id}/deposits", new { amount = 20.10m, external_reference = name }, Crowd.Admin);
        await DoAsync("admin_credit", name, $"/api/admin/users/{_teacher.Id}/credits", new { amount = 5m, reason = "a gift" }, Crowd.Admin);
        await DoAsync("admin_debit", name, $"/api/admin/users/{_teacher.Id}/debits", new { amount = 1m, reason = "a fee" }, Crowd.Admin);

        var session = $"s-{name}";
        var start = TimeProvider.System.GetUtcNow().AddMinutes(-65);
        await client.Post(
            $"/api/courses/{_course}/sessions",
            new { id = session, session_number = lesson, title = "Verbs", scheduled_at = start, duration_minutes = 60, price = Price },
            _teacher, "", 201, 409);
        await DoAsync("purchase", name, $"/api/sessions/{session}/purchase", null, _student);

        var room = new Room($"RM_{name}", $"course_{_course}_session_{lesson}_lesson_1");
        var minutes = lesson % 2 == 0 ? 30 : 11;
        Outcomes[session] = minutes * 5 >= 60 ? "released" : "refunded";
        await TellAsync(LiveKitEvents.Left(room, _student, Sids.New("PA"), start, start.AddMinutes(minutes)));
        await TellAsync(LiveKitEvents.RoomFinished(room, start.AddMinutes(60)));
        if (lesson % 4 == number % 4)
        {
            await client.Post("/api/admin/settlements/run", null, Crowd.Admin, $"run-{name}", 200);
        }

        if (lesson % 3 == 0)
        {
            await WithdrawAsync(name, lesson);
        }
    }

    /// <summary>Looks for each deed in the ledger and in the inbox.</summary>
    public async Task FindAsync(Api api, Found found)
    {
        var books = new Books(api, Crowd.Admin);
        var lines = (await books.Lines(_student.Id)).Concat(await books.Lines(_teacher.Id)).ToList();
        foreach (var kind in Deeds.Where(deed => deed.Kind != "webhook").GroupBy(deed => deed.Kind))
        {
            found.Look($"{kind.Key} of {_student.Id} and {_teacher.Id}", kind.Count(), lines.Count(line => line.Type == kind.Key && line.ReferenceType != "payment_hold" && IsFirst(line)));
        }

        // A webhook shows in what follows from it: each session has its student's attendance.
        var attended = (await new Books(api, _student).All<AttendanceShape>("/api/me/attendance")).Sum(record => record.Intervals.Count);
        found.Look($"stays of {_student.Id}", Deeds.Count(deed => deed.Kind == "webhook" && deed.Name == "participant_left"), attended);
    }

    /// <summary>A rejected withdrawal gives the money back in a line of another kind.</summary>
    private static bool IsFirst(TransactionShape line) => line.Type != "refund";

    private async Task WithdrawAsync(string name, int lesson)
    {
        var body = new { amount = 10m, bank_account_info = new { bank_name = "B", account_number = "1234-5678", account_name = "A" } };
        var asked = await DoAsync("withdrawal", name, "/api/withdrawals", body, _teacher);
        if (asked.Status != 201)
        {
            return;
        }

        var id = asked.As<WithdrawalShape>().Id;
        await client.Post($"/api/admin/withdrawals/{id}/approve", null, Crowd.Admin, $"approve-{name}", 200);
        if (lesson % 2 == 0)
        {
            await client.Post($"/api/admin/withdrawals/{id}/complete", new { bank_reference = name }, Crowd.Admin, $"complete-{name}", 200);
        }
        else
        {
            await client.Post($"/api/admin/withdrawals/{id}/reject", new { reason = "The name does not match." }, Crowd.Admin, $"reject-{name}", 200);
        }
    }

    private async Task<Answer> DoAsync(string kind, string name, string path, object? body, Person asking)
    {
        var answer = await client.Post(path, body, asking, $"{kind}-{name}", 200, 201);
        if (answer.Status is 200 or 201)
        {
            Deeds.Add((kind, name));
        }

        return answer;
    }

    private async Task TellAsync(System.Text.Json.Nodes.JsonObject told)
    {
        await client.Tell(told.ToJsonString());
        Deeds.Add(("webhook", (string)told["event"]!));
    }
}
