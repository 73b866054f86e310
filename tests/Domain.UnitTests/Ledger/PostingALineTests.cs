using TalkConnect.Domain.Common;
using TalkConnect.Domain.Ledger;
using TalkConnect.Domain.Users;

namespace TalkConnect.Domain.UnitTests.Ledger;

public sealed class PostingALineTests
{
    private static readonly UserId Admin = UserId.From("admin");
    private static readonly Money Largest = Money.Of(99_999_999_999_999_999.99m);

    [Fact]
    public void Continues_where_the_line_before_ended()
    {
        var user = A.Student();

        var first = Post(user, "t1", A.Deposit(100m, "d1"));
        var second = Post(user, "t2", Debit(30.01m));
        var third = Post(user, "t3", A.Deposit(0.01m, "d2"));

        Chain(first, second, third).ShouldBe([(1, 0m, 100m, 100m), (2, 100m, -30.01m, 69.99m), (3, 69.99m, 0.01m, 70m)]);
        user.CreditBalance.ShouldBe(Money.Of(70m));
        user.LastSequence.ShouldBe(3);
    }

    [Fact]
    public void Writes_down_what_who_when_and_why()
    {
        var line = Post(A.Student("kim"), "t1", A.Deposit(100m, "d1"));

        line.Id.ShouldBe(TransactionId.From("t1"));
        line.UserId.ShouldBe(UserId.From("kim"));
        line.Type.ShouldBe(TransactionType.Deposit);
        line.CounterAccount.ShouldBe(CounterAccount.External);
        line.ReferenceType.ShouldBe(ReferenceType.Deposit);
        line.ReferenceId.ShouldBe("d1");
        line.Description.ShouldBe("Deposit");
        line.Metadata.ShouldBe(new TransactionMetadata { ExternalReference = "bank-1" });
        line.Status.ShouldBe(TransactionStatus.Completed);
        line.CreatedAt.ShouldBe(Today.At("09:00"));
        line.CompletedAt.ShouldBe(Today.At("09:00"));
    }

    [Fact]
    public void May_take_the_last_cent()
    {
        var user = A.Student(balance: 30m);

        Post(user, "t2", Debit(30m)).BalanceAfter.ShouldBe(Money.Zero);
    }

    [Fact]
    public void Never_takes_a_cent_more_than_there_is()
    {
        var user = A.Student(balance: 30m);

        var error = Should.Throw<DomainException>(() => Post(user, "t2", Debit(30.01m)));

        error.Code.ShouldBe("insufficient_balance");
        error.Kind.ShouldBe(ErrorKind.Conflict);
        user.CreditBalance.ShouldBe(Money.Of(30m));
        user.LastSequence.ShouldBe(1);
    }

    [Fact]
    public void Changes_nothing_when_the_balance_would_be_too_large_to_store()
    {
        var user = A.Student();
        Post(user, "t1", A.Deposit(1m, "d1") with { Amount = Largest });

        Should.Throw<DomainException>(() => Post(user, "t2", A.Deposit(0.01m, "d2"))).Code.ShouldBe("money_out_of_range");

        user.CreditBalance.ShouldBe(Largest);
        user.LastSequence.ShouldBe(1);
    }

    private static Posting Debit(decimal amount) => Posting.OfDebit(AdjustmentId.From("a1"), Money.Of(amount), "A mistake", Admin);

    private static Transaction Post(User user, string id, Posting posting) => user.Post(TransactionId.From(id), posting, Today.At("09:00"));

    private static IEnumerable<(int Sequence, decimal Before, decimal Amount, decimal After)> Chain(params Transaction[] lines) =>
        lines.Select(line => (line.Sequence, line.BalanceBefore.Value, line.Amount.Value, line.BalanceAfter.Value));
}
