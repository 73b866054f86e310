using System.Text.Json.Serialization;
using MediatR;
using TalkConnect.Application.Audit;
using TalkConnect.Application.Common;
using TalkConnect.Domain.Audit;
using TalkConnect.Domain.Withdrawals;

namespace TalkConnect.Application.Withdrawals;

/// <summary>An admin sees a withdrawal with its full account number; that they did is noted.</summary>
/// <param name="Id">The withdrawal.</param>
public sealed record RevealWithdrawal(WithdrawalId Id) : ICommand<WithdrawalDetail>;

/// <summary>A withdrawal with its full account number and what it is paid with.</summary>
public sealed record WithdrawalDetail : WithdrawalView
{
    internal WithdrawalDetail(WithdrawalView withdrawal, IReadOnlyList<WithdrawalLineView> lines)
        : base(withdrawal) => Lines = lines;

    /// <summary>What it is paid with, the oldest money first.</summary>
    [JsonPropertyOrder(1)]
    public IReadOnlyList<WithdrawalLineView> Lines { get; }
}

internal sealed class RevealWithdrawalHandler(IRepository<Withdrawal> withdrawals, IWithdrawalLines lines, IBankVault vault, AuditTrail audit)
    : IRequestHandler<RevealWithdrawal, WithdrawalDetail>
{
    public async Task<WithdrawalDetail> Handle(RevealWithdrawal request, CancellationToken cancellationToken)
    {
        var withdrawal = await withdrawals.LockAsync(request.Id, cancellationToken) ?? throw WithdrawalErrors.NotFound();
        audit.Note(AuditAction.BankDataRevealed, AuditSubject.Withdrawal, request.Id.Value);
        return new WithdrawalDetail(
            WithdrawalSnapshot.Of(withdrawal).Revealed(vault), await lines.OfAsync(withdrawal.Id, after: 0, int.MaxValue, cancellationToken));
    }
}
