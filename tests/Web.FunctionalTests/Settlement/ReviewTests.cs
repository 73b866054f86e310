using System.Text.Json;
using TalkConnect.Domain.Attendance;

namespace TalkConnect.Web.FunctionalTests.Settlement;

public abstract class ReviewTests(TalkConnectApp app) : FunctionalTest(app)
{
    [Fact]
    public async Task A_hold_whose_outcome_hangs_on_a_leave_that_was_never_heard_waits_for_an_admin()
    {
        var place = await ADoubtfulPlace();

        (await RunSettlement()).ShouldBe(new RunShape(0, 0, 0, 0, 0, 0, NeedsReview: 1));

        var hold = await Hold(place);
        (hold.Status, hold.ReviewReason, hold.FrozenAt, hold.ReleasedAt).ShouldBe(("needs_review", "missing_leave", App.Clock.Now, null));
        (await Wallet(place.Student)).Held.ShouldBe(100m);
        (await RunSettlement()).ShouldBe(new RunShape(0, 0, 0, 0, 0, 0));
        (await Api.Get("/api/admin/holds?status=needs_review", Admin)).Must(200).As<PageShape<HoldShape>>().Items.Single().Id.ShouldBe(place.HoldId);
    }

    [Fact]
    public async Task What_waits_for_an_admin_stands_in_one_queue_the_longest_waiting_first()
    {
        var lesson = await ALesson();
        var held = await ASoldPlace(lesson);
        var disputed = await ASoldPlace(lesson);
        App.Clock.Now = lesson.Start;
        (await Api.Post($"/api/holds/{disputed.HoldId}/dispute", new { reason = "Nobody came." }, disputed.Student)).Must(200);
        var doubtful = await ADoubtfulPlace();
        await RunSettlement();

        var first = (await Api.Get("/api/admin/holds?waiting=true&limit=1", Admin)).Must(200).Json;
        var rest = (await Api.Get($"/api/admin/holds?waiting=true&cursor={first.GetProperty("next_cursor").GetString()}", Admin)).Must(200).Json;

        var one = first.GetProperty("items").EnumerateArray().Single();
        one.GetProperty("id").GetString().ShouldBe(disputed.HoldId);
        one.GetProperty("session_title").GetString().ShouldNotBeNullOrEmpty();
        one.GetProperty("student_name").GetString().ShouldNotBeNullOrEmpty();
        one.GetProperty("teacher_name").GetString().ShouldNotBeNullOrEmpty();
        rest.GetProperty("items").EnumerateArray().Single().GetProperty("id").GetString().ShouldBe(doubtful.HoldId);
        (await Api.Get("/api/admin/holds?waiting=false", Admin)).Must(200).As<PageShape<HoldShape>>().Items.ShouldContain(hold => hold.Id == held.HoldId);
        (await Api.Get("/api/admin/holds?waiting=perhaps", Admin)).MustName("waiting");
    }

    [Fact]
    public async Task A_leave_that_is_heard_in_time_settles_it_by_itself()
    {
        var lesson = await ALesson();
        var place = await ASoldPlace(lesson);
        await Joins(place.Student, lesson, lesson.Minute(0), "PA_1");
        await Finishes(lesson);
        await Webhook(LiveKitEvents.Left(lesson.Room, place.Student, "PA_1", lesson.Minute(0), lesson.Minute(11)));

        (await RunSettlement()).Refunded.ShouldBe(1);
    }

    [Fact]
    public async Task Times_in_which_no_server_listened_leave_a_session_to_review_and_others_alone()
    {
        var lesson = await ALesson();
        var place = await ASoldPlace(lesson);
        var there = await ASoldPlace(lesson);
        await Stays(there.Student, lesson, lesson.Minute(0), lesson.Minute(12));
        await Finishes(lesson);
        await Listened(App.Clock.Now.AddHours(-3), lesson.Minute(20));
        await Listened(lesson.Minute(33), App.Clock.Now);

        var run = await RunSettlement();

        (run.Released, run.NeedsReview).ShouldBe((1, 1));
        (await Hold(place)).ReviewReason.ShouldBe("blind_time");
        var receipt = await Receipt(there);
        (receipt.CertainSeconds, receipt.PossibleSeconds).ShouldBe((720, 720 + (13 * 60) + 30));
    }

