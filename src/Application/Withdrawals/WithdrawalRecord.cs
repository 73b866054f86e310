using TalkConnect.Domain.Common;
using TalkConnect.Domain.Users;
using TalkConnect.Domain.Withdrawals;

namespace TalkConnect.Application.Withdrawals;

/// <summary>What the audit trail keeps of a withdrawal: nothing of where the money goes.</summary>
internal sealed record WithdrawalRecord(
    UserId TeacherId, Money Amount, WithdrawalStatus Status, string? Notes, string? AdminNotes, string? BankReference)
{
    public static WithdrawalRecord Of(Withdrawal withdrawal) => new(
        withdrawal.TeacherId, withdrawal.Amount, withdrawal.Status, withdrawal.Notes, withdrawal.AdminNotes, withdrawal.BankReference);
}
