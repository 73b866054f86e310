using MediatR;
using TalkConnect.Domain.Users;

namespace TalkConnect.Application.Common;

/// <summary>An admin needs no row to move money. Who has one, with another role in it, is an admin no longer, whatever an older token says.</summary>
internal sealed class StoredRoleBehavior<TRequest, TAnswer>(Caller caller, IRepository<User> users) : IPipelineBehavior<TRequest, TAnswer>
    where TRequest : IRequest<TAnswer>, IMovesMoney
{
    public async Task<TAnswer> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TAnswer> next)
    {
        if (caller.Actor is { IsAdmin: true } admin && await users.AnyAsync(new UserInAnotherRole(admin.Id, UserRole.Admin), cancellationToken))
        {
            throw UserErrors.RoleMismatch(UserRole.Admin);
        }

        return await next();
    }
}
