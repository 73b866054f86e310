using TalkConnect.Domain.Common;
using TalkConnect.Domain.Ledger;
using TalkConnect.Domain.Users;

namespace TalkConnect.Domain.UnitTests.Ledger;

public sealed class DepositTests
{
    [Fact]
    public void Books_the_money_and_remembers_the_line()
    {
        var student = A.Student("kim", balance: 5m);

        var (deposit, line) = To(student, 20m);

        student.CreditBalance.ShouldBe(Money.Of(25m));
        line.Amount.ShouldBe(Money.Of(20m));
        line.ReferenceId.ShouldBe("d1");
        deposit.Id.ShouldBe(DepositId.From("d1"));
        deposit.TransactionId.ShouldBe(line.Id);
        deposit.UserId.ShouldBe(student.Id);
        deposit.Amount.ShouldBe(Money.Of(20m));
        deposit.ExternalReference.ShouldBe("bank-7");
    }

    [Fact]
    public void Of_nothing_is_refused()
    {
        var student = A.Student(balance: 5m);

        Should.Throw<DomainException>(() => To(student, 0m)).Code.ShouldBe("amount_out_of_range");

        student.CreditBalance.ShouldBe(Money.Of(5m));
    }

    [Fact]
    public void Told_again_is_the_same_one() =>
        Should.NotThrow(() => To(A.Student("kim"), 20m).Deposit.MustBeOf(UserId.From("kim"), Money.Of(20m)));

    [Theory]
    [InlineData("lee", 20)]
    [InlineData("kim", 20.01)]
    public void Is_not_mistaken_for_another_one(string user, decimal amount)
    {
        var (deposit, _) = To(A.Student("kim"), 20m);

        var error = Should.Throw<DomainException>(() => deposit.MustBeOf(UserId.From(user), Money.Of(amount)));

        error.Code.ShouldBe("duplicate_reference");
        error.Kind.ShouldBe(ErrorKind.Conflict);
    }

    private static (Deposit Deposit, Transaction Line) To(User user, decimal amount) =>
        Deposit.To(user, Money.Of(amount), "bank-7", DepositId.From("d1"), TransactionId.From("t1"), Today.At("09:00"));
}
