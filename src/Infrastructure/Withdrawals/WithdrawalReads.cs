using System.Linq.Expressions;
using MediatR;
using Microsoft.EntityFrameworkCore;
using TalkConnect.Application.Common;
using TalkConnect.Application.Withdrawals;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Withdrawals;
using TalkConnect.Infrastructure.Persistence;

namespace TalkConnect.Infrastructure.Withdrawals;

internal sealed class ListWithdrawalsHandler(TalkConnectDbContext db, IBankVault vault) : IRequestHandler<ListWithdrawals, Page<WithdrawalView>>
{
    public async Task<Page<WithdrawalView>> Handle(ListWithdrawals request, CancellationToken cancellationToken)
    {
        var withdrawals = db.Set<Withdrawal>().AsQueryable();
        if (request.TeacherId is { } teacher)
        {
            withdrawals = withdrawals.Where(withdrawal => withdrawal.TeacherId == teacher);
        }

        if (Words.Parse<WithdrawalStatus>(request.Status) is { } status)
        {
            withdrawals = withdrawals.Where(withdrawal => withdrawal.Status == status);
        }

        var ordered = Words.Parse<ListOrder>(request.Order) is ListOrder.Oldest
            ? OldestFirst(withdrawals, request.Page.After)
            : NewestFirst(withdrawals, request.Page.After);
        var found = await ordered
            .Take(request.Page.Count + 1)
            .Select(WithdrawalProjection.Snapshot)
            .ToListAsync(cancellationToken);
        return Page.Of(
            found.ConvertAll(withdrawal => withdrawal.Masked(vault)),
            request,
            withdrawal => PageCursor.Of(withdrawal.RequestedAt, withdrawal.Id.Value));
    }

    private static IQueryable<Withdrawal> NewestFirst(IQueryable<Withdrawal> withdrawals, PageCursor? after)
    {
        if (after is not null)
        {
            var id = WithdrawalId.From(after.Id);
            withdrawals = withdrawals.Where(withdrawal => withdrawal.RequestedAt < after.At
                || (withdrawal.RequestedAt == after.At && withdrawal.Id.CompareTo(id) < 0));
        }

        return withdrawals.OrderByDescending(withdrawal => withdrawal.RequestedAt).ThenByDescending(withdrawal => withdrawal.Id);
    }

    private static IQueryable<Withdrawal> OldestFirst(IQueryable<Withdrawal> withdrawals, PageCursor? after)
    {
        if (after is not null)
        {
            var id = WithdrawalId.From(after.Id);
            withdrawals = withdrawals.Where(withdrawal => withdrawal.RequestedAt > after.At
                || (withdrawal.RequestedAt == after.At && withdrawal.Id.CompareTo(id) > 0));
        }

        return withdrawals.OrderBy(withdrawal => withdrawal.RequestedAt).ThenBy(withdrawal => withdrawal.Id);
    }
}

internal sealed class GetWithdrawalHandler(TalkConnectDbContext db, IBankVault vault) : IRequestHandler<GetWithdrawal, WithdrawalView>
{
    public async Task<WithdrawalView> Handle(GetWithdrawal request, CancellationToken cancellationToken)
    {
        var found = await db.Set<Withdrawal>()
            .Where(withdrawal => withdrawal.Id == request.Id && withdrawal.TeacherId == request.TeacherId)
            .Select(WithdrawalProjection.Snapshot)
            .SingleOrDefaultAsync(cancellationToken);
        return found is null ? throw WithdrawalErrors.NotFound() : found.Masked(vault);
    }
}

internal static class WithdrawalProjection
{
    public static readonly Expression<Func<Withdrawal, WithdrawalSnapshot>> Snapshot = withdrawal => new WithdrawalSnapshot(
        withdrawal.Id, withdrawal.TeacherId, withdrawal.Amount, withdrawal.Status, withdrawal.BankAccountInfo, withdrawal.RequestedAt,
        withdrawal.ProcessedAt, withdrawal.CompletedAt, withdrawal.ClosedAt, withdrawal.Notes, withdrawal.AdminNotes,
        withdrawal.BankReference, withdrawal.ApprovedBy);
}
