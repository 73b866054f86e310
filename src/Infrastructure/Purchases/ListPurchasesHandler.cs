using MediatR;
using Microsoft.EntityFrameworkCore;
using TalkConnect.Application.Common;
using TalkConnect.Application.Purchases;
using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Purchases;
using TalkConnect.Domain.Settlement;
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

        var found = await (
            from purchase in purchases
            join session in db.Set<CourseSession>() on purchase.SessionId equals session.Id
            join hold in db.Set<PaymentHold>() on purchase.PaymentHoldId equals hold.Id
            orderby purchase.PurchasedAt descending, purchase.Id descending
            select new PurchaseView(
                purchase.Id, purchase.SessionId, session.Title, session.ScheduledAt, purchase.Status, purchase.PricePaid, purchase.Attended,
                purchase.AttendanceDurationMinutes, purchase.RefundAmount, purchase.PaymentHoldId, purchase.PurchasedAt,
                hold.Status, hold.DueAt))
            .Take(request.Page.Count + 1)
            .ToListAsync(cancellationToken);
        return Page.Of(found, request, purchase => PageCursor.Of(purchase.PurchasedAt, purchase.Id.Value));
    }
}
