using TalkConnect.Domain.Common;
using TalkConnect.Domain.Users;

namespace TalkConnect.Application.Users;

/// <summary>A person as admins see them.</summary>
/// <param name="Id">The person.</param>
/// <param name="Name">Their name.</param>
/// <param name="Email">Their e-mail address.</param>
/// <param name="Role">What they are.</param>
/// <param name="ReferredBy">Who brought them; null for nobody.</param>
/// <param name="CreditBalance">What is on their account.</param>
/// <param name="CreatedAt">When they were added.</param>
public sealed record UserView(
    UserId Id, string Name, string Email, UserRole Role, UserId? ReferredBy, Money CreditBalance, DateTimeOffset CreatedAt)
{
    internal static UserView Of(User user) =>
        new(user.Id, user.Name, user.Email, user.Role, user.ReferredBy, user.CreditBalance, user.CreatedAt);
}
