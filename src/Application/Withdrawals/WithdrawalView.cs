using TalkConnect.Domain.Common;
using TalkConnect.Domain.Users;
using TalkConnect.Domain.Withdrawals;

namespace TalkConnect.Application.Withdrawals;

/// <summary>A withdrawal as it is now, with its bank data still sealed: this is what is kept of an answer.</summary>
/// <param name="Id">The withdrawal.</param>
/// <param name="TeacherId">Whose money it is.</param>
/// <param name="Amount">How much.</param>
/// <param name="Status">Where it is in its life.</param>
/// <param name="BankAccountInfo">Where the money goes, sealed.</param>
/// <param name="RequestedAt">When it was asked for.</param>
/// <param name="ProcessedAt">When it was approved.</param>
/// <param name="CompletedAt">When the bank had paid.</param>
/// <param name="ClosedAt">When it was rejected or cancelled.</param>
/// <param name="Notes">What the teacher said.</param>
/// <param name="AdminNotes">What an admin said; of a rejection, why.</param>
/// <param name="BankReference">The bank's name for the transfer.</param>
/// <param name="ApprovedBy">The admin who approved it.</param>
public sealed record WithdrawalSnapshot(
    WithdrawalId Id,
    UserId TeacherId,
    Money Amount,
    WithdrawalStatus Status,
    SealedBankAccount BankAccountInfo,
    DateTimeOffset RequestedAt,
    DateTimeOffset? ProcessedAt,
    DateTimeOffset? CompletedAt,
    DateTimeOffset? ClosedAt,
    string? Notes,
    string? AdminNotes,
    string? BankReference,
    UserId? ApprovedBy)
{
    /// <summary>The withdrawal as it is now.</summary>
    public static WithdrawalSnapshot Of(Withdrawal withdrawal) => new(
        withdrawal.Id, withdrawal.TeacherId, withdrawal.Amount, withdrawal.Status, withdrawal.BankAccountInfo, withdrawal.RequestedAt,
        withdrawal.ProcessedAt, withdrawal.CompletedAt, withdrawal.ClosedAt, withdrawal.Notes, withdrawal.AdminNotes,
        withdrawal.BankReference, withdrawal.ApprovedBy);

    /// <summary>The withdrawal as everybody who may see it sees it.</summary>
    public WithdrawalView Masked(IBankVault vault) => Shown(BankAccountView.Masked(vault.Open(BankAccountInfo, Id, TeacherId)));

    /// <summary>The withdrawal with its full account number.</summary>
    public WithdrawalView Revealed(IBankVault vault) => Shown(BankAccountView.Full(vault.Open(BankAccountInfo, Id, TeacherId)));

    private WithdrawalView Shown(BankAccountView account) => new(
        Id, TeacherId, Amount, Status, account, RequestedAt, ProcessedAt, CompletedAt, ClosedAt, Notes, AdminNotes, BankReference, ApprovedBy);
}

/// <summary>A withdrawal.</summary>
/// <param name="Id">The withdrawal.</param>
/// <param name="TeacherId">Whose money it is.</param>
/// <param name="Amount">How much.</param>
/// <param name="Status">Where it is in its life.</param>
/// <param name="BankAccountInfo">Where the money goes.</param>
/// <param name="RequestedAt">When it was asked for.</param>
/// <param name="ProcessedAt">When it was approved.</param>
/// <param name="CompletedAt">When the bank had paid.</param>
/// <param name="ClosedAt">When it was rejected or cancelled.</param>
/// <param name="Notes">What the teacher said.</param>
/// <param name="AdminNotes">What an admin said; of a rejection, why.</param>
/// <param name="BankReference">The bank's name for the transfer.</param>
/// <param name="ApprovedBy">The admin who approved it.</param>
public record WithdrawalView(
    WithdrawalId Id,
    UserId TeacherId,
    Money Amount,
    WithdrawalStatus Status,
    BankAccountView BankAccountInfo,
    DateTimeOffset RequestedAt,
    DateTimeOffset? ProcessedAt,
    DateTimeOffset? CompletedAt,
    DateTimeOffset? ClosedAt,
    string? Notes,
    string? AdminNotes,
    string? BankReference,
    UserId? ApprovedBy);

/// <summary>Where money goes.</summary>
/// <param name="BankName">The bank.</param>
/// <param name="AccountNumber">The account's number: <c>••••1234</c>, and in full only in an admin's detail.</param>
/// <param name="AccountName">Whose account it is.</param>
/// <param name="Branch">The branch.</param>
/// <param name="SwiftCode">The bank's BIC.</param>
public sealed record BankAccountView(string BankName, string AccountNumber, string AccountName, string? Branch, string? SwiftCode)
{
    internal static BankAccountView Masked(BankAccount account) => Full(account) with { AccountNumber = account.MaskedNumber };

    internal static BankAccountView Full(BankAccount account) =>
        new(account.BankName, account.AccountNumber, account.AccountName, account.Branch, account.SwiftCode);

    /// <summary>Says nothing of what is personal, wherever it may be printed.</summary>
    public override string ToString() => nameof(BankAccountView);
}
