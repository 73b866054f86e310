using MediatR;
using Microsoft.EntityFrameworkCore;
using TalkConnect.Application.Common;
using TalkConnect.Application.Users;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Settlement;
using TalkConnect.Domain.Users;
using TalkConnect.Domain.Withdrawals;
using TalkConnect.Infrastructure.Persistence;
using TalkConnect.Infrastructure.Settlement;

namespace TalkConnect.Infrastructure.Users;

internal sealed class GetUserHandler(TalkConnectDbContext db) : IRequestHandler<GetUser, UserView>
{
    public async Task<UserView> Handle(GetUser request, CancellationToken cancellationToken) =>
        await db.Set<User>().Where(user => user.Id == request.Id).Select(UserProjection.View).SingleOrDefaultAsync(cancellationToken)
        ?? throw UserErrors.NotFound(request.Id);
}

internal sealed class ListUsersHandler(TalkConnectDbContext db) : IRequestHandler<ListUsers, Page<UserView>>
{
    public async Task<Page<UserView>> Handle(ListUsers request, CancellationToken cancellationToken)
    {
        var users = db.Set<User>().AsQueryable();
        if (request.Page.After is { } after)
        {
            var id = UserId.From(after.Id);
            users = users.Where(user => user.CreatedAt < after.At || (user.CreatedAt == after.At && user.Id.CompareTo(id) < 0));
        }

        var found = await users.OrderByDescending(user => user.CreatedAt).ThenByDescending(user => user.Id)
            .Take(request.Page.Count + 1).Select(UserProjection.View).ToListAsync(cancellationToken);
        return Page.Of(found, request, user => PageCursor.Of(user.CreatedAt, user.Id.Value));
    }
}

internal sealed class RoleUse(TalkConnectDbContext db) : IRoleUse
{
    public async Task<bool> IsInUseAsync(UserId id, CancellationToken cancellationToken) =>
        await db.Set<Course>().AnyAsync(course => course.TeacherId == id, cancellationToken)
        || await db.Set<PaymentHold>().Unsettled().AnyAsync(hold => hold.StudentId == id || hold.TeacherId == id, cancellationToken)
        || await SpecificationEvaluator.Default.GetQuery(db.Set<Withdrawal>(), new OpenWithdrawalsOf(id)).AnyAsync(cancellationToken);
}
