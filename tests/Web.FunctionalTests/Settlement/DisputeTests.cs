namespace TalkConnect.Web.FunctionalTests.Settlement;

public abstract class DisputeTests(TalkConnectApp app) : FunctionalTest(app)
{
    [Fact]
    public async Task A_student_objects_in_the_hold_period_and_no_run_settles_it()
    {
        await using var node = App.Another(("Settlement:HoldPeriod", "P3D"));
        var lesson = await ALesson();
        var student = await AStudent(credit: 100);
        var bought = (await new Api(node).Post($"/api/sessions/{lesson.Id}/purchase", null, student)).Must(201).As<PurchaseAnswerShape>();
        var place = new Place(student, bought.PurchaseId, bought.PaymentHoldId);
        await Stays(student, lesson, lesson.Start, lesson.End);
        PassesUntil(lesson.End);
        await new LiveKitServer(new Api(node), App.Clock).Tells(LiveKitEvents.RoomFinished(lesson.Room, lesson.End));
        App.Clock.Now = lesson.End.AddDays(2);
        (await RunSettlement()).Released.ShouldBe(0);

        var disputed = (await Disputes(place)).Must(200).As<HoldShape>();
        App.Clock.Now = lesson.End.AddDays(4);

        (disputed.Status, disputed.DisputeReason).ShouldBe(("disputed", "The teacher never spoke."));
        (await RunSettlement()).ShouldBe(new RunShape(0, 0, 0, 0, 0, 0));
        (await Hold(place)).Status.ShouldBe("disputed");
        (await Purchase(place)).ShouldSatisfyAllConditions(
            purchase => purchase.Status.ShouldBe("active"), purchase => purchase.PaymentStatus.ShouldBe("disputed"), purchase => purchase.DueAt.ShouldBe(lesson.End.AddDays(3)));
        (await Wallet(lesson.Teacher)).Held.ShouldBe(100m);
        (await Api.Get($"/api/holds/{place.HoldId}", lesson.Teacher)).Must(200).As<HoldShape>().DisputeReason.ShouldBe("The teacher never spoke.");
    }

    [Fact]
    public async Task A_split_shows_in_the_teachers_revenue_and_adds_up_everywhere()
    {
        var (lesson, place) = await ADisputedPlace(await ATeacher(referred: true));

        (await Api.Post(
            $"/api/admin/holds/{place.HoldId}/resolve", new { decision = "split", teacher_amount = 40, reason = "Half was given." }, Admin)).Must(200);

        var summary = (await Api.Get("/api/revenue/summary", lesson.Teacher)).Must(200).Json;
        var line = (await Api.Get("/api/revenue/lines", lesson.Teacher)).Must(200).Json.GetProperty("items")[0];
        var course = (await Api.Get("/api/revenue/courses", lesson.Teacher)).Must(200).Json.GetProperty("items")[0];
        var day = (await Api.Get("/api/revenue/timeseries?interval=day", lesson.Teacher)).Must(200).Json.GetProperty("items").EnumerateArray().Last();
        foreach (var figures in new[] { summary, course, day })
        {
            Figures(figures, "gross", "commission", "net", "refunded").ShouldBe([40m, 12m, 28m, 60m]);
        }

        Figures(line, "amount", "gross", "fee", "net", "refunded").ShouldBe([100m, 40m, 12m, 28m, 60m]);
        line.GetProperty("status").GetString().ShouldBe("released");
        (await Purchase(place)).ShouldSatisfyAllConditions(
            purchase => purchase.Status.ShouldBe("completed"), purchase => purchase.RefundAmount.ShouldBe(60m));
        (await Transactions(lesson.Teacher)).Select(posted => (posted.Type, posted.Amount)).ShouldBe([("payment_release", 40m), ("commission", -12m)]);
        (await Transactions(place.Student))[^1].Amount.ShouldBe(60m);
        (await Receipt(place)).ShouldSatisfyAllConditions(
            receipt => receipt.Reason.ShouldBe("dispute_resolved"),
            receipt => receipt.DisputeReason.ShouldBe("The teacher never spoke."),
            receipt => receipt.TransactionIds.Count.ShouldBe(3));
    }

