using TalkConnect.Domain.Common;
using TalkConnect.Domain.Ledger;
using TalkConnect.Domain.Users;
using TalkConnect.Domain.Withdrawals;

namespace TalkConnect.Domain.UnitTests.Withdrawals;

public sealed class WithdrawalTests
{
    private static readonly WithdrawalRules Rules = new(Money.Of(10), MaximumOpen: 3, FourEyesAbove: Money.Of(50));
    private static readonly UserId Admin = UserId.From("admin");
    private static readonly UserId Other = UserId.From("other");
    private static readonly string[] AllMoves = ["approve", "complete", "reject", "cancel"];
    private static readonly string[] MovesOfProcessing = ["complete", "reject"];
    private static readonly DateTimeOffset Now = Today.At("09:00");

    private readonly User _teacher = A.Teacher(balance: 100);

    [Fact]
    public void Takes_the_money_when_it_is_asked_for()
    {
        var (withdrawal, line) = Request(40);

        withdrawal.Status.ShouldBe(WithdrawalStatus.Pending);
        _teacher.CreditBalance.ShouldBe(Money.Of(60));
        (line.Amount, line.Status, line.CompletedAt).ShouldBe((Money.Of(-40), TransactionStatus.Pending, null));
    }

    [Theory]
    [InlineData(100.01, 0, "insufficient_balance")]
    [InlineData(9.99, 0, "validation_failed")]
    [InlineData(10, 3, "too_many_open")]
    public void Is_refused_without_touching_the_balance(double amount, int open, string code)
    {
        Should.Throw<DomainException>(() => Request((decimal)amount, open)).Code.ShouldBe(code);

        _teacher.CreditBalance.ShouldBe(Money.Of(100));
        _teacher.LastSequence.ShouldBe(1);
    }

    [Fact]
    public void Any_number_may_be_open_where_no_cap_is_set() =>
        Request(10, open: 1000, Rules with { MaximumOpen = 0 }).Withdrawal.Status.ShouldBe(WithdrawalStatus.Pending);

    [Fact]
    public void Is_for_teachers() => Should.Throw<DomainException>(() => Withdrawal.Request(
        Wanted(10), A.Student(balance: 100), 0, Rules, TransactionId.From("t"), Now)).Code.ShouldBe("role_mismatch");

    [Theory]
    [InlineData("approve")]
    [InlineData("approve complete")]
    [InlineData("reject")]
    [InlineData("approve reject")]
    [InlineData("cancel")]
    public void Moves_only_as_far_as_its_state_allows(string made)
    {
        var (withdrawal, line) = Request(40);
        foreach (var move in made.Split(' '))
        {
            Move(withdrawal, line, move);
        }

        var (status, balance, sequence, lineStatus) = (withdrawal.Status, _teacher.CreditBalance, _teacher.LastSequence, line.Status);
        foreach (var move in AllMoves.Except(status is WithdrawalStatus.Processing ? MovesOfProcessing : []))
        {
            Should.Throw<DomainException>(() => Move(withdrawal, line, move)).Code.ShouldBe("invalid_transition");
        }

        (withdrawal.Status, _teacher.CreditBalance, _teacher.LastSequence, line.Status).ShouldBe((status, balance, sequence, lineStatus));
    }

    [Theory]
    [InlineData("reject", WithdrawalStatus.Rejected)]
    [InlineData("cancel", WithdrawalStatus.Cancelled)]
    public void Closed_gives_the_money_back_and_its_line_has_failed(string move, WithdrawalStatus status)
    {
        var (withdrawal, line) = Request(40);

        Move(withdrawal, line, move);

        (withdrawal.Status, withdrawal.ClosedAt, line.Status, _teacher.CreditBalance).ShouldBe((status, Now, TransactionStatus.Failed, Money.Of(100)));
    }

    [Fact]
    public void Completed_its_line_is_done()
    {
        var (withdrawal, line) = Request(40);

        Move(withdrawal, line, "approve");
        Move(withdrawal, line, "complete");

        (line.Status, line.CompletedAt, withdrawal.CompletedAt, withdrawal.BankReference).ShouldBe((TransactionStatus.Completed, Now, Now, "T-1"));
    }

    [Fact]
    public void Nobody_handles_their_own()
    {
        var (withdrawal, line) = Request(40);

        Should.Throw<DomainException>(() => withdrawal.Approve(_teacher.Id, null, null, Now)).Code.ShouldBe("own_account");
        Should.Throw<DomainException>(() => withdrawal.Reject(_teacher.Id, "x", new Reserve(_teacher, line), TransactionId.From("r"), Now)).Code
            .ShouldBe("own_account");
        Should.Throw<DomainException>(() => withdrawal.Complete(_teacher.Id, "x", null, line, Rules, Now)).Code.ShouldBe("own_account");
    }

    [Theory]
    [InlineData(50, false)]
    [InlineData(50.01, true)]
    public void Four_eyes_look_at_more_than_the_limit(double amount, bool needed)
    {
        var (withdrawal, line) = Request((decimal)amount);
        withdrawal.Approve(Admin, null, null, Now);

        if (needed)
        {
            Should.Throw<DomainException>(() => withdrawal.Complete(Admin, "T", null, line, Rules, Now)).Code.ShouldBe("second_admin_needed");
            withdrawal.Complete(Other, "T", null, line, Rules, Now);
        }
        else
        {
            withdrawal.Complete(Admin, "T", null, line, Rules, Now);
        }

        withdrawal.Status.ShouldBe(WithdrawalStatus.Completed);
    }

    private static WithdrawalRequest Wanted(decimal amount) =>
        new(WithdrawalId.From("w"), Money.Of(amount), new SealedBankAccount("k", "sealed"), null);

    private (Withdrawal Withdrawal, Transaction Reserve) Request(decimal amount, int open = 0, WithdrawalRules? rules = null) =>
        Withdrawal.Request(Wanted(amount), _teacher, open, rules ?? Rules, TransactionId.From("t"), Now);

    private void Move(Withdrawal withdrawal, Transaction line, string move)
    {
        switch (move)
        {
            case "approve":
                withdrawal.Approve(Admin, null, null, Now);
                break;
            case "complete":
                withdrawal.Complete(Other, "T-1", null, line, Rules, Now);
                break;
            case "reject":
                withdrawal.Reject(Admin, "no", new Reserve(_teacher, line), TransactionId.From("r"), Now);
                break;
            default:
                withdrawal.Cancel(new Reserve(_teacher, line), TransactionId.From("r"), Now);
                break;
        }
    }
}
