using FluentValidation;
using MediatR;
using TalkConnect.Application.Common;
using TalkConnect.Domain.Audit;
using TalkConnect.Domain.Users;
using TalkConnect.Domain.Withdrawals;

namespace TalkConnect.Application.Withdrawals;

/// <summary>An admin lets the bank pay.</summary>
/// <param name="Id">The withdrawal.</param>
/// <param name="Admin">Who.</param>
/// <param name="AdminNotes">What the admin wants to say.</param>
/// <param name="IdempotencyKey">The caller's key, if any.</param>
public sealed record ApproveWithdrawal(WithdrawalId Id, UserId Admin, string? AdminNotes, IdempotencyKey? IdempotencyKey)
    : IIdempotentCommand<WithdrawalSnapshot>;

internal sealed class ApproveWithdrawalHandler(WithdrawalDesk desk, TimeProvider clock) : IRequestHandler<ApproveWithdrawal, WithdrawalSnapshot>
{
    public Task<WithdrawalSnapshot> Handle(ApproveWithdrawal request, CancellationToken cancellationToken) => desk.MoveAsync(
        request.Id,
        AuditAction.WithdrawalApproved,
        withdrawal =>
        {
            withdrawal.Approve(request.Admin, request.AdminNotes, clock.GetUtcNow());
            return Task.CompletedTask;
        },
        cancellationToken);
}

internal sealed class ApproveWithdrawalValidator : AbstractValidator<ApproveWithdrawal>
{
    public ApproveWithdrawalValidator() => RuleFor(request => request.AdminNotes).OptionalText(Withdrawal.MaxNoteLength);
}
