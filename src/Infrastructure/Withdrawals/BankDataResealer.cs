using MediatR;
using Microsoft.EntityFrameworkCore;
using TalkConnect.Application.Withdrawals;
using TalkConnect.Domain.Withdrawals;
using TalkConnect.Infrastructure.Persistence;

namespace TalkConnect.Infrastructure.Withdrawals;

/// <summary>Encrypts all bank data under the newest key, one withdrawal in one transaction, while the servers run.</summary>
public sealed class BankDataResealer(TalkConnectDbContext db, IMediator mediator)
{
    private const int Batch = 200;

    /// <returns>How many were encrypted anew, and for each that could not be, why.</returns>
    public async Task<(int Resealed, IReadOnlyList<string> Failures)> RunAsync(CancellationToken cancellationToken)
    {
        var resealed = 0;
        var failures = new List<string>();

        for (WithdrawalId? last = null; ;)
        {
            var ids = await NextAsync(last, cancellationToken);
            foreach (var id in ids)
            {
                try
                {
                    resealed += await mediator.Send(new ResealBankData(id), cancellationToken) ? 1 : 0;
                }
                catch (BankDataUnreadableException error)
                {
                    failures.Add(error.Message);
                }
            }

            if (ids.Count < Batch)
            {
                return (resealed, failures);
            }

            last = ids[^1];
        }
    }

    private Task<List<WithdrawalId>> NextAsync(WithdrawalId? last, CancellationToken cancellationToken)
    {
        var withdrawals = db.Set<Withdrawal>().AsQueryable();
        if (last is { } id)
        {
            withdrawals = withdrawals.Where(withdrawal => withdrawal.Id.CompareTo(id) > 0);
        }

        return withdrawals.OrderBy(withdrawal => withdrawal.Id).Select(withdrawal => withdrawal.Id).Take(Batch).ToListAsync(cancellationToken);
    }
}
