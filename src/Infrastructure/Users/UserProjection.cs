using System.Linq.Expressions;
using TalkConnect.Application.Users;
using TalkConnect.Domain.Users;

namespace TalkConnect.Infrastructure.Users;

internal static class UserProjection
{
    public static readonly Expression<Func<User, UserView>> View = user =>
        new UserView(user.Id, user.Name, user.Email, user.Role, user.ReferredBy, user.CreditBalance, user.CreatedAt);
}
