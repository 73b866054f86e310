using TalkConnect.Domain.Common;

namespace TalkConnect.Domain.Users;

/// <summary>What can be wrong with a person's account.</summary>
public static class UserErrors
{
    /// <summary>No such person.</summary>
    public static DomainException NotFound(UserId id) =>
        DomainException.NotFound("user_not_found", $"There is no user {id}. Create it with PUT /api/admin/users/{id} first.");

    /// <summary>The stored role is not the one that the token claims.</summary>
    public static DomainException RoleMismatch(UserRole needed) => DomainException.Forbidden(
        "role_mismatch", $"The stored role of this user is not {needed.ToString().ToLowerInvariant()}. Ask an admin to correct it.");

    /// <summary>The role cannot change while money or courses depend on it.</summary>
    public static DomainException RoleInUse() => DomainException.Conflict(
        "role_in_use", "The role cannot change while the user has a course, an unsettled hold or an open withdrawal.");

    /// <summary>Nobody refers themselves, and a referrer must exist.</summary>
    public static DomainException UnknownReferrer() => DomainException.Invalid(
        "validation_failed", "referred_by must be the id of another, existing user.", "referred_by");

    /// <summary>An admin acts on their own money.</summary>
    public static DomainException OwnAccount() => DomainException.Forbidden(
        "own_account", "An admin cannot move money of their own account. Ask another admin.");

    /// <summary>The balance is too small.</summary>
    public static DomainException InsufficientBalance(Money balance, Money needed) => DomainException.Conflict(
        "insufficient_balance", $"The balance is {balance}, {needed} is needed.");
}