    [Fact]
    public async Task Who_had_a_token_may_have_come_while_nobody_listened_and_stayed_past_the_end()
    {
        var lesson = await ALesson();
        var admitted = await ASoldPlace(lesson);
        var absent = await ASoldPlace(lesson);
        PassesUntil(lesson.Minute(1));
        (await Api.Post($"/api/sessions/{lesson.Id}/join", new { }, admitted.Student)).Must(200);
        PassesUntil(lesson.LastEntry);
        await Listened(lesson.Start.AddHours(-3), lesson.Minute(5));
        await Listened(lesson.Minute(6), lesson.LastEntry);

        var run = await RunSettlement();

        (run.Refunded, run.NeedsReview).ShouldBe((1, 1));
        (await Hold(admitted)).ReviewReason.ShouldBe("blind_time");
        (await Receipt(absent)).PossibleSeconds.ShouldBe(90);
        (await StudentEvidence(admitted)).GetProperty("possible_seconds").GetInt32().ShouldBe((int)(lesson.LastEntry - lesson.Second(270)).TotalSeconds);
    }

    [Fact]
    public async Task A_stay_that_still_lasts_is_possible_until_now_where_an_admin_decides_early()
    {
        var lesson = await ALesson();
        var place = await ASoldPlace(lesson);
        await Joins(place.Student, lesson, lesson.Minute(0), "PA_1");
        PassesUntil(lesson.Minute(20));
        (await Api.Post($"/api/holds/{place.HoldId}/dispute", new { reason = "Nobody else is here." }, place.Student)).Must(200);

        (await StudentEvidence(place)).GetProperty("possible_seconds").GetInt32().ShouldBe(1200);
        (await Decides(place, "refund")).Must(200);

        var receipt = await Receipt(place);
        (receipt.CertainSeconds, receipt.AttendedSeconds, receipt.PossibleSeconds).ShouldBe((0, 0, 1200));
    }

    [Fact]
    public async Task What_happened_before_the_first_heartbeat_is_not_blind()
    {
        var lesson = await ALesson();
        await ASoldPlace(lesson);
        await Finishes(lesson);
        await Listened(lesson.End, App.Clock.Now);

        (await RunSettlement()).Refunded.ShouldBe(1);
    }

    [Theory]
    [InlineData("release", null, 100, 0, "released")]
    [InlineData("refund", null, 0, 100, "refunded")]
    [InlineData("split", 33.33, 33.33, 66.67, "released")]
    public async Task An_admin_decides_and_the_receipt_says_so(string decision, double? part, double teacher, double student, string status)
    {
        var place = await ADoubtfulPlace();
        await RunSettlement();

        var decided = (await Decides(place, decision, (decimal?)part)).Must(200).As<HoldShape>();

        decided.Status.ShouldBe(status);
        decided.RefundedAmount.ShouldBe((decimal)student);
        (await Balance(new Person(decided.TeacherId, Person.Teacher))).ShouldBe((decimal)teacher);
        (await Balance(place.Student)).ShouldBe((decimal)student);
        var receipt = await Receipt(place);
        (receipt.Reason, receipt.Decision, receipt.Refunded).ShouldBe(("reviewed", new DecisionShape(Admin.Id, "The recording shows it."), (decimal)student));
        (await Purchase(place)).RefundAmount.ShouldBe(student == 0 ? null : (decimal)student);
        (await Decides(place, decision, (decimal?)part)).MustBeRefused(409, "already_settled");
        (await Api.Get($"/api/admin/audit?subject_id={place.HoldId}", Admin)).Must(200).Text.ShouldContain("hold_resolved");
    }

