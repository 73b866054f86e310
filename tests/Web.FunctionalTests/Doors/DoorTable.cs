namespace TalkConnect.Web.FunctionalTests.Doors;

/// <summary>A route, and what each caller hears there: a status, and the code where it is a refusal.</summary>
public sealed record Door(string Method, string Route, string[] Heard, Func<Street, Caller, object?>? Body = null)
{
    public string Name => $"{Method} {Route}";

    public string Expected(Caller caller) => Heard[(int)caller];
}

/// <summary>Every door of the server. One that is missing here fails a test.</summary>
public static class DoorTable
{
    private const string NoToken = "401 unauthorized";
    private const string Role = "403 forbidden";
    private const string NoSession = "404 session_not_found";
    private const string NoHold = "404 hold_not_found";
    private const string NoPause = "404 pause_not_found";
    private const string NoWithdrawal = "404 withdrawal_not_found";
    private const string Stranger = "403 not_a_participant";

    private static readonly string[] Anybody = ["200", "200", "200", "200", "200", "200"];
    private static readonly string[] Teachers = [NoToken, Role, Role, "200", "200", Role];
    private static readonly string[] SignedIn = [NoToken, "200", "200", "200", "200", "200"];

    public static IReadOnlyDictionary<string, Door> All { get; } = new Door[]
    {
        new("GET", "/health/live", Anybody),
        new("GET", "/health/ready", Anybody),
        new("GET", "/metrics", Anybody),
        new("GET", "/openapi/v1.json", Anybody),
        new("GET", "/docs/{documentName?}", Anybody),
        new("GET", "/docs/scalar.js", Anybody),
        new("GET", "/docs/scalar.aspnetcore.js", Anybody),
        new("GET", "/docs/favicon.svg", Anybody),

        // The framework puts this one there for its own tests.
        new("GET", "/_test_url_cache_", [.. Enumerable.Repeat("404 not_found", 6)]),
        new("POST", "/api/webhooks/livekit", [.. Enumerable.Repeat("401 invalid_signature", 6)], Body: (_, _) => new { @event = "room_finished" }),

        new("PUT", "/api/admin/users/{id}", Admins("200"), (_, _) => new { name = "A student", email = "a@example.org", role = "student" }),
        new("GET", "/api/admin/users", Admins("200")),
        new("GET", "/api/admin/users/{id}", Admins("200")),
        new("GET", "/api/admin/users/{id}/transactions", Admins("200")),
        new("POST", "/api/admin/users/{id}/deposits", Admins("201"), (street, _) => new { amount = 1, external_reference = street.Place.HoldId }),
        new("POST", "/api/admin/users/{id}/credits", Admins("201"), (_, _) => new { amount = 1, reason = "gift" }),
        new("POST", "/api/admin/users/{id}/debits", Admins("409 insufficient_balance"), (_, _) => new { amount = 1, reason = "mistake" }),
        new("GET", "/api/admin/ledger/verification", Admins("200")),
        new("GET", "/api/admin/holds", Admins("200")),
        new("GET", "/api/admin/settlements", Admins("200")),
        new("GET", "/api/admin/settlements/pauses", Admins("200")),
        new("GET", "/api/admin/settlements/pauses/{id}", Admins(NoPause)),
        new("GET", "/api/admin/settlements/pauses/{id}/decisions", Admins(NoPause)),
        new("POST", "/api/admin/settlements/pauses/{id}/proceed", Admins(NoPause), (_, _) => new { reason = "It is right." }),
        new("POST", "/api/admin/settlements/pauses/{id}/dismiss", Admins(NoPause), (_, _) => new { reason = "It is wrong." }),
        new("POST", "/api/admin/settlements/run", Admins("200")),

        new("POST", "/api/admin/policies/simulate", Admins("200"), (_, _) => new { from = "2026-01-01T00:00:00Z", to = "2026-02-01T00:00:00Z" }),
        new("POST", "/api/admin/attendance/rebuild", Admins("200")),

        new("POST", "/api/courses", [NoToken, Role, Role, "201", "201", "201"], (street, caller) => caller is Caller.Admin
            ? new { title = "Greek", teacher_id = street.OtherTeacher.Id }
            : new { title = "Greek" }),
        new("POST", "/api/courses/{id}/sessions", [NoToken, Role, Role, "201", "404 course_not_found", "201"], (street, _) => new
        {
            session_number = 2,
            title = "Two",
            scheduled_at = street.Lesson.End,
            duration_minutes = 60,
            price = 1,
        }),
        new("GET", "/api/courses/{id}", SignedIn),
        new("GET", "/api/sessions", SignedIn),
        new("GET", "/api/sessions/{id}", SignedIn),
        new("POST", "/api/sessions/{id}/purchase", [NoToken, "409 already_purchased", "201", Role, Role, Role]),
        new("POST", "/api/sessions/{id}/join", [NoToken, "200", Stranger, "200", Stranger, Stranger]),
        new("POST", "/api/sessions/{id}/cancel", [NoToken, Role, Role, "200", NoSession, "200"]),
        new("GET", "/api/sessions/{id}/attendance", [NoToken, Role, Role, "200", NoSession, "200"]),

        new("GET", "/api/me/attendance", SignedIn),
        new("GET", "/api/me/wallet", SignedIn),
        new("GET", "/api/me/transactions", SignedIn),
        new("GET", "/api/me/purchases", SignedIn),
        new("POST", "/api/holds/{id}/dispute", [NoToken, "200", NoHold, Role, Role, Role], (_, _) => new { reason = "The teacher never came." }),
        new("POST", "/api/admin/holds/{id}/resolve", Admins("409 not_frozen"), (_, _) => new { decision = "refund", reason = "Nobody was there." }),
        new("GET", "/api/holds/{id}", [NoToken, "200", NoHold, "200", NoHold, "200"]),
        new("GET", "/api/holds/{id}/evidence", [NoToken, "200", NoHold, "200", NoHold, "200"]),
        new("GET", "/api/admin/sessions/{id}/evidence", Admins("200")),
        new("GET", "/api/holds/{id}/receipt", [NoToken, "404 not_settled", NoHold, "404 not_settled", NoHold, "404 not_settled"]),

        new("POST", "/api/withdrawals", [NoToken, Role, Role, "201", "409 insufficient_balance", Role], (_, _) => new
        {
            amount = 10,
            bank_account_info = new { bank_name = "A bank", account_number = "12345678", account_name = "A teacher" },
        }),
        new("GET", "/api/withdrawals", [NoToken, Role, Role, "200", "200", Role]),
        new("GET", "/api/withdrawals/{id}", [NoToken, Role, Role, "200", NoWithdrawal, Role]),
        new("GET", "/api/withdrawals/{id}/lines", [NoToken, Role, Role, "200", NoWithdrawal, "200"]),
        new("POST", "/api/withdrawals/{id}/cancel", [NoToken, Role, Role, "200", NoWithdrawal, Role]),
        new("GET", "/api/admin/withdrawals", Admins("200")),
        new("GET", "/api/admin/withdrawals/{id}", Admins("200")),
        new("POST", "/api/admin/withdrawals/{id}/approve", Admins("200")),
        new("POST", "/api/admin/withdrawals/{id}/complete", Admins("409 invalid_transition"), (_, _) => new { bank_reference = "T1" }),
        new("POST", "/api/admin/withdrawals/{id}/reject", Admins("200"), (_, _) => new { reason = "no" }),
        new("GET", "/api/revenue/summary", Teachers),
        new("GET", "/api/revenue/timeseries", Teachers),
        new("GET", "/api/revenue/courses", Teachers),
        new("GET", "/api/revenue/lines", Teachers),
        new("GET", "/api/revenue/export.csv", Teachers),
        new("GET", "/api/revenue/statements/{month}", Teachers),
        new("GET", "/api/settings", Anybody),
        new("GET", "/api/admin/audit", Admins("200")),
    }.ToDictionary(door => door.Name);

    private static string[] Admins(string heard) => [NoToken, Role, Role, Role, Role, heard];
}
