using MediatR;
using Microsoft.EntityFrameworkCore;
using TalkConnect.Application.Withdrawals;
using TalkConnect.Domain.Users;
using TalkConnect.Domain.Withdrawals;
using TalkConnect.Infrastructure.Persistence;

namespace TalkConnect.Infrastructure.Withdrawals;

internal sealed class MayCancelWithdrawalHandler(TalkConnectDbContext db) : AsyncRequestHandler<MayCancelWithdrawal>
{
    protected override async Task Handle(MayCancelWithdrawal request, CancellationToken cancellationToken)
    {
        if (await db.TeacherOfAsync(request.Id, cancellationToken) != request.Actor.Id)
        {
            throw WithdrawalErrors.NotFound();
        }
    }
}

internal sealed class MayHandleWithdrawalHandler(TalkConnectDbContext db) : AsyncRequestHandler<MayHandleWithdrawal>
{
    protected override async Task Handle(MayHandleWithdrawal request, CancellationToken cancellationToken)
    {
        request.Actor.MustNotBe(await db.TeacherOfAsync(request.Id, cancellationToken));
    }
}

internal static class WithdrawalLookup
{
    public static async Task<UserId> TeacherOfAsync(this TalkConnectDbContext db, WithdrawalId id, CancellationToken cancellationToken) =>
        await db.Set<Withdrawal>().Where(withdrawal => withdrawal.Id == id)
            .Select(withdrawal => (UserId?)withdrawal.TeacherId).SingleOrDefaultAsync(cancellationToken)
        ?? throw WithdrawalErrors.NotFound();
}
