using TalkConnect.Chaos.Simulator;

namespace TalkConnect.Chaos.Tests;

/// <summary>The check can fail: a wrong outcome is found, and only what left no trace at all is excused.</summary>
public sealed class JudgeTests
{
    private static readonly Connection Whole = A.Stay(A.Student, 0, 3600);

    [Fact]
    public void What_is_right_is_correct() => Judge("released", Heard(Whole)).ShouldBe(Finding.Correct);

    [Fact]
    public void A_refund_to_somebody_who_was_there_is_wrong_when_something_was_heard_of_them() =>
        Judge("refunded", Heard(Whole)).ShouldBe(Finding.Wrong);

    [Fact]
    public void It_is_wrong_when_a_look_into_the_room_would_have_shown_them() =>
        Judge("refunded", Nothing with { Looks = Looked("one") }).ShouldBe(Finding.Wrong);

    [Fact]
    public void It_is_wrong_when_it_was_known_that_nobody_could_hear() =>
        Judge("refunded", Nothing with { Outages = [Span.Of(Evening.Opens, TimeSpan.FromHours(1))] }).ShouldBe(Finding.Wrong);

    [Fact]
    public void A_look_into_another_room_would_not_have_shown_them() =>
        Judge("refunded", Nothing with { Looks = Looked("two") }).ShouldBe(Finding.BeyondEvidence);

    [Fact]
    public void Where_nothing_could_tell_it_is_beyond_the_evidence_and_still_counted() => Judge("refunded", Nothing).ShouldBe(Finding.BeyondEvidence);

    [Fact]
    public void A_payment_for_a_lesson_that_nobody_came_to_is_wrong_whatever_was_heard() =>
        JudgeOf(A.Lesson(), "released", Nothing).ShouldBe(Finding.Wrong);

    [Theory]
    [InlineData("needs_review", nameof(Finding.Review))]
    [InlineData("held", nameof(Finding.Unsettled))]
    public void Doubt_is_no_error_and_waiting_for_ever_is(string status, string finding) => Judge(status, Heard(Whole)).ToString().ShouldBe(finding);

    [Fact]
    public void A_session_that_was_over_is_judged_by_what_had_happened_when_it_settled()
    {
        var cameBackAfterwards = A.Lesson(A.Stay(A.Student, 0, 600), A.Stay(A.Student, 3800, 4200));

        JudgeOf(cameBackAfterwards, "refunded", Heard([.. cameBackAfterwards.Connections]), settledAt: 3700).ShouldBe(Finding.Correct);
        JudgeOf(cameBackAfterwards, "refunded", Heard([.. cameBackAfterwards.Connections]), settledAt: 4500).ShouldBe(Finding.Wrong);
    }

    private static Evidence Nothing { get; } = new(
        new Dictionary<string, DateTimeOffset>(), Looked([]), [], new HashSet<string>());

    private static ILookup<string, DateTimeOffset> Looked(params string[] rooms) => rooms.ToLookup(room => room, _ => Evening.Opens.AddMinutes(10));

    private static Evidence Heard(params Connection[] connections) =>
        Nothing with { Heard = connections.ToDictionary(one => one.Sid, one => one.To) };

    private static Finding Judge(string status, Evidence evidence) =>
        JudgeOf(A.Lesson(Whole with { Listed = new Span(Whole.From, Whole.To) }), status, evidence);

    private static Finding JudgeOf(LessonPlan lesson, string status, Evidence evidence, int settledAt = 4500)
    {
        var evening = new Evening(1, "seed-v1", Weather.Calm, [lesson]);
        var hold = new HoldShape(
            "h", "p", lesson.SessionId, A.Student, A.Teacher, 10, status, Evening.Opens, Evening.Opens, Evening.Opens.AddSeconds(settledAt), 0, null, 0, null, null, null);
        return new Judge(evening, [new Sold(lesson, A.Student, "h")], evidence).Of(new Dictionary<string, HoldShape> { ["h"] = hold }).Single().Finding;
    }
}
