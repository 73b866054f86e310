using CsCheck;
using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Settlement;

namespace TalkConnect.Domain.UnitTests.Settlement;

/// <summary>An hour from ten, of which twelve minutes are enough; the room closes at eleven.</summary>
public sealed class DoubtTests
{
    [Theory]
    [InlineData("10:30", "the leave would have to be after 10:42 and nobody knows")]
    [InlineData("10:48", "at the end, it would just be enough")]
    public void A_leave_that_was_never_heard_and_would_decide_needs_review(string joinedAt, string why)
    {
        var lesson = new Lesson().Hear("student", Heard.Joined(joinedAt)).Hear(Heard.Closed("11:00"));

        lesson.SettleOrReview().ShouldBeNull(why);

        lesson.Hold.Status.ShouldBe(PaymentHoldStatus.NeedsReview);
        lesson.Hold.ReviewReason.ShouldBe(ReviewReason.MissingLeave);
        lesson.Hold.FrozenAt.ShouldBe(Today.At("11:20"));
        lesson.Student.CreditBalance.ShouldBe(Money.Zero);
        lesson.Teacher.CreditBalance.ShouldBe(Money.Zero);
    }

    [Fact]
    public void A_leave_that_was_never_heard_and_decides_nothing_settles()
    {
        var tooLate = new Lesson().Hear("student", Heard.Joined("10:48:01")).Hear(Heard.Closed("11:00"));
        var longBefore = new Lesson().WasThere("student", "10:00", "10:12").Hear("student", Heard.Joined("10:30", "PA_2")).Hear(Heard.Closed("11:00"));

        tooLate.SettleOrReview()!.Decision.Outcome.ShouldBe(SettlementOutcome.Refunded);
        longBefore.SettleOrReview()!.Decision.Outcome.ShouldBe(SettlementOutcome.Released);
    }

    [Fact]
    public void The_receipt_keeps_both_bounds()
    {
        var lesson = new Lesson().WasThere("student", "10:00", "10:12").Hear("student", Heard.Joined("10:30", "PA_2")).Hear(Heard.Closed("11:00"));
        lesson.Listened("09:00", "10:15").Listened("10:20", "12:00");

        var receipt = lesson.SettleOrReview()!.Receipt;

        (receipt.CertainSeconds, receipt.AttendedSeconds, receipt.PossibleSeconds).ShouldBe((720, 720 + 1800, 720 + 330 + 1800));
    }

    [Theory]
    [InlineData("10:12", "10:23:29", SettlementOutcome.Refunded)]
    [InlineData("10:12", "10:23:30", null)]
    [InlineData("09:30", "10:00", null)]
    [InlineData("11:03:30", "11:16:59", null)]
    [InlineData("11:03:31", "11:16:59", SettlementOutcome.Refunded)]
    public void A_time_in_which_nobody_could_hear_needs_review_where_it_would_decide(string deafFrom, string deafTo, SettlementOutcome? outcome)
    {
        var lesson = new Lesson().Hear(Heard.Closed("11:10"));
        lesson.Listened("09:00", deafFrom).Listened(deafTo, "12:00");

        var settled = lesson.SettleOrReview();

        (settled?.Decision.Outcome).ShouldBe(outcome);
        lesson.Hold.ReviewReason.ShouldBe(outcome is null ? ReviewReason.BlindTime : null);
    }

    [Fact]
    public void Who_came_while_nobody_could_hear_and_stayed_on_past_the_end_is_not_taken_for_absent()
    {
        var lesson = new Lesson().Admitted("student").Listened("09:00", "10:05").Listened("10:06", "12:00").IsOver();

        lesson.SettleOrReview().ShouldBeNull();

        lesson.Hold.ReviewReason.ShouldBe(ReviewReason.BlindTime);
        lesson.Case.StudentBounds(A.Timing, Today.At("11:20")).PossibleSeconds.ShouldBe((int)(Today.At("11:15") - Today.At("10:04:30")).TotalSeconds);
    }

