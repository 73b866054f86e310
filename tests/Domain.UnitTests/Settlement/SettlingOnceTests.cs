using TalkConnect.Domain.Common;
using TalkConnect.Domain.Settlement;

namespace TalkConnect.Domain.UnitTests.Settlement;

public sealed class SettlingOnceTests
{
    [Theory]
    [InlineData("10:30")]
    [InlineData("10:05")]
    public void Throws_the_second_time_and_changes_nothing(string leftAt)
    {
        var lesson = new Lesson(referred: true).WasThere("student", "10:00", leftAt).IsOver();
        lesson.Settle(at: "11:20");
        var before = Snapshot(lesson);

        var error = Should.Throw<DomainException>(() => lesson.Settle(A.Rules(threshold: 25m), at: "11:25"));

        error.Code.ShouldBe("already_settled");
        Snapshot(lesson).ShouldBe(before);
    }

    [Fact]
    public void Throws_while_the_session_is_on_and_changes_nothing()
    {
        var lesson = new Lesson().WasThere("student", "10:00", "10:30");
        var before = Snapshot(lesson);

        lesson.Case.IsRipe.ShouldBeFalse();
        var error = Should.Throw<DomainException>(() => lesson.Settle(at: "11:20"));

        error.Code.ShouldBe("session_not_over");
        Snapshot(lesson).ShouldBe(before);
    }

    [Fact]
    public void Is_possible_as_soon_as_the_session_is_over_or_cancelled()
    {
        new Lesson().IsOver().Case.IsRipe.ShouldBeTrue();

        var cancelled = new Lesson();
        cancelled.Session.Cancel(null, Today.At("09:00"));
        cancelled.Case.IsRipe.ShouldBeTrue();
    }

    [Fact]
    public void Is_possible_after_it_has_failed()
    {
        var lesson = new Lesson().WasThere("student", "10:00", "10:30").IsOver();
        lesson.Hold.Fail("TimeoutException", Today.At("11:20"));

        lesson.Settle(at: "11:25");

        lesson.Hold.Status.ShouldBe(PaymentHoldStatus.Released);
        lesson.Hold.NextTryAt.ShouldBeNull();
    }

    /// <summary>All that a settlement writes.</summary>
    private static object[] Snapshot(Lesson lesson) =>
    [
        lesson.Hold.Status,
        lesson.Hold.ReleasedAt?.ToString() ?? "-",
        lesson.Hold.Notes ?? "-",
        lesson.Sale.Purchase.Status,
        lesson.Sale.Purchase.RefundAmount?.ToString() ?? "-",
        lesson.Student.CreditBalance,
        lesson.Student.LastSequence,
        lesson.Teacher.CreditBalance,
        lesson.Teacher.LastSequence,
    ];
}
