using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Ledger;
using TalkConnect.Domain.Settlement;

namespace TalkConnect.Domain.UnitTests.Settlement;

/// <summary>The student was there twice, for twenty minutes in all; the teacher's leave was lost.</summary>
public sealed class ReceiptTests
{
    private readonly Lesson _lesson = new Lesson(price: 99.99m, referred: true)
        .WasThere("student", "10:00", "10:15")
        .Hear("student", Heard.Left("10:40", "10:45", "PA_2"))
        .Hear("teacher", Heard.Joined("10:00", "PA_3"))
        .Hear(Heard.Closed("10:55"));

    [Fact]
    public void Says_what_was_decided_when_and_by_which_rule()
    {
        var receipt = _lesson.Settle(at: "11:05").Receipt;

        receipt.HoldId.ShouldBe(_lesson.Hold.Id);
        receipt.Outcome.ShouldBe(SettlementOutcome.Released);
        receipt.Reason.ShouldBe(SettlementReason.Attended);
        receipt.PolicyName.ShouldBe("seed-v1");
        receipt.PolicyVersion.ShouldBe(1);
        receipt.SettledAt.ShouldBe(Today.At("11:05"));
    }

    [Fact]
    public void Records_the_policy_and_the_threshold_as_they_stood()
    {
        var receipt = _lesson.Settle(A.Rules(SettlementPolicy.FairV2, threshold: 33.34m)).Receipt;

        receipt.PolicyName.ShouldBe("fair-v2");
        receipt.PolicyVersion.ShouldBe(2);
        receipt.ThresholdPercentage.ShouldBe(33.34m);
        receipt.RequiredSeconds.ShouldBe(1_201);
        receipt.MarginSeconds.ShouldBe(-1);
    }

    [Fact]
    public void Shows_the_sum_of_the_decision()
    {
        var receipt = _lesson.Settle().Receipt;

        receipt.DurationSeconds.ShouldBe(3_600);
        receipt.ThresholdPercentage.ShouldBe(20m);
        receipt.RequiredSeconds.ShouldBe(720);
        receipt.AttendedSeconds.ShouldBe(1_200);
        receipt.MarginSeconds.ShouldBe(480);
        receipt.AttendancePercentage.ShouldBe(AttendancePercentage.Of(33.33m));
    }

    [Fact]
    public void Shows_each_stay_with_the_events_behind_it()
    {
        var receipt = _lesson.Settle().Receipt;

        receipt.Intervals.Select(stay => (stay.JoinedAt, stay.LeftAt)).ShouldBe(
            [(Today.At("10:00"), Today.At("10:15")), (Today.At("10:40"), Today.At("10:45"))]);
        receipt.Intervals[0].EventIds.ShouldBe(["Joined PA_1 10:00:00-10:00:02", "Left PA_1 10:00:00-10:15:00"]);
        receipt.Intervals[1].EventIds.ShouldBe(["Left PA_2 10:40:00-10:45:00"]);
    }

    [Fact]
    public void Shows_the_teachers_presence()
    {
        var receipt = _lesson.Settle().Receipt;

        receipt.TeacherAttendedSeconds.ShouldBe(3_300);
        var stay = receipt.TeacherIntervals.ShouldHaveSingleItem();
        stay.EndedBy.ShouldBe(IntervalEnd.RoomFinished);
        stay.EventIds.ShouldBe(["Joined PA_3 10:00:00-10:00:02", "closed RM_1 10:55:00"]);
    }

    [Fact]
    public void Shows_how_the_money_was_split()
    {
        var commission = _lesson.Settle().Receipt.Commission;

        commission.Rule.ShouldBe("referred");
        commission.Rate.ShouldBe(0.30m);
        commission.Gross.ShouldBe(Money.Of(99.99m));
        commission.Fee.ShouldBe(Money.Of(30m));
        commission.Net.ShouldBe(Money.Of(69.99m));
    }

    [Fact]
    public void Names_the_ledger_lines_of_a_release() =>
        _lesson.Settle().Receipt.TransactionIds.ShouldBe([TransactionId.From("release"), TransactionId.From("commission")]);

    [Fact]
    public void Names_the_ledger_line_of_a_refund() =>
        _lesson.Settle(A.Rules(threshold: 50m)).Receipt.TransactionIds.ShouldBe([TransactionId.From("refund")]);

    [Fact]
    public void Is_complete_for_people_who_never_came()
    {
        var receipt = new Lesson().IsOver().Settle().Receipt;

        receipt.Outcome.ShouldBe(SettlementOutcome.Refunded);
        receipt.AttendedSeconds.ShouldBe(0);
        receipt.MarginSeconds.ShouldBe(-720);
        receipt.AttendancePercentage.ShouldBe(AttendancePercentage.Of(0m));
        receipt.Intervals.ShouldBeEmpty();
        receipt.TeacherAttendedSeconds.ShouldBe(0);
        receipt.TeacherIntervals.ShouldBeEmpty();
        receipt.Commission.ShouldBe(Commission.None);
    }

    [Fact]
    public void Does_not_change_when_more_is_heard_of_the_teacher()
    {
        var receipt = _lesson.Settle().Receipt;

        _lesson.Hear("teacher", Heard.Left("10:00", "10:20", "PA_3"));

        _lesson.TeacherRecord.AttendedSeconds.ShouldBe(1_200);
        receipt.TeacherAttendedSeconds.ShouldBe(3_300);
        receipt.TeacherIntervals.ShouldHaveSingleItem().LeftAt.ShouldBe(Today.At("10:55"));
    }
}
