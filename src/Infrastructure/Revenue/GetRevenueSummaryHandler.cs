using MediatR;
using Microsoft.EntityFrameworkCore;
using TalkConnect.Application.Revenue;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Settlement;
using TalkConnect.Domain.Users;
using TalkConnect.Domain.Withdrawals;
using TalkConnect.Infrastructure.Persistence;

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
                Fee = group.Sum(hold => (decimal)hold.Fee),
                Sessions = group.Select(hold => hold.SessionId).Distinct().Count(),
                Students = group.Select(hold => hold.StudentId).Distinct().Count(),
            })
            .ToDictionaryAsync(sum => sum.Status, cancellationToken);
        var released = sums.GetValueOrDefault(PaymentHoldStatus.Released);
        var gross = Money.Of(released?.Amount ?? 0);
        var fee = Money.Of(released?.Fee ?? 0);

        var waiting = db.Set<PaymentHold>().Where(hold => hold.TeacherId == request.TeacherId).Unsettled();
        var held = await waiting.SumAsync(hold => (decimal)hold.Amount, cancellationToken);
        var nextDue = await waiting.MinAsync(hold => (DateTimeOffset?)hold.DueAt, cancellationToken);
        var available = await db.Set<User>().Where(user => user.Id == request.TeacherId)
            .Select(user => user.CreditBalance).SingleOrDefaultAsync(cancellationToken);

        return new RevenueSummary(
            gross, fee, gross - fee, Money.Of(sums.GetValueOrDefault(PaymentHoldStatus.Refunded)?.Amount ?? 0),
            await WithdrawnAsync(request, cancellationToken), released?.Sessions ?? 0, released?.Students ?? 0,
            Money.Of(held), available, nextDue);
    }

    private async Task<Money> WithdrawnAsync(GetRevenueSummary request, CancellationToken cancellationToken)
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

        return Money.Of(await paid.SumAsync(withdrawal => (decimal)withdrawal.Amount, cancellationToken));
    }
}
