using CsCheck;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Ledger;
using TalkConnect.Domain.Withdrawals;

namespace TalkConnect.Domain.UnitTests.Withdrawals;

public sealed class LotsTests
{
    private readonly Lots _lots = new();
    private int _lines;

    [Fact]
    public void Are_used_oldest_first()
    {
        Comes(30);
        Comes(20);

        Withdraws("w", 40).ShouldBe([(1, 30, 0), (2, 10, 10)]);
    }

    [Fact]
    public void Of_a_release_are_net_of_its_commission()
    {
        Follow(TransactionType.PaymentRelease, 100, ReferenceType.PaymentHold, "h");
        Follow(TransactionType.Commission, -30, ReferenceType.PaymentHold, "h");
        Comes(5);

        _lots.Left.First().Amount.ShouldBe(Money.Of(70));
        Withdraws("w", 72).ShouldBe([(1, 70, 0), (3, 2, 3)]);
    }

    [Fact]
    public void Of_a_release_that_is_all_commission_pay_nothing()
    {
        Follow(TransactionType.PaymentRelease, 100, ReferenceType.PaymentHold, "h");
        Follow(TransactionType.Commission, -100, ReferenceType.PaymentHold, "h");
        Comes(5);

        Withdraws("w", 5).ShouldBe([(3, 5, 0)]);
    }

    [Fact]
    public void Are_used_up_by_debits_and_purchases_too()
    {
        Comes(30);
        Follow(TransactionType.AdminDebit, -10, ReferenceType.Adjustment, "a");
        Follow(TransactionType.Purchase, -15, ReferenceType.SessionPurchase, "p");
        Comes(30);

        Withdraws("w", 10).ShouldBe([(1, 5, 0), (4, 5, 25)]);
    }

    [Fact]
    public void Of_a_closed_withdrawal_are_free_again_in_their_old_place()
    {
        Comes(10);
        Comes(10);
        Withdraws("w", 15);
        Comes(10);
        Reverses("w", 15);

        Withdraws("v", 25).ShouldBe([(1, 10, 0), (2, 10, 0), (4, 5, 5)]);
    }

    [Fact]
    public void Say_whether_later_money_had_been_used()
    {
        Comes(10);
        Comes(10);
        Comes(10);
        Withdraws("a", 15);
        Reverses("a", 15);

        Furthest("b", 5).ShouldBe([false]);
        Furthest("c", 20).ShouldBe([false, true, true]);
    }

    [Fact]
    public void Do_not_cover_more_than_came_in()
    {
        Comes(10);

        Should.Throw<DomainException>(() => Withdraws("w", 10.01m)).Code.ShouldBe("ledger_broken");
    }

    /// <summary>However money comes and goes: what is left of the lots is the balance, and each use adds up to its line.</summary>
    [Fact]
    public void Are_the_balance() => Gen.Int[0, 999_999].Array[0, 25].Sample(
        steps =>
        {
            var lots = new LotsTests();
            var balance = 0m;
            var open = new Dictionary<string, decimal>();
            foreach (var step in steps)
            {
                var amount = (step / 10 % 9_999 / 100m) + 0.01m;
                switch (step % 10)
                {
                    case < 4:
                        lots.Comes(amount);
                        balance += amount;
                        break;
                    case < 6 when amount <= balance:
                        lots.Follow(TransactionType.AdminDebit, -amount, ReferenceType.Adjustment, $"{lots._lines}");
                        balance -= amount;
                        break;
                    case < 8 when amount <= balance:
                        var name = $"w{lots._lines}";
                        var shares = lots.Withdraws(name, amount);
                        shares.Sum(share => share.Amount).ShouldBe(amount);
                        shares.Select(share => share.Lot).ShouldBeInOrder(SortDirection.Ascending);
                        open[name] = amount;
                        balance -= amount;
                        break;
                    case >= 8 when open.Count > 0:
                        var (closed, back) = open.First();
                        lots.Reverses(closed, back);
                        open.Remove(closed);
                        balance += back;
                        break;
                }

                lots._lots.Remaining.ShouldBe(Money.Of(balance));
                lots._lots.Left.Sum(lot => lot.Remaining.Value).ShouldBe(balance);
                lots._lots.Left.All(lot => lot.Remaining > Money.Zero && lot.Remaining <= lot.Amount).ShouldBeTrue();
            }
        },
        iter: 10_000);

    private void Comes(decimal amount) => Follow(TransactionType.AdminCredit, amount, ReferenceType.Adjustment, $"{_lines}");

    private void Reverses(string withdrawal, decimal amount) => Follow(TransactionType.Refund, amount, ReferenceType.Withdrawal, withdrawal);

    private List<(int Lot, decimal Amount, decimal Remainder)> Withdraws(string id, decimal amount)
    {
        var shares = Follow(TransactionType.Withdrawal, -amount, ReferenceType.Withdrawal, id);
        return [.. shares.Select(share => (share.Lot.Sequence, share.Amount.Value, share.Remainder.Value))];
    }

    private bool[] Furthest(string id, decimal amount) =>
        [.. Follow(TransactionType.Withdrawal, -amount, ReferenceType.Withdrawal, id).Select(share => share.IsFurthest)];

    private IReadOnlyList<LotShare> Follow(TransactionType type, decimal amount, ReferenceType referenceType, string reference) =>
        _lots.Follow(new LedgerEntry(TransactionId.From($"t{++_lines}"), _lines, type, Money.Of(amount), referenceType, reference));
}
