using TalkConnect.Domain.Common;

namespace TalkConnect.Domain.Users;

/// <summary>One person, if they are stored and not in a role.</summary>
public sealed class UserInAnotherRole : Specification<User>
{
    /// <summary>Asks for the person with that id in any role but that one.</summary>
    public UserInAnotherRole(UserId id, UserRole role) => Query.Where(user => user.Id == id && user.Role != role);
}
