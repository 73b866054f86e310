namespace TalkConnect.Web.FunctionalTests.Audit;

public abstract class AuditTests(TalkConnectApp app) : FunctionalTest(app)
{
    [Fact]
    public async Task Tells_who_moved_a_withdrawal_when_and_from_where()
    {
        var (teacher, withdrawal) = await AWithdrawal(50);
        App.Clock.Now += TimeSpan.FromMinutes(1);
        (await Moves(withdrawal, "approve")).Must(200);
        App.Clock.Now += TimeSpan.FromMinutes(1);
        (await Api.Get($"/api/admin/withdrawals/{withdrawal.Id}", Admin)).Must(200);
        App.Clock.Now += TimeSpan.FromMinutes(1);
        (await Moves(withdrawal, "complete")).Must(200);

        var trail = await Trail($"subject_type=withdrawal&subject_id={withdrawal.Id}");

        trail.Select(entry => (entry.Action, entry.ActorId, entry.ActorRole)).ShouldBe(
        [
            ("withdrawal_completed", Admin.Id, "admin"), ("bank_data_revealed", Admin.Id, "admin"),
            ("withdrawal_approved", Admin.Id, "admin"), ("withdrawal_requested", teacher.Id, "teacher"),
        ]);
        trail[0].At.ShouldBe(App.Clock.Now);
        trail[0].Address.ShouldNotBeNullOrEmpty();
        trail[0].Before!.Value.GetProperty("status").GetString().ShouldBe("processing");
        trail[0].After!.Value.GetProperty("status").GetString().ShouldBe("completed");
        trail[0].After!.Value.GetProperty("bank_reference").GetString().ShouldBe("TRANSFER-1");
    }

    [Fact]
    public async Task Keeps_every_act_of_an_admin()
    {
        var teacher = await ATeacher();
        await Api.Put($"/api/admin/users/{teacher.Id}", new { name = "Another", email = "a@b", role = "teacher" }, Admin);
        await Deposits(teacher, 10);
        await IsGiven(teacher, 10);
        await Api.Post($"/api/admin/users/{teacher.Id}/debits", new { amount = 1, reason = "x" }, Admin);
        var course = (await Api.Post("/api/courses", new { title = "T", teacher_id = teacher.Id }, Admin)).Must(201).As<CourseShape>();
        var session = new { session_number = 1, title = "S", scheduled_at = App.Clock.Now, duration_minutes = 60, price = 1 };
        var made = (await Api.Post($"/api/courses/{course.Id}/sessions", session, Admin)).Must(201).As<SessionShape>();
        await Api.Post($"/api/sessions/{made.Id}/cancel", null, Admin);
        await RunSettlement();
        (await Api.Post("/api/admin/attendance/rebuild", null, Admin)).Must(200);

        var trail = await Trail($"actor_id={Admin.Id}");

        string[] acts =
        [
            "user_added", "user_replaced", "deposit_booked", "credit_given", "debit_taken", "course_opened", "session_scheduled",
            "session_cancelled", "settlement_run", "attendance_rebuilt",
        ];
        trail.Select(entry => entry.Action).ShouldBe(acts, ignoreOrder: true);
        var replaced = trail.Single(entry => entry.Action == "user_replaced");
        replaced.Before!.Value.GetProperty("name").GetString().ShouldBe("A teacher");
        replaced.After!.Value.GetProperty("name").GetString().ShouldBe("Another");
        replaced.SubjectId.ShouldBe(teacher.Id);
    }

    [Fact]
    public async Task Has_nothing_of_what_was_refused_or_only_replayed()
    {
        var teacher = await ATeacher();
        await IsGiven(teacher, 20);
        (await Requests(teacher, 10, "a-key")).Must(201);
        (await Requests(teacher, 10, "a-key")).Must(201);
        (await Requests(teacher, 50)).Must(409);

        (await Trail("action=withdrawal_requested")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Has_nothing_of_what_teachers_do_with_their_courses()
    {
        var lesson = await ALesson();
        await Cancels(lesson.Teacher, lesson);

        (await Trail("subject_type=session")).ShouldBeEmpty();
        (await Trail("subject_type=course")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Is_filtered_by_time_and_read_in_pages()
    {
        var begin = App.Clock.Now;
        var student = await AStudent();
        App.Clock.Now += TimeSpan.FromHours(1);
        await IsGiven(student, 1);
        await IsGiven(student, 2);
        var cut = Uri.EscapeDataString(begin.AddHours(1).ToString("o"));

        (await Trail($"to={cut}")).Select(entry => entry.Action).ShouldBe(["user_added"]);
        (await Trail($"from={cut}")).Select(entry => entry.Action).ShouldBe(["credit_given", "credit_given"]);
        var page = (await Api.Get("/api/admin/audit?limit=2", Admin)).Must(200).As<PageShape<AuditShape>>();
        var rest = (await Api.Get($"/api/admin/audit?limit=2&cursor={page.NextCursor}", Admin)).Must(200).As<PageShape<AuditShape>>();
        page.Items.Concat(rest.Items).Select(entry => entry.Action).ShouldBe(["credit_given", "credit_given", "user_added"]);
    }

    [Fact]
    public async Task Names_every_filter_that_is_wrong() =>
        (await Api.Get("/api/admin/audit?actor_id=a%20b&action=stolen&subject_type=x&subject_id=%23&from=yesterday&to=2026-01-01&limit=0", Admin))
            .MustName("actor_id", "action", "subject_type", "subject_id", "from", "to", "limit");

    private async Task<IReadOnlyList<AuditShape>> Trail(string query) =>
        (await Api.Get($"/api/admin/audit?{query}", Admin)).Must(200).As<PageShape<AuditShape>>().Items;
}

[Collection(SqliteTests.Name)]
public sealed class AuditTestsOnSqlite(SqliteApp app) : AuditTests(app);

[Collection(MariaDbTests.Name)]
public sealed class AuditTestsOnMariaDb(MariaDbApp app) : AuditTests(app);
