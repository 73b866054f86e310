using TalkConnect.Domain.Common;
using TalkConnect.Domain.Withdrawals;

namespace TalkConnect.Domain.UnitTests.Withdrawals;

public sealed class BankAccountTests
{
    [Theory]
    [InlineData("12345678", "••••5678")]
    [InlineData("DE89 3704 0044 0532 0130 00", "••••3000")]
    [InlineData("12-34-56-78", "••••5678")]
    [InlineData("ABC123", "••••C123")]
    public void Shows_the_end_of_its_number(string number, string masked)
    {
        var account = BankAccount.Of("B", number, "A", null, null);

        (account.AccountNumber, account.MaskedNumber, account.ToString()).ShouldBe((number, masked, masked));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("1 2 3 4 5")]
    [InlineData(" 123456")]
    [InlineData("123456-")]
    [InlineData("123456;")]
    [InlineData("１２３４５６７８")]
    [InlineData("12345678901234567890123456789012345")]
    public void Has_a_number_of_6_to_34_letters_and_digits(string? number) =>
        Should.Throw<DomainException>(() => BankAccount.Of("B", number, "A", null, null)).Field.ShouldBe("bank_account_info.account_number");

    [Theory]
    [InlineData("DEUTDEFF", "DEUTDEFF")]
    [InlineData("deutdeff500", "DEUTDEFF500")]
    [InlineData(null, null)]
    public void Has_a_BIC_in_capitals_or_none(string? code, string? kept) =>
        BankAccount.Of("B", "12345678", "A", null, code).SwiftCode.ShouldBe(kept);

    [Theory]
    [InlineData("DEUTDEF")]
    [InlineData("DEUTDEFF5")]
    [InlineData("DEU1DEFF")]
    [InlineData("DEUTDEFF 50")]
    [InlineData("")]
    public void Has_no_other_BIC(string code) =>
        Should.Throw<DomainException>(() => BankAccount.Of("B", "12345678", "A", null, code)).Field.ShouldBe("bank_account_info.swift_code");

    [Theory]
    [InlineData(" ", "A", null, "bank_name")]
    [InlineData("B", "A\n", null, "account_name")]
    [InlineData("B", "A", "", "branch")]
    public void Has_names_that_can_be_read(string bank, string holder, string? branch, string wrong) =>
        Should.Throw<DomainException>(() => BankAccount.Of(bank, "12345678", holder, branch, null)).Field.ShouldBe($"bank_account_info.{wrong}");
}
