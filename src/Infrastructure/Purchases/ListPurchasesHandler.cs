using MediatR;
using Microsoft.EntityFrameworkCore;
using TalkConnect.Application.Common;
using TalkConnect.Application.Purchases;
using TalkConnect.Domain.Purchases;
using TalkConnect.Infrastructure.Persistence;

namespace TalkConnect.Infrastructure.Purchases;

internal sealed class ListPurchasesHandler(TalkConnectDbContext db) : IRequestHandler<ListPurchases, Page<PurchaseView>>
{
    public async Task<Page<PurchaseView>> Handle(ListPurchases request, CancellationToken cancellationToken)
    {
        var purchases = db.Set<SessionPurchase>().Where(purchase => purchase.UserId == request.UserId);
        if (request.Page.After is { } after)
        {
            var id = PurchaseId.From(after.Id);
            purchases = purchases.Where(purchase => purchase.PurchasedAt < after.At
                || (purchase.PurchasedAt == after.At && purchase.Id.CompareTo(id) < 0));
        }

        var found = await purchases.OrderByDescending(purchase => purchase.PurchasedAt).ThenByDescending(purchase => purchase.Id)
            .Take(request.Page.Count + 1)
            .Select(purchase => new PurchaseView(
                purchase.Id, purchase.SessionId, purchase.Status, purchase.PricePaid, purchase.Attended,
                purchase.AttendanceDurationMinutes, purchase.RefundAmount, purchase.PaymentHoldId, purchase.PurchasedAt))
            .ToListAsync(cancellationToken);
        return Page.Of(found, request.Page, purchase => PageCursor.Of(purchase.PurchasedAt, purchase.Id.Value));
    }
}
