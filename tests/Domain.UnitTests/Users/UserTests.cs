using TalkConnect.Domain.Common;
using TalkConnect.Domain.Users;

namespace TalkConnect.Domain.UnitTests.Users;

public sealed class UserTests
{
    private static readonly UserId Kim = UserId.From("kim");

    [Fact]
    public void Begins_with_nothing_on_the_account()
    {
        var user = User.Register(Kim, "Kim", "kim@example.org", UserRole.Teacher, UserId.From("lee"), Today.At("08:00"));

        user.Name.ShouldBe("Kim");
        user.Email.ShouldBe("kim@example.org");
        user.Role.ShouldBe(UserRole.Teacher);
        user.ReferredBy.ShouldBe(UserId.From("lee"));
        user.CreatedAt.ShouldBe(Today.At("08:00"));
        user.CreditBalance.ShouldBe(Money.Zero);
        user.LastSequence.ShouldBe(0);
    }

    [Fact]
    public void Refers_nobody_to_themselves()
    {
        var error = Should.Throw<DomainException>(
            () => User.Register(Kim, "Kim", "kim@example.org", UserRole.Teacher, Kim, Today.At("08:00")));

        error.Kind.ShouldBe(ErrorKind.Invalid);
        error.Field.ShouldBe("referred_by");
    }

    [Fact]
    public void Is_replaced_as_a_whole_except_the_money()
    {
        var user = A.Teacher("kim", referred: true, balance: 50m);

        user.Replace("Kim Lee", "lee@example.org", UserRole.Student, referredBy: null, roleInUse: false);

        user.Name.ShouldBe("Kim Lee");
        user.Email.ShouldBe("lee@example.org");
        user.Role.ShouldBe(UserRole.Student);
        user.ReferredBy.ShouldBeNull();
        user.CreditBalance.ShouldBe(Money.Of(50m));
        user.LastSequence.ShouldBe(1);
    }

    [Fact]
    public void Keeps_the_role_while_something_depends_on_it()
    {
        var user = A.Teacher("kim");

        var error = Should.Throw<DomainException>(
            () => user.Replace("Kim Lee", "lee@example.org", UserRole.Student, referredBy: null, roleInUse: true));

        error.Code.ShouldBe("role_in_use");
        error.Kind.ShouldBe(ErrorKind.Conflict);
        user.Role.ShouldBe(UserRole.Teacher);
        user.Name.ShouldBe("Kim");
    }

    [Fact]
    public void Can_be_renamed_and_referred_while_the_role_is_in_use()
    {
        var user = A.Teacher("kim");

        user.Replace("Kim Lee", "kim@example.org", UserRole.Teacher, UserId.From("lee"), roleInUse: true);

        user.Name.ShouldBe("Kim Lee");
        user.ReferredBy.ShouldBe(UserId.From("lee"));
    }

    [Fact]
    public void Is_not_replaced_at_all_when_the_referrer_is_wrong()
    {
        var user = A.Teacher("kim");

        Should.Throw<DomainException>(() => user.Replace("Kim Lee", "lee@example.org", UserRole.Admin, Kim, roleInUse: false));

        user.Name.ShouldBe("Kim");
        user.Role.ShouldBe(UserRole.Teacher);
    }

    [Fact]
    public void Must_have_the_role_that_the_token_claims()
    {
        var student = A.Student();

        Should.NotThrow(() => student.MustBe(UserRole.Student));
        var error = Should.Throw<DomainException>(() => student.MustBe(UserRole.Teacher));
        error.Code.ShouldBe("role_mismatch");
        error.Kind.ShouldBe(ErrorKind.Forbidden);
    }

    [Fact]
    public void Is_found_by_id()
    {
        User[] users = [A.Student("kim"), A.Student("Kim"), A.Teacher("lee")];

        SpecificationEvaluator.Default.GetQuery(users.AsQueryable(), new UserWithId(Kim)).ShouldBe([users[0]]);
    }
}
