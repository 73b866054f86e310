using System.Linq.Expressions;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TalkConnect.Application.Common;
using TalkConnect.Application.Settlement;
using TalkConnect.Domain.Settlement;
using TalkConnect.Infrastructure.Persistence;

namespace TalkConnect.Infrastructure.Settlement;

internal sealed class GetHoldHandler(TalkConnectDbContext db) : IRequestHandler<GetHold, HoldView>
{
    public async Task<HoldView> Handle(GetHold request, CancellationToken cancellationToken) =>
        await db.Set<PaymentHold>().Where(hold => hold.Id == request.Id).Where(HoldAccess.Of(request.Actor))
            .Select(hold => new HoldView(
                hold.Id, hold.SessionPurchaseId, hold.SessionId, hold.StudentId, hold.TeacherId, hold.Amount, hold.Status, hold.HeldAt,
                hold.DueAt, hold.ReleasedAt, hold.ReleasePercentage, hold.Notes,
                hold.RefundedAmount, hold.ReviewReason, hold.DisputeReason, hold.FrozenAt))
            .SingleOrDefaultAsync(cancellationToken)
        ?? throw SettlementErrors.NotFound();
}

internal sealed class GetReceiptHandler(TalkConnectDbContext db) : IRequestHandler<GetReceipt, ReceiptView>
{
    public async Task<ReceiptView> Handle(GetReceipt request, CancellationToken cancellationToken)
    {
        if (!await db.Set<PaymentHold>().Where(hold => hold.Id == request.Id).AnyAsync(HoldAccess.Of(request.Actor), cancellationToken))
        {
            throw SettlementErrors.NotFound();
        }

        var receipt = await db.Set<Receipt>().AsNoTracking().SingleOrDefaultAsync(receipt => receipt.HoldId == request.Id, cancellationToken);
        return receipt is null ? throw SettlementErrors.NotSettled() : ReceiptView.Of(receipt);
    }
}

internal sealed class ListSettlementsHandler(TalkConnectDbContext db) : IRequestHandler<ListSettlements, Page<SettlementRunView>>
{
    public async Task<Page<SettlementRunView>> Handle(ListSettlements request, CancellationToken cancellationToken)
    {
        var runs = db.Set<SettlementRun>().AsNoTracking();
        if (request.Page.After is { } after)
        {
            runs = runs.Where(run => run.Id.CompareTo(after.Id) < 0);
        }

        var found = await runs.OrderByDescending(run => run.Id).Take(request.Page.Count + 1).ToListAsync(cancellationToken);
        return Page.Of([.. found.Select(SettlementRunView.Of)], request, run => new PageCursor(0, run.Id));
    }
}

internal static class HoldAccess
{
    /// <summary>A hold is its student's, its teacher's and every admin's to see; for others it is not there.</summary>
    public static Expression<Func<PaymentHold, bool>> Of(Actor actor) => actor.IsAdmin
        ? hold => true
        : hold => hold.StudentId == actor.Id || hold.TeacherId == actor.Id;
}
