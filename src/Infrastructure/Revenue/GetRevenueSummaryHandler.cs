using MediatR;
using Microsoft.EntityFrameworkCore;
using TalkConnect.Application.Revenue;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Settlement;
using TalkConnect.Domain.Users;
using TalkConnect.Domain.Withdrawals;
using TalkConnect.Infrastructure.Persistence;
using TalkConnect.Infrastructure.Settlement;

namespace TalkConnect.Infrastructure.Revenue;

internal sealed class GetRevenueSummaryHandler(TalkConnectDbContext db) : IRequestHandler<GetRevenueSummary, RevenueSummary>
{
    public async Task<RevenueSummary> Handle(GetRevenueSummary request, CancellationToken cancellationToken)
    {
        var holds = db.OfTeacher(request.TeacherId, request.Period);
        var sums = await holds.Settled()
            .GroupBy(hold => hold.Status)
            .Select(group => new
            {
                Status = group.Key,
                Amount = group.Sum(hold => (decimal)hold.Amount),
                Refunded = group.Sum(hold => (decimal)hold.RefundedAmount),
                Fee = group.Sum(hold => (decimal)hold.Fee),
                Sessions = group.Select(hold => hold.SessionId).Distinct().Count(),
                Students = group.Select(hold => hold.StudentId).Distinct().Count(),
            })
            .ToDictionaryAsync(sum => sum.Status, cancellationToken);
        var released = sums.GetValueOrDefault(PaymentHoldStatus.Released);
        var gross = Money.Of(released is null ? 0 : released.Amount - released.Refunded);
        var fee = Money.Of(released?.Fee ?? 0);

        var waiting = db.Set<PaymentHold>().Where(hold => hold.TeacherId == request.TeacherId).Unsettled();
        var paid = Paid(request);
        var now = await db.Set<User>().Where(user => user.Id == request.TeacherId)
            .Select(user => new
            {
                user.CreditBalance,
                Held = waiting.Sum(hold => (decimal)hold.Amount),
                NextDue = waiting.Min(hold => (DateTimeOffset?)hold.DueAt),
                Withdrawn = paid.Sum(withdrawal => (decimal)withdrawal.Amount),
            })
            .SingleOrDefaultAsync(cancellationToken);

        return new RevenueSummary(
            gross, fee, gross - fee, Money.Of(sums.Values.Sum(sum => sum.Refunded)),
            Money.Of(now?.Withdrawn ?? 0), released?.Sessions ?? 0, released?.Students ?? 0,
            Money.Of(now?.Held ?? 0), now?.CreditBalance ?? Money.Zero, now?.NextDue);
    }

    private IQueryable<Withdrawal> Paid(GetRevenueSummary request)
    {
        var paid = db.Set<Withdrawal>().Where(withdrawal => withdrawal.TeacherId == request.TeacherId && withdrawal.Status == WithdrawalStatus.Completed);
        if (request.Period.Begin is { } from)
        {
            paid = paid.Where(withdrawal => withdrawal.CompletedAt >= from);
        }

        if (request.Period.End is { } to)
        {
            paid = paid.Where(withdrawal => withdrawal.CompletedAt < to);
        }

        return paid;
    }
}
