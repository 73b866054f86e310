using System.Text.Json;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Ledger;
using TalkConnect.Domain.Purchases;
using TalkConnect.Domain.Users;

namespace TalkConnect.Domain.UnitTests.Ledger;

/// <summary>The table of the ledger's events: sign, counter account and cause of each.</summary>
public sealed class PostingsTests
{
    public static readonly TheoryData<decimal> NoAmounts = [0m, -0.01m, 100_000_000m];

    private static readonly UserId Admin = UserId.From("admin");
    private static readonly AdjustmentId Adjustment = AdjustmentId.From("a1");

    [Fact]
    public void Of_a_deposit_come_from_outside()
    {
        var posting = Posting.OfDeposit(DepositId.From("d1"), Money.Of(25m), "bank-1");

        Sides(posting).ShouldBe((TransactionType.Deposit, 25m, CounterAccount.External));
        Cause(posting).ShouldBe((ReferenceType.Deposit, "d1"));
        posting.Metadata.ExternalReference.ShouldBe("bank-1");
    }

    [Fact]
    public void Of_a_purchase_go_into_escrow()
    {
        var posting = Posting.OfPurchase(PurchaseId.From("p1"), A.Session(id: "s1", course: "c1", price: 70m));

        Sides(posting).ShouldBe((TransactionType.Purchase, -70m, CounterAccount.Escrow));
        Cause(posting).ShouldBe((ReferenceType.SessionPurchase, "p1"));
        posting.Description.ShouldBe("Purchase of session Small talk");
        posting.Metadata.ShouldBe(new TransactionMetadata { SessionId = "s1", CourseId = "c1" });
    }

    [Fact]
    public void Of_an_admins_credit_come_from_the_platform()
    {
        var posting = Posting.OfCredit(Adjustment, Money.Of(5m), "Sorry", Admin);

        Sides(posting).ShouldBe((TransactionType.AdminCredit, 5m, CounterAccount.Platform));
        Cause(posting).ShouldBe((ReferenceType.Adjustment, "a1"));
        posting.Metadata.ShouldBe(new TransactionMetadata { Reason = "Sorry", AdminId = "admin" });
    }

    [Fact]
    public void Of_an_admins_debit_go_to_the_platform()
    {
        var posting = Posting.OfDebit(Adjustment, Money.Of(5m), "A mistake", Admin);

        Sides(posting).ShouldBe((TransactionType.AdminDebit, -5m, CounterAccount.Platform));
        Cause(posting).ShouldBe((ReferenceType.Adjustment, "a1"));
        posting.Metadata.ShouldBe(new TransactionMetadata { Reason = "A mistake", AdminId = "admin" });
    }

    [Theory]
    [MemberData(nameof(NoAmounts))]
    public void Are_of_one_cent_to_the_largest_amount(decimal amount)
    {
        var money = Money.Of(amount);

        Refused(() => Posting.OfDeposit(DepositId.From("d1"), money, "bank-1"));
        Refused(() => Posting.OfCredit(Adjustment, money, "Sorry", Admin));
        Refused(() => Posting.OfDebit(Adjustment, money, "A mistake", Admin));
        Refused(() => Posting.OfPurchase(PurchaseId.From("p1"), A.Session(price: amount)));
    }

    [Fact]
    public void Carry_metadata_under_the_keys_of_the_contract() =>
        typeof(TransactionMetadata).GetProperties().Select(property => JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name)).ShouldBe(
        [
            "session_id", "course_id", "attendance_percentage", "original_amount", "platform_fee", "commission_rate", "reason",
            "admin_id", "external_reference",
        ]);

    private static (TransactionType Type, decimal Amount, CounterAccount CounterAccount) Sides(Posting posting) =>
        (posting.Type, posting.Amount.Value, posting.CounterAccount);

    private static (ReferenceType Type, string Id) Cause(Posting posting) => (posting.ReferenceType, posting.ReferenceId);

    private static void Refused(Func<Posting> make)
    {
        var error = Should.Throw<DomainException>(() => make());
        error.Code.ShouldBe("amount_out_of_range");
        error.Kind.ShouldBe(ErrorKind.Invalid);
    }
}
