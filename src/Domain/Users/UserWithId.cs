using TalkConnect.Domain.Common;

namespace TalkConnect.Domain.Users;

/// <summary>Whether there is such a person.</summary>
public sealed class UserWithId : Specification<User>
{
    /// <summary>The person with that id.</summary>
    public UserWithId(UserId id) => Query.Where(user => user.Id == id);
}