    [Fact]
    public async Task Many_decide_at_once_and_one_decision_stands()
    {
        var place = await ADoubtfulPlace();
        await RunSettlement();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Decides(place, n % 2 == 0 ? "release" : "refund")));

        answers.Count(answer => answer.Status == 200).ShouldBe(1);
        answers.Where(answer => answer.Status != 200).ShouldAllBe(answer => answer.Status == 409);
    }

    [Fact]
    public async Task The_same_decision_with_a_key_is_answered_again()
    {
        var place = await ADoubtfulPlace();
        await RunSettlement();
        object body = new { decision = "refund", reason = "Because" };

        (await Api.Post($"/api/admin/holds/{place.HoldId}/resolve", body, Admin, "decision-1")).Must(200);
        var again = (await Api.Post($"/api/admin/holds/{place.HoldId}/resolve", body, Admin, "decision-1")).Must(200);

        again.IsReplay.ShouldBeTrue();
        (await Balance(place.Student)).ShouldBe(100m);
    }

    [Fact]
    public async Task Nobody_decides_about_a_hold_that_settles_by_itself_or_about_money_of_their_own()
    {
        var place = await ADoubtfulPlace();

        (await Decides(place, "refund")).MustBeRefused(409, "not_frozen");
        await RunSettlement();
        (await Api.Post($"/api/admin/holds/{place.HoldId}/resolve", new { decision = "refund", reason = "Mine" }, place.Student.Claiming(Person.Admin)))
            .MustBeRefused(403, "own_account");
    }

    [Fact]
    public async Task A_bad_decision_names_every_wrong_field()
    {
        var place = await ADoubtfulPlace();
        await RunSettlement();
        var path = $"/api/admin/holds/{place.HoldId}/resolve";

        (await Api.Post(path, new { decision = "keep" }, Admin)).MustName("decision", "reason");
        (await Api.Post(path, new { decision = "split", reason = "x" }, Admin)).MustName("teacher_amount");
        (await Api.Post(path, new { decision = "refund", teacher_amount = 5, reason = "x" }, Admin)).MustName("teacher_amount");
        (await Api.Post(path, new { decision = "split", teacher_amount = 100, reason = "x" }, Admin)).MustBeRefused(400, "invalid_split");
    }

    [Fact]
    public async Task A_session_that_is_cancelled_refunds_a_hold_in_review_too()
    {
        var lesson = await ALesson();
        var place = await ASoldPlace(lesson);
        PassesUntil(lesson.Start);
        (await Api.Post($"/api/holds/{place.HoldId}/dispute", new { reason = "Nobody came." }, place.Student)).Must(200);

        await Cancels(lesson.Teacher, lesson);

        (await Hold(place)).Status.ShouldBe("refunded");
        (await Balance(place.Student)).ShouldBe(100m);
    }

    private async Task<JsonElement> StudentEvidence(Place place) =>
        (await Api.Get($"/api/holds/{place.HoldId}/evidence", Admin)).Must(200).Json.GetProperty("student");

    private Task<Answer> Decides(Place place, string decision, decimal? part = null) => Api.Post(
        $"/api/admin/holds/{place.HoldId}/resolve", new { decision, teacher_amount = part, reason = "The recording shows it." }, Admin);

    /// <summary>Its student came at the start; when they left, nobody heard.</summary>
    private async Task<Place> ADoubtfulPlace()
    {
        var lesson = await ALesson();
        var place = await ASoldPlace(lesson);
        await Joins(place.Student, lesson, lesson.Minute(0), Sids.New("PA"));
        await Finishes(lesson);
        return place;
    }

    private Task<bool> Listened(DateTimeOffset since, DateTimeOffset until) => App.InDatabaseAsync(async db =>
    {
        var span = ListeningSpan.Begin(Guid.CreateVersion7().ToString(), since);
        span.Continue(until);
        db.Add(span);
        return await db.SaveChangesAsync() == 1;
    });
}

[Collection(SqliteTests.Name)]
public sealed class ReviewTestsOnSqlite(SqliteApp app) : ReviewTests(app);

[Collection(MariaDbTests.Name)]
public sealed class ReviewTestsOnMariaDb(MariaDbApp app) : ReviewTests(app);
