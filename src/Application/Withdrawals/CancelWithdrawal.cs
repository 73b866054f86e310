using MediatR;
using TalkConnect.Application.Common;
using TalkConnect.Domain.Audit;
using TalkConnect.Domain.Ledger;
using TalkConnect.Domain.Withdrawals;

namespace TalkConnect.Application.Withdrawals;

/// <summary>A teacher takes a withdrawal back that nobody has approved; its money goes back to the balance.</summary>
/// <param name="Id">The withdrawal.</param>
/// <param name="IdempotencyKey">The caller's key, if any.</param>
public sealed record CancelWithdrawal(WithdrawalId Id, IdempotencyKey? IdempotencyKey) : IIdempotentCommand<WithdrawalSnapshot>;

internal sealed class CancelWithdrawalHandler(WithdrawalDesk desk, IRepository<Transaction> ledger, IIds ids, TimeProvider clock)
    : IRequestHandler<CancelWithdrawal, WithdrawalSnapshot>
{
    public Task<WithdrawalSnapshot> Handle(CancelWithdrawal request, CancellationToken cancellationToken) => desk.MoveAsync(
        request.Id,
        AuditAction.WithdrawalCancelled,
        async withdrawal => ledger.Add(withdrawal.Cancel(
            await desk.ReserveOfAsync(withdrawal, cancellationToken), ids.New<TransactionId>(), clock.GetUtcNow())),
        cancellationToken);
}
