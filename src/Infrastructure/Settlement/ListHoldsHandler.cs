using MediatR;
using Microsoft.EntityFrameworkCore;
using TalkConnect.Application.Common;
using TalkConnect.Application.Settlement;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Settlement;
using TalkConnect.Domain.Users;
using TalkConnect.Infrastructure.Persistence;

namespace TalkConnect.Infrastructure.Settlement;

internal sealed class ListHoldsHandler(TalkConnectDbContext db) : IRequestHandler<ListHolds, Page<AdminHoldView>>
{
    public async Task<Page<AdminHoldView>> Handle(ListHolds request, CancellationToken cancellationToken)
    {
        var queue = request.Waiting == "true";
        var chosen = Chosen(request);
        var ordered = queue ? LongestWaitingFirst(chosen, request.Page.After) : NewestFirst(chosen, request.Page.After);
        var found = await (
            from hold in ordered.Take(request.Page.Count + 1)
            select new AdminHoldView(
                hold.Id, hold.SessionPurchaseId, hold.SessionId, hold.StudentId, hold.TeacherId, hold.Amount, hold.Status, hold.HeldAt,
                hold.DueAt, hold.ReleasedAt, hold.ReleasePercentage, hold.Notes,
                hold.RefundedAmount, hold.ReviewReason, hold.DisputeReason, hold.FrozenAt, hold.Attempts, hold.LastError, hold.NextTryAt,
                db.Set<CourseSession>().Where(session => session.Id == hold.SessionId).Select(session => session.Title).FirstOrDefault(),
                db.Set<User>().Where(user => user.Id == hold.StudentId).Select(user => user.Name).FirstOrDefault(),
                db.Set<User>().Where(user => user.Id == hold.TeacherId).Select(user => user.Name).FirstOrDefault()))
            .ToListAsync(cancellationToken);
        return Page.Of(found, request, hold => PageCursor.Of((queue ? hold.FrozenAt : null) ?? hold.HeldAt, hold.Id.Value));
    }

    private IQueryable<PaymentHold> Chosen(ListHolds request)
    {
        var holds = db.Set<PaymentHold>().AsQueryable();
        if (Words.Parse<PaymentHoldStatus>(request.Status) is { } status)
        {
            holds = holds.Where(hold => hold.Status == status);
        }

        // A failure that was overcome is history.
        holds = request.Failed switch
        {
            "true" => holds.Where(hold => hold.NextTryAt != null),
            "false" => holds.Where(hold => hold.NextTryAt == null),
            _ => holds,
        };

        return request.Waiting switch
        {
            "true" => holds.Where(hold => hold.Status == PaymentHoldStatus.Disputed || hold.Status == PaymentHoldStatus.NeedsReview),
            "false" => holds.Where(hold => hold.Status != PaymentHoldStatus.Disputed && hold.Status != PaymentHoldStatus.NeedsReview),
            _ => holds,
        };
    }

    private static IQueryable<PaymentHold> NewestFirst(IQueryable<PaymentHold> holds, PageCursor? after)
    {
        if (after is not null)
        {
            var id = PaymentHoldId.From(after.Id);
            holds = holds.Where(hold => hold.HeldAt < after.At || (hold.HeldAt == after.At && hold.Id.CompareTo(id) < 0));
        }

        return holds.OrderByDescending(hold => hold.HeldAt).ThenByDescending(hold => hold.Id);
    }

    private static IQueryable<PaymentHold> LongestWaitingFirst(IQueryable<PaymentHold> holds, PageCursor? after)
    {
        if (after is not null)
        {
            var id = PaymentHoldId.From(after.Id);
            holds = holds.Where(hold => hold.FrozenAt > after.At || (hold.FrozenAt == after.At && hold.Id.CompareTo(id) > 0));
        }

        return holds.OrderBy(hold => hold.FrozenAt).ThenBy(hold => hold.Id);
    }
}
