namespace TalkConnect.Web.FunctionalTests.Processes;

/// <summary>Fills a server with people and sold places, over HTTP, in the real present.</summary>
internal sealed class Marketplace(Api api)
{
    private readonly DateTimeOffset _start = TimeProvider.System.GetUtcNow().AddMinutes(-65);
    private readonly LiveKitServer _liveKit = new(api, TimeProvider.System);
    private int _sessions;

    public Person Admin { get; } = Someone("admin");

    public Person Teacher { get; private set; } = null!;

    public string Course { get; private set; } = "";

    public static Person Someone(string role) => new(Guid.CreateVersion7().ToString(), role);

    /// <summary>A referred teacher with a course.</summary>
    public async Task OpenAsync()
    {
        var referrer = await AddAsync("teacher");
        Teacher = await AddAsync("teacher", referrer.Id);
        Course = (await api.Post("/api/courses", new { title = "Spanish" }, Teacher)).Must(201).As<CourseShape>().Id;
    }

    public async Task<Person> AddAsync(string role, string? referredBy = null)
    {
        var person = Someone(role);
        (await api.Put($"/api/admin/users/{person.Id}", new { name = "Somebody", email = "somebody@example.org", role, referred_by = referredBy }, Admin)).Must(201);
        return person;
    }

    public async Task<Person> AddStudentAsync(decimal credit)
    {
        var student = await AddAsync("student");
        (await api.Post($"/api/admin/users/{student.Id}/deposits", new { amount = credit, external_reference = student.Id }, Admin)).Must(201);
        return student;
    }

    /// <summary>A session of an hour that ended five minutes ago.</summary>
    public async Task<SessionShape> ScheduleAsync(decimal price) => (await api.Post(
        $"/api/courses/{Course}/sessions",
        new
        {
            session_number = Interlocked.Increment(ref _sessions),
            title = "Verbs",
            scheduled_at = _start,
            duration_minutes = 60,
            price,
        },
        Teacher)).Must(201).As<SessionShape>();

    public Task<Answer> BuyAsync(SessionShape session, Person student) => api.Post($"/api/sessions/{session.Id}/purchase", null, student);

    /// <summary>Tells that somebody was there for so many minutes from the start.</summary>
    public async Task AttendAsync(SessionShape session, Person person, int minutes) => (await _liveKit.Tells(
        LiveKitEvents.Left(RoomOf(session), person, Sids.New("PA"), _start, _start.AddMinutes(minutes)))).Must(200);

    /// <summary>Tells that the room closed at the scheduled end.</summary>
    public async Task FinishAsync(SessionShape session) =>
        (await _liveKit.Tells(LiveKitEvents.RoomFinished(RoomOf(session), _start.AddMinutes(60)))).Must(200);

    public Task<Answer> RunSettlementAsync() => api.Post("/api/admin/settlements/run", null, Admin);

    public async Task<decimal> BalanceAsync(Person person) => (await api.Get("/api/me/wallet", person)).Must(200).As<WalletShape>().CreditBalance;

    /// <summary>How long somebody was at their only session.</summary>
    public async Task<int> AttendedSecondsAsync(Person person) =>
        (await api.Get("/api/me/attendance", person)).Must(200).As<PageShape<AttendanceShape>>().Items.Single().AttendedSeconds;

    /// <summary>How many holds have that status; at most a hundred are looked at.</summary>
    public async Task<int> CountAsync(string status) =>
        (await api.Get($"/api/admin/holds?status={status}&limit=100", Admin)).Must(200).As<PageShape<HoldShape>>().Items.Count;

    public async Task TheBooksMustBalanceAsync()
    {
        var verification = (await api.Get("/api/admin/ledger/verification", Admin)).Must(200).As<VerificationShape>();
        verification.Violations.ShouldBeEmpty();
        verification.Ok.ShouldBeTrue();
    }

    private static Room RoomOf(SessionShape session) => new($"RM_{session.SessionNumber}", session.Room);
}
