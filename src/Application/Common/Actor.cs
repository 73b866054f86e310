using TalkConnect.Domain.Users;

namespace TalkConnect.Application.Common;

/// <summary>Who asks, as their token says.</summary>
/// <param name="Id">The person; they need no row to read or to administer.</param>
/// <param name="Role">The role that the token claims.</param>
public sealed record Actor(UserId Id, UserRole Role)
{
    /// <summary>Whether the person may see and do what is only an admin's.</summary>
    public bool IsAdmin => Role is UserRole.Admin;

    /// <summary>An admin moves nobody's money into or out of their own account.</summary>
    /// <exception cref="Domain.Common.DomainException"><c>own_account</c>.</exception>
    public void MustNotBe(UserId account)
    {
        if (Id == account)
        {
            throw UserErrors.OwnAccount();
        }
    }
}
