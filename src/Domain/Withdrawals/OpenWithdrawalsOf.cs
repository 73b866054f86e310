using TalkConnect.Domain.Common;
using TalkConnect.Domain.Users;

namespace TalkConnect.Domain.Withdrawals;

/// <summary>A teacher's withdrawals that are neither paid nor closed.</summary>
public sealed class OpenWithdrawalsOf : Specification<Withdrawal>
{
    /// <summary>The open withdrawals of that teacher.</summary>
    public OpenWithdrawalsOf(UserId teacher) => Query
        .Where(withdrawal => withdrawal.TeacherId == teacher)
        .Where(withdrawal => withdrawal.Status == WithdrawalStatus.Pending || withdrawal.Status == WithdrawalStatus.Processing);
}
