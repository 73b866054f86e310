using CsCheck;
using TalkConnect.Domain.Ledger;
using TalkConnect.Domain.Settlement;

namespace TalkConnect.Domain.UnitTests.Settlement;

/// <summary>What the student paid is what student, teacher and platform have afterwards, to the cent.</summary>
public sealed class ConservationTests
{
    private static readonly Gen<SettlementRules> Rules =
        from policy in Gen.OneOf(SettlementPolicy.SeedV1, SettlementPolicy.FairV2)
        from threshold in Gen.Int[0, 10_000]
        from referredRate in Gen.Int[0, 10_000]
        from standardRate in Gen.Int[0, 10_000]
        select A.Rules(policy, threshold / 100m, referredRate / 10_000m, standardRate / 10_000m);

    private static readonly Gen<Story> Stories =
        from cents in Gen.Frequency((1, Gen.Long[1, 100]), (1, Gen.Long[1, 9_999_999_999]))
        from referred in Gen.Bool
        from cancelled in Gen.Bool
        from student in Gen.Int[0, 3_600]
        from teacher in Gen.Int[0, 3_600]
        from rules in Rules
        select new Story(cents, referred, cancelled, student, teacher, rules);

    [Fact]
    public void Holds_for_every_settlement() => Stories.Sample(
        story =>
        {
            var lesson = story.Play();

            var settled = lesson.Settle(story.Rules);

            var platform = -Moved(settled.Transactions, CounterAccount.Platform);
            platform.ShouldBeInRange(0m, story.Price);
            (lesson.Student.CreditBalance.Value + lesson.Teacher.CreditBalance.Value + platform).ShouldBe(story.Price);
        },
        iter: 10_000);

    [Fact]
    public void Takes_out_of_escrow_exactly_what_went_in() => Stories.Sample(
        story =>
        {
            var lesson = story.Play();

            var lines = lesson.Settle(story.Rules).Transactions.Append(lesson.Sale.Payment);

            Moved(lines, CounterAccount.Escrow).ShouldBe(0m);
        },
        iter: 10_000);

    [Fact]
    public void Is_what_the_run_counts() => Stories.Array[1, 4].Sample(
        stories =>
        {
            var run = SettlementRun.Start("run", manual: false, Today.At("11:20"));
            foreach (var settled in stories.Select(story => story.Play().Settle(story.Rules)))
            {
                run.Count(settled.Decision, settled.Amount);
            }

            (run.Released + run.Refunded).ShouldBe(stories.Length);
            (run.ReleasedAmount + run.RefundedAmount).Value.ShouldBe(stories.Sum(story => story.Price));
            run.CommissionAmount.ShouldBeLessThanOrEqualTo(run.ReleasedAmount);
        },
        iter: 10_000);

    private static decimal Moved(IEnumerable<Transaction> lines, CounterAccount account) =>
        lines.Where(line => line.CounterAccount == account).Sum(line => line.Amount.Value);

    private sealed record Story(long Cents, bool Referred, bool Cancelled, int StudentSeconds, int TeacherSeconds, SettlementRules Rules)
    {
        public decimal Price => Cents / 100m;

        public Lesson Play()
        {
            var start = Today.At("10:00");
            var lesson = new Lesson(price: Price, referred: Referred)
                .Hear("student", Heard.Left(start, start.AddSeconds(StudentSeconds), "PA_1", Room.Lesson1))
                .Hear("teacher", Heard.Left(start, start.AddSeconds(TeacherSeconds), "PA_2", Room.Lesson1));
            if (Cancelled)
            {
                lesson.Session.Cancel(null, Today.At("11:00"));
            }

            return lesson.IsOver();
        }
    }
}
