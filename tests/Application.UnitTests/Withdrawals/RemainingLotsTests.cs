using CsCheck;
using TalkConnect.Application.Withdrawals;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Ledger;
using TalkConnect.Domain.Users;
using TalkConnect.Domain.Withdrawals;

namespace TalkConnect.Application.UnitTests.Withdrawals;

public sealed class RemainingLotsTests
{
    private static readonly UserId Teacher = UserId.From("teacher");

    /// <summary>However money comes and goes, a withdrawal finds the lots that somebody finds who goes through the whole ledger.</summary>
    [Fact]
    public void Are_those_of_the_whole_ledger() => Gen.Int[0, 9_999_999].Array[0, 60].Sample(
        steps =>
        {
            var ledger = new Ledger();
            foreach (var step in steps)
            {
                var amount = (step / 100 % 3_000 / 100m) + 0.01m;
                switch (step % 10)
                {
                    case < 3:
                        ledger.Credit(amount);
                        break;
                    case 3:
                        ledger.Release(amount, fee: Math.Round(amount * (step / 10 % 10) / 9m, 2));
                        break;
                    case < 6 when amount <= ledger.Balance:
                        ledger.Debit(amount);
                        break;
                    case < 9 when amount <= ledger.Balance:
                        // Now and then by a server that does not know of marks yet.
                        var (found, whole) = ledger.Withdraw(amount, marks: step / 10 % 4 > 0);
                        found.ShouldBe(whole);
                        break;
                    case 9 when ledger.Open.Count > 0:
                        ledger.Reverse(ledger.Open[step / 10 % ledger.Open.Count]);
                        break;
                }
            }
        },
        iter: 20_000);

    [Fact]
    public void Are_read_from_the_last_withdrawal_on_and_no_further_than_needed()
    {
        var ledger = new Ledger();
        for (var number = 0; number < 1000; number++)
        {
            ledger.Credit(10);
        }

        for (var number = 0; number < 150; number++)
        {
            ledger.Withdraw(45);
        }

        ledger.LinesRead = 0;
        ledger.Withdraw(45);

        // The lot that the last one used up, the five that pay, and the one that shows that they are enough.
        ledger.LinesRead.ShouldBe(7);
    }

    [Fact]
    public void Are_not_read_again_and_again_because_of_what_was_given_back()
    {
        var ledger = new Ledger();
        for (var number = 0; number < 1000; number++)
        {
            ledger.Credit(10);
        }

        for (var number = 0; number < 20; number++)
        {
            ledger.Withdraw(1000 - number);
            ledger.Reverse(ledger.Open.Single());
        }

        ledger.LinesRead = 0;
        ledger.Withdraw(10);

        ledger.LinesRead.ShouldBeLessThan(150);
    }

    [Fact]
    public void Of_a_ledger_that_does_not_add_up_are_an_error()
    {
        var ledger = new Ledger();
        ledger.Credit(10);

        Should.Throw<DomainException>(() => ledger.Withdraw(10.01m)).Code.ShouldBe("ledger_broken");
    }

    /// <summary>A teacher's ledger, with what a database keeps of it.</summary>
    private sealed class Ledger : ILotHistory
    {
        private readonly List<LedgerEntry> _lines = [];
        private readonly List<(WithdrawalLine Line, bool Marks, int Reserve, int Lot)> _kept = [];
        private readonly Lots _whole = new();

        public decimal Balance => _whole.Remaining.Value;

        public List<string> Open { get; } = [];

        public int LinesRead { get; set; }

        public void Credit(decimal amount) => Post(TransactionType.AdminCredit, amount, ReferenceType.Adjustment, $"a{_lines.Count}");

        public void Debit(decimal amount) => Post(TransactionType.AdminDebit, -amount, ReferenceType.Adjustment, $"a{_lines.Count}");

        public void Release(decimal amount, decimal fee)
        {
            var hold = $"h{_lines.Count}";
            Post(TransactionType.PaymentRelease, amount, ReferenceType.PaymentHold, hold);
            if (fee > 0)
            {
                Post(TransactionType.Commission, -fee, ReferenceType.PaymentHold, hold);
            }
        }

        public void Reverse(string withdrawal)
        {
            Open.Remove(withdrawal);
            Post(TransactionType.Refund, -_lines.Single(line => line.ReferenceId == withdrawal).Amount.Value, ReferenceType.Withdrawal, withdrawal);
        }

        public (List<Share> Found, List<Share> Whole) Withdraw(decimal amount, bool marks = true)
        {
            var id = $"w{_lines.Count}";
            var lots = new RemainingLots(this).OfAsync(Teacher, Money.Of(amount), default).GetAwaiter().GetResult();
            var reserve = Entry(TransactionType.Withdrawal, -amount, ReferenceType.Withdrawal, id);
            var found = lots.Follow(reserve);
            var whole = _whole.Follow(reserve);
            _lines.Add(reserve);
            _kept.AddRange(WithdrawalLine.Of(WithdrawalId.From(id), found).Zip(found, (line, share) => (line, marks, reserve.Sequence, share.Lot.Sequence)));
            Open.Add(id);
            return (Share.Of(found), Share.Of(whole));
        }

        public Task<LotMark> LastMarkAsync(UserId user, CancellationToken cancellationToken)
        {
            var (line, _, reserve, lot) = _kept.LastOrDefault(kept => kept.Marks && kept.Line.IsFurthest);
            return Task.FromResult(line is null ? LotMark.Beginning : new LotMark(reserve, lot, line.LotAmount - line.Remainder));
        }

        public Task<IReadOnlyList<LedgerEntry>> UsesAfterAsync(UserId user, int sequence, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<LedgerEntry>>([.. _lines.Skip(sequence).Where(IsUse).Select(Read)]);

        public IAsyncEnumerable<LedgerEntry> LotsFromAsync(UserId user, int sequence, CancellationToken cancellationToken) =>
            _lines.Skip(sequence - 1).Where(line => !IsUse(line)).Select(Read).ToAsyncEnumerable();

        public Task<IReadOnlyList<LotUse>> UsesOfAsync(WithdrawalId withdrawal, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<LotUse>>(
                [.. _kept.Where(kept => kept.Line.WithdrawalId == withdrawal)
                    .Select(kept => new LotUse(kept.Line.TransactionId, kept.Lot, kept.Line.LotAmount, kept.Line.Amount))]);

        private static bool IsUse(LedgerEntry line) => line.IsReversal || (line.Amount < Money.Zero && line.Type is not TransactionType.Commission);

        private LedgerEntry Read(LedgerEntry line)
        {
            LinesRead++;
            return line;
        }

        private void Post(TransactionType type, decimal amount, ReferenceType referenceType, string reference)
        {
            _lines.Add(Entry(type, amount, referenceType, reference));
            _whole.Follow(_lines[^1]);
        }

        private LedgerEntry Entry(TransactionType type, decimal amount, ReferenceType referenceType, string reference) =>
            new(TransactionId.From($"t{_lines.Count + 1}"), _lines.Count + 1, type, Money.Of(amount), referenceType, reference);
    }

    private sealed record Share(TransactionId Lot, Money LotAmount, Money Amount, Money Remainder, bool IsFurthest)
    {
        public static List<Share> Of(IReadOnlyList<LotShare> shares) =>
            [.. shares.Select(share => new Share(share.Lot.TransactionId, share.Lot.Amount, share.Amount, share.Remainder, share.IsFurthest))];
    }
}