    [Fact]
    public void Who_came_back_after_the_room_had_closed_while_nobody_could_hear_is_not_either()
    {
        var lesson = new Lesson().Admitted("student").WasThere("student", "10:00", "10:05").Hear(Heard.Closed("10:05:20"));
        lesson.Listened("09:00", "10:06").Listened("10:07", "12:00");

        lesson.SettleOrReview(at: "11:00").ShouldBeNull();

        lesson.Hold.ReviewReason.ShouldBe(ReviewReason.BlindTime);
    }

    [Fact]
    public void A_stay_that_began_unheard_did_not_last_on_where_its_end_would_have_been_heard()
    {
        Lesson Deaf() => new Lesson().Listened("09:00", "10:05").Listened("10:06", "12:00");

        var withoutPass = Deaf().IsOver();
        var closed = Deaf().Admitted("student").Hear(Heard.Closed("11:00"));
        var cameOnceMore = Deaf().Admitted("student").WasThere("student", "10:50", "10:51").IsOver();

        foreach (var lesson in new[] { withoutPass, closed, cameOnceMore })
        {
            lesson.SettleOrReview()!.Decision.Outcome.ShouldBe(SettlementOutcome.Refunded);
        }
    }

    [Fact]
    public void Nobody_was_in_the_room_before_the_place_was_bought()
    {
        var lesson = new Lesson().Hear(Heard.Closed("11:00"));
        lesson.Listened("06:00", "06:30").Listened("07:00", "12:00");

        lesson.SettleOrReview()!.Decision.Outcome.ShouldBe(SettlementOutcome.Refunded);
    }

    [Fact]
    public void Under_fair_v2_the_teachers_evidence_counts_too()
    {
        var lesson = new Lesson().WasThere("student", "10:00", "11:00").Hear("teacher", Heard.Joined("10:00", "PA_T")).Hear(Heard.Closed("11:00"));

        lesson.Case.SettleOrReview(A.Rules(SettlementPolicy.FairV2), Lesson.Ids, Today.At("11:20")).ShouldBeNull();
        lesson.Hold.ReviewReason.ShouldBe(ReviewReason.MissingLeave);
    }

    [Fact]
    public void Under_seed_v1_it_does_not()
    {
        var lesson = new Lesson().WasThere("student", "10:00", "11:00").Hear("teacher", Heard.Joined("10:00", "PA_T")).Hear(Heard.Closed("11:00"));

        lesson.SettleOrReview()!.Decision.Outcome.ShouldBe(SettlementOutcome.Released);
    }

    [Fact]
    public void A_cancelled_session_is_refunded_whatever_was_heard()
    {
        var lesson = new Lesson().Hear("student", Heard.Joined("10:00"));
        lesson.Session.Cancel(null, Today.At("10:30"));

        lesson.SettleOrReview()!.Decision.Reason.ShouldBe(SettlementReason.SessionCancelled);
    }

    /// <summary>Whatever is lost of what happened, the outcome is the right one or an admin's.</summary>
    [Fact]
    public void No_lost_leave_ever_makes_a_wrong_outcome() => Gen.Select(Gen.Int[0, 3599], Gen.Int[1, 3600], Gen.Bool).Array[1, 4].Sample(
        stays =>
        {
            var start = Today.At("10:00");
            var truth = new Lesson();
            var heard = new Lesson();
            foreach (var ((from, length, lost), number) in stays.Select((stay, number) => (stay, number)))
            {
                var (joined, left) = (start.AddSeconds(from), start.AddSeconds(Math.Min(from + length, 3600)));
                ConnectionEvent[] told = [Heard.Joined(joined, $"PA_{number}", Room.Lesson1), Heard.Left(joined, left, $"PA_{number}", Room.Lesson1)];
                truth.Hear("student", told);
                heard.Hear("student", lost ? [told[0]] : told);
            }

            var right = truth.Hear(Heard.Closed("11:00")).SettleOrReview()!.Decision.Outcome;
            var decided = heard.Hear(Heard.Closed("11:00")).SettleOrReview()?.Decision.Outcome;

            (decided ?? right).ShouldBe(right);
        },
        iter: 2_000);
}
