using CsCheck;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Ledger;
using TalkConnect.Domain.Users;

namespace TalkConnect.Domain.UnitTests.Ledger;

/// <summary>The chain of a user's lines, whatever was posted to it.</summary>
public sealed class LedgerChainTests
{
    private const int Iterations = 10_000;

    /// <summary>What is wanted, in cents: positive in, negative out; many of those out are more than there is.</summary>
    private static readonly Gen<long[]> Histories = Gen.OneOf(Gen.Long[-1_000, -1], Gen.Long[1, 1_000], Gen.Long[-9_999_999_999, -1])
        .Array[0, 25];

    [Fact]
    public void Holds_for_every_history() => Histories.Sample(wanted =>
    {
        var user = A.Student();
        var (expected, refused) = Reckon(wanted);

        var lines = wanted.Select((cents, index) => TryPost(user, cents, index)).OfType<Transaction>().ToList();

        lines.Select(line => (line.Sequence, line.BalanceBefore.Value, line.Amount.Value, line.BalanceAfter.Value)).ShouldBe(expected);
        user.CreditBalance.Value.ShouldBe(lines.Sum(line => line.Amount.Value));
        user.LastSequence.ShouldBe(wanted.Length - refused);
    }, iter: Iterations);

    [Fact]
    public void Is_never_touched_by_a_refused_posting() => Gen.Select(Gen.Long[0, 999], Gen.Long[1, 9_999_999_000]).Sample(
        (balance, more) =>
        {
            var user = A.Student(balance: balance / 100m);
            var sequence = user.LastSequence;

            var error = Should.Throw<DomainException>(
                () => user.Post(TransactionId.From("t"), Adjusting(-balance - more, 0), Today.At("09:00")));

            error.Code.ShouldBe("insufficient_balance");
            user.CreditBalance.Value.ShouldBe(balance / 100m);
            user.LastSequence.ShouldBe(sequence);
        },
        iter: Iterations);

    /// <summary>The chain by plain arithmetic on cents.</summary>
    private static (List<(int Sequence, decimal Before, decimal Amount, decimal After)> Lines, int Refused) Reckon(long[] wanted)
    {
        var lines = new List<(int, decimal, decimal, decimal)>();
        long balance = 0;
        foreach (var cents in wanted)
        {
            if (balance + cents >= 0)
            {
                lines.Add((lines.Count + 1, balance / 100m, cents / 100m, (balance + cents) / 100m));
                balance += cents;
            }
        }

        return (lines, wanted.Length - lines.Count);
    }

    private static Transaction? TryPost(User user, long cents, int index)
    {
        try
        {
            return user.Post(TransactionId.From($"t{index}"), Adjusting(cents, index), Today.At("09:00"));
        }
        catch (DomainException refusal) when (refusal.Code == "insufficient_balance")
        {
            return null;
        }
    }

    private static Posting Adjusting(long cents, int index)
    {
        var (id, amount) = (AdjustmentId.From($"a{index}"), Money.Of(Math.Abs(cents) / 100m));
        return cents > 0
            ? Posting.OfCredit(id, amount, "More", UserId.From("admin"))
            : Posting.OfDebit(id, amount, "Less", UserId.From("admin"));
    }
}
