using TalkConnect.Domain.Common;
using TalkConnect.Domain.Ledger;
using TalkConnect.Domain.Withdrawals;

namespace TalkConnect.Domain.UnitTests.Withdrawals;

public sealed class LotMarkTests
{
    private static readonly LotMark Mark = new(Sequence: 10, LotSequence: 4, Used: Money.Of(5));

    [Theory]
    [InlineData(3, 25)]
    [InlineData(10, 25)]
    [InlineData(11, 26)]
    public void Needs_the_lots_that_were_in_use_before_or_are_now(decimal amount, decimal most)
    {
        LedgerEntry[] uses = [Line(11, -20), Line(12, 20), Line(13, -10)];

        Mark.MostInUse(uses, Money.Of(amount)).ShouldBe(Money.Of(most));
    }

    [Fact]
    public void Needs_what_it_has_used_and_the_amount_where_nothing_follows_it() =>
        Mark.MostInUse([], Money.Of(7)).ShouldBe(Money.Of(12));

    private static LedgerEntry Line(int sequence, decimal amount) => new(
        TransactionId.From($"t{sequence}"), sequence, amount < 0 ? TransactionType.Withdrawal : TransactionType.Refund, Money.Of(amount), ReferenceType.Withdrawal, "w");
}