    [Fact]
    public async Task It_is_for_its_student_once_and_from_the_start_to_the_settlement()
    {
        var lesson = await ALesson();
        var place = await ASoldPlace(lesson);
        var stranger = await ASoldPlace(lesson);

        (await Disputes(place)).MustBeRefused(409, "session_not_begun");
        PassesUntil(lesson.Start);
        (await Disputes(place with { Student = stranger.Student })).MustBeRefused(404, "hold_not_found");
        (await Disputes(place with { Student = lesson.Teacher })).MustBeRefused(403, "forbidden");
        (await Api.Post($"/api/holds/{place.HoldId}/dispute", new { reason = " " }, place.Student)).MustName("reason");
        (await Disputes(place)).Must(200);
        (await Disputes(place)).MustBeRefused(409, "already_frozen");
        await Finishes(lesson);
        await RunSettlement();
        (await Disputes(stranger)).MustBeRefused(409, "already_settled");
    }

    [Fact]
    public async Task A_dispute_and_a_run_at_once_leave_one_of_the_two()
    {
        var lesson = await ALesson();
        var places = new List<Place>();
        for (var n = 0; n < 10; n++)
        {
            places.Add(await ASoldPlace(lesson));
        }

        await Finishes(lesson);

        var run = RunSettlement();
        var disputes = await Task.WhenAll(places.Select(place => Disputes(place)));
        var settled = await run;

        disputes.ShouldAllBe(answer => answer.Status == 200 || answer.Code == "already_settled");
        settled.Refunded.ShouldBe(disputes.Count(answer => answer.Status != 200));
    }

    [Fact]
    public async Task A_session_is_completed_by_its_room_although_one_dispute_was_resolved_before()
    {
        var lesson = await ALesson();
        var place = await ASoldPlace(lesson);
        var other = await ASoldPlace(lesson);
        await Joins(other.Student, lesson, lesson.Start, "PA_1");
        PassesUntil(lesson.Minute(10));
        await Disputes(place);
        (await Api.Post($"/api/admin/holds/{place.HoldId}/resolve", new { decision = "refund", reason = "Agreed." }, Admin)).Must(200);
        await Webhook(LiveKitEvents.Left(lesson.Room, other.Student, "PA_1", lesson.Start, lesson.Minute(50)));

        (await Finishes(lesson, lesson.Minute(51))).Message.ShouldBe("Session marked as completed");

        PassesUntil(lesson.End);
        (await RunSettlement()).Released.ShouldBe(1);
    }

    [Theory]
    [InlineData(30)]
    [InlineData(78)]
    public async Task The_books_are_in_order_when_its_session_ends_late_and_it_was_resolved_before_that_was_told(int resolved)
    {
        var lesson = await ALesson();
        var place = await ASoldPlace(lesson);
        await Joins(place.Student, lesson, lesson.Start, "PA_1");
        PassesUntil(lesson.Minute(30));
        await Disputes(place);
        PassesUntil(lesson.Minute(resolved));
        (await Api.Post($"/api/admin/holds/{place.HoldId}/resolve", new { decision = "release", reason = "It was given." }, Admin)).Must(200);

        (await Finishes(lesson, lesson.LastEntry.AddMinutes(2))).Message.ShouldBe("Session marked as completed");

        (await Hold(place)).DueAt.ShouldBeLessThan((await Session(lesson)).CompletedAt!.Value);
        (await Api.Get("/api/admin/ledger/verification", Admin)).Must(200).Json.GetProperty("violations").GetArrayLength().ShouldBe(0);
    }

    private static decimal[] Figures(System.Text.Json.JsonElement of, params string[] names) => [.. names.Select(name => of.GetProperty(name).GetDecimal())];

    private async Task<(Lesson Lesson, Place Place)> ADisputedPlace(Person teacher)
    {
        var lesson = await ALesson(teacher);
        var place = await ASoldPlace(lesson);
        await Finishes(lesson);
        (await Disputes(place)).Must(200);
        return (lesson, place);
    }

    private Task<Answer> Disputes(Place place) =>
        Api.Post($"/api/holds/{place.HoldId}/dispute", new { reason = "The teacher never spoke." }, place.Student);
}

[Collection(SqliteTests.Name)]
public sealed class DisputeTestsOnSqlite(SqliteApp app) : DisputeTests(app);

[Collection(MariaDbTests.Name)]
public sealed class DisputeTestsOnMariaDb(MariaDbApp app) : DisputeTests(app);
