using MediatR;
using Microsoft.EntityFrameworkCore;
using TalkConnect.Application.Settlement;
using TalkConnect.Domain.Settlement;
using TalkConnect.Domain.Users;
using TalkConnect.Infrastructure.Persistence;

namespace TalkConnect.Infrastructure.Settlement;

internal sealed class MayDisputeHandler(TalkConnectDbContext db) : AsyncRequestHandler<MayDispute>
{
    protected override async Task Handle(MayDispute request, CancellationToken cancellationToken)
    {
        if (!await db.Set<PaymentHold>().AnyAsync(hold => hold.Id == request.Id && hold.StudentId == request.Actor.Id, cancellationToken))
        {
            throw SettlementErrors.NotFound();
        }
    }
}

internal sealed class MayResolveHandler(TalkConnectDbContext db) : AsyncRequestHandler<MayResolve>
{
    protected override async Task Handle(MayResolve request, CancellationToken cancellationToken)
    {
        var parties = await db.Set<PaymentHold>().Where(hold => hold.Id == request.Id)
            .Select(hold => new { hold.StudentId, hold.TeacherId })
            .SingleOrDefaultAsync(cancellationToken) ?? throw SettlementErrors.NotFound();
        if (parties.StudentId == request.Actor.Id || parties.TeacherId == request.Actor.Id)
        {
            throw UserErrors.OwnAccount();
        }
    }
}
