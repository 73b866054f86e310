using TalkConnect.Application.Audit;
using TalkConnect.Application.Common;
using TalkConnect.Domain.Audit;
using TalkConnect.Domain.Ledger;
using TalkConnect.Domain.Users;
using TalkConnect.Domain.Withdrawals;

namespace TalkConnect.Application.Withdrawals;

/// <summary>Finds the ledger line that set a withdrawal's money aside.</summary>
public interface IReserves
{
    /// <summary>The line of that withdrawal, which is locked.</summary>
    Task<Transaction> OfAsync(Withdrawal withdrawal, CancellationToken cancellationToken);
}

/// <summary>What every move of a withdrawal begins and ends with.</summary>
internal sealed class WithdrawalDesk(
    IRepository<Withdrawal> withdrawals, IRepository<User> users, IReserves reserves, IBankVault vault, AuditTrail audit)
{
    /// <summary>Locks the withdrawal, moves it and notes who did that.</summary>
    public async Task<WithdrawalSnapshot> MoveAsync(
        WithdrawalId id, AuditAction action, Func<Withdrawal, Task> move, CancellationToken cancellationToken)
    {
        var withdrawal = await withdrawals.LockAsync(id, cancellationToken) ?? throw WithdrawalErrors.NotFound();
        var before = WithdrawalRecord.Of(withdrawal);
        await move(withdrawal);
        audit.Note(action, AuditSubject.Withdrawal, id.Value, before, WithdrawalRecord.Of(withdrawal));

        // The answer shows the destination. If it cannot be read, that must come out before anything is committed.
        var snapshot = WithdrawalSnapshot.Of(withdrawal);
        snapshot.Masked(vault);
        return snapshot;
    }

    /// <summary>The line that set the money aside.</summary>
    public Task<Transaction> LineOfAsync(Withdrawal withdrawal, CancellationToken cancellationToken) =>
        reserves.OfAsync(withdrawal, cancellationToken);

    /// <summary>The money that was set aside, with the account that it goes back to.</summary>
    public async Task<Reserve> ReserveOfAsync(Withdrawal withdrawal, CancellationToken cancellationToken)
    {
        var teacher = await users.LockAsync(withdrawal.TeacherId, cancellationToken) ?? throw UserErrors.NotFound(withdrawal.TeacherId);
        return new Reserve(teacher, await reserves.OfAsync(withdrawal, cancellationToken));
    }
}
