using MediatR;
using TalkConnect.Application.Common;
using TalkConnect.Domain.Withdrawals;

namespace TalkConnect.Application.Withdrawals;

/// <summary>Encrypts one withdrawal's bank data under the newest key; under it already, it stays as it is.</summary>
/// <param name="Id">The withdrawal.</param>
public sealed record ResealBankData(WithdrawalId Id) : ICommand<bool>;

internal sealed class ResealBankDataHandler(IRepository<Withdrawal> withdrawals, IBankVault vault) : IRequestHandler<ResealBankData, bool>
{
    public async Task<bool> Handle(ResealBankData request, CancellationToken cancellationToken)
    {
        var withdrawal = await withdrawals.LockAsync(request.Id, cancellationToken) ?? throw WithdrawalErrors.NotFound();
        if (vault.IsCurrent(withdrawal.BankAccountInfo))
        {
            return false;
        }

        var account = vault.Open(withdrawal.BankAccountInfo, withdrawal.Id, withdrawal.TeacherId);
        withdrawal.Reseal(vault.Seal(account, withdrawal.Id, withdrawal.TeacherId));
        return true;
    }
}
