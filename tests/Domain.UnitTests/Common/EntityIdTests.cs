using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Ledger;
using TalkConnect.Domain.Purchases;
using TalkConnect.Domain.Settlement;
using TalkConnect.Domain.Users;

namespace TalkConnect.Domain.UnitTests.Common;

public sealed class EntityIdTests
{
    /// <summary>Every kind of id, each made from the same text.</summary>
    public static readonly TheoryData<Func<string, string>> Kinds =
    [
        text => UserId.From(text).ToString(),
        text => CourseId.From(text).ToString(),
        text => SessionId.From(text).ToString(),
        text => PurchaseId.From(text).ToString(),
        text => PaymentHoldId.From(text).ToString(),
        text => TransactionId.From(text).ToString(),
        text => DepositId.From(text).ToString(),
        text => AdjustmentId.From(text).ToString(),
        text => AttendanceRecordId.From(text).ToString(),
    ];

    [Theory]
    [InlineData("1")]
    [InlineData("123")]
    [InlineData("user_456")]
    [InlineData("0197f3a2-7c1e-7d3b-9a55-0123456789ab")]
    [InlineData("a.b:c@d!~")]
    public void May_be_any_short_visible_ascii_text(string text) => UserId.From(text).Value.ShouldBe(text);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0197f3a2-7c1e-7d3b-9a55-0123456789abc")]
    [InlineData("user#2")]
    [InlineData("user/2")]
    [InlineData("user 2")]
    [InlineData(" ")]
    [InlineData("user\t2")]
    [InlineData("user2\n")]
    [InlineData("user\u00002")]
    [InlineData("user\u007F")]
    [InlineData("user\u00A02")]
    [InlineData("użytkownik")]
    [InlineData("user２")]
    public void Is_refused_otherwise(string? text)
    {
        EntityIdText.IsValid(text).ShouldBeFalse();
        var error = Should.Throw<DomainException>(() => UserId.From(text!));
        error.Code.ShouldBe("invalid_id");
        error.Kind.ShouldBe(ErrorKind.Invalid);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Of_any_kind_is_checked_and_written_as_it_came(Func<string, string> fromTextAndBack)
    {
        fromTextAndBack("user_456").ShouldBe("user_456");
        Should.Throw<DomainException>(() => fromTextAndBack("user#456")).Code.ShouldBe("invalid_id");
    }

    [Fact]
    public void Tells_capitals_from_small_letters() => UserId.From("A").ShouldNotBe(UserId.From("a"));

    [Fact]
    public void Is_sorted_by_its_bytes()
    {
        UserId[] ids = [UserId.From("a"), UserId.From("_"), UserId.From("B"), UserId.From("10"), UserId.From("9")];

        ids.Order().Select(id => id.Value).ShouldBe(["10", "9", "B", "_", "a"]);
        (UserId.From("B") < UserId.From("a")).ShouldBeTrue();
        (UserId.From("B") > UserId.From("a")).ShouldBeFalse();
        (UserId.From("a") <= UserId.From("a")).ShouldBeTrue();
        (UserId.From("a") >= UserId.From("b")).ShouldBeFalse();
    }

    [Fact]
    public void Names_the_field_that_is_wrong() =>
        Should.Throw<DomainException>(() => EntityIdText.Check("a b", "referred_by")).Field.ShouldBe("referred_by");
}
