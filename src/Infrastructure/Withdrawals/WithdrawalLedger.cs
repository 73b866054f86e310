using Microsoft.EntityFrameworkCore;
using TalkConnect.Application.Withdrawals;
using TalkConnect.Domain.Ledger;
using TalkConnect.Domain.Withdrawals;
using TalkConnect.Infrastructure.Persistence;

namespace TalkConnect.Infrastructure.Withdrawals;

/// <summary>What withdrawals need of the ledger. Whoever calls has locked the user or the withdrawal, so nothing here need be.</summary>
internal sealed class WithdrawalLedger(TalkConnectDbContext db) : IReserves
{
    public Task<Transaction> OfAsync(Withdrawal withdrawal, CancellationToken cancellationToken) => db.Set<Transaction>()
        .SingleAsync(
            line => line.UserId == withdrawal.TeacherId
                && line.Type == TransactionType.Withdrawal
                && line.ReferenceType == ReferenceType.Withdrawal
                && line.ReferenceId == withdrawal.Id.Value,
            cancellationToken);
}
