using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Settlement;

namespace TalkConnect.Domain.UnitTests.Settlement;

public sealed class HoldsToSettleTests
{
    private static readonly DateTimeOffset Now = Today.At("12:00");

    [Fact]
    public void Are_held_and_due_the_longest_waiting_first()
    {
        PaymentHold[] holds =
        [
            A.Hold("just-now", dueAt: "12:00"),
            A.Hold("too-soon", dueAt: "12:00:01"),
            Settled(A.Hold("settled", dueAt: "11:00")),
            A.Hold("long-ago", dueAt: "09:00"),
            A.Hold("earlier", dueAt: "11:00"),
        ];

        Found(holds, Due()).ShouldBe(["long-ago", "earlier", "just-now"]);
        Found(holds, Due(atMost: 2)).ShouldBe(["long-ago", "earlier"]);
    }

    [Fact]
    public void Are_taken_in_the_order_of_their_ids_when_they_are_due_at_once() =>
        Found([A.Hold("c"), A.Hold("a"), A.Hold("b")], Due()).ShouldBe(["a", "b", "c"]);

    [Fact]
    public void Wait_for_their_next_try_unless_all_are_wanted()
    {
        PaymentHold[] holds =
        [
            Failed(A.Hold("tried-long-ago", dueAt: "10:00"), at: "11:00"),
            Failed(A.Hold("to-be-tried-now", dueAt: "10:01"), at: "11:59"),
            Failed(A.Hold("tried-just-now", dueAt: "10:02"), at: "11:59:01"),
            A.Hold("fresh", dueAt: "10:03"),
        ];

        Found(holds, Due()).ShouldBe(["tried-long-ago", "to-be-tried-now", "fresh"]);
        Found(holds, Due(inBackOff: true)).ShouldBe(["tried-long-ago", "to-be-tried-now", "tried-just-now", "fresh"]);
    }

    [Fact]
    public void Begin_after_the_last_one_of_the_batch_before()
    {
        var last = A.Hold("b", dueAt: "10:30");
        PaymentHold[] holds =
        [
            A.Hold("z", dueAt: "10:00"),
            A.Hold("a", dueAt: "10:30"),
            last,
            A.Hold("c", dueAt: "10:30"),
            A.Hold("d", dueAt: "11:00"),
        ];

        holds.Where(Due(after: last).IsSatisfiedBy).Select(hold => hold.StudentId.Value).ShouldBe(["c", "d"]);
    }

    [Fact]
    public void Are_all_met_once_when_they_are_taken_batch_by_batch()
    {
        PaymentHold[] holds = [.. Enumerable.Range(10, 7).Select(minute => A.Hold($"m{minute}", dueAt: $"11:{minute}"))];

        var first = Batch(holds, after: null);
        var second = Batch(holds, after: first[^1]);
        var third = Batch(holds, after: second[^1]);

        first.Concat(second).Concat(third).ShouldBe(holds);
        Batch(holds, after: third[^1]).ShouldBeEmpty();
    }

    [Fact]
    public void Of_a_session_are_found_in_the_order_of_their_ids()
    {
        PaymentHold[] holds = [A.Hold("lee", session: "s1"), A.Hold("kim", session: "s2"), A.Hold("kim", session: "s1")];

        Found(holds, new HoldsOfSession(SessionId.From("s1"))).ShouldBe(["kim", "lee"]);
    }

    private static HoldsDueForSettlement Due(bool inBackOff = false, PaymentHold? after = null, int atMost = 10) =>
        new(Now, inBackOff, after?.DueAt, after?.Id, atMost);

    private static List<PaymentHold> Batch(PaymentHold[] holds, PaymentHold? after) =>
        [.. SpecificationEvaluator.Default.GetQuery(holds.AsQueryable(), Due(after: after, atMost: 3))];

    private static IEnumerable<string> Found(PaymentHold[] holds, ISpecification<PaymentHold> specification) =>
        SpecificationEvaluator.Default.GetQuery(holds.AsQueryable(), specification).Select(hold => hold.StudentId.Value);

    private static PaymentHold Settled(PaymentHold hold)
    {
        var absent = new SettlementDecision(
            SettlementOutcome.Refunded, SettlementReason.AttendanceBelowThreshold, AttendancePercentage.Of(0m), Commission.None, hold.Amount);
        hold.Settle(absent, Now);
        return hold;
    }

    /// <summary>The next try is a minute later.</summary>
    private static PaymentHold Failed(PaymentHold hold, string at)
    {
        hold.Fail("incomplete_hold", Today.At(at));
        return hold;
    }
}
