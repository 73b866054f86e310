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
/// <param name="BankReference">The bank's name for the transfer, if it has one already.</param>
/// <param name="Reason">Nothing: only a refusal has a reason.</param>
/// <param name="IdempotencyKey">The caller's key, if any.</param>
public sealed record ApproveWithdrawal(
    WithdrawalId Id, UserId Admin, string? AdminNotes, string? BankReference, string? Reason, IdempotencyKey? IdempotencyKey)
    : IIdempotentCommand<WithdrawalSnapshot>;

internal sealed class ApproveWithdrawalHandler(WithdrawalDesk desk, TimeProvider clock) : IRequestHandler<ApproveWithdrawal, WithdrawalSnapshot>
{
    public Task<WithdrawalSnapshot> Handle(ApproveWithdrawal request, CancellationToken cancellationToken) => desk.MoveAsync(
        request.Id,
        AuditAction.WithdrawalApproved,
        withdrawal =>
        {
            withdrawal.Approve(request.Admin, request.AdminNotes, request.BankReference, clock.GetUtcNow());
            return Task.CompletedTask;
        },
        cancellationToken);
}

internal sealed class ApproveWithdrawalValidator : AbstractValidator<ApproveWithdrawal>
{
    public ApproveWithdrawalValidator()
    {
        RuleFor(request => request.AdminNotes).OptionalText(Withdrawal.MaxNoteLength);
        RuleFor(request => request.BankReference).Line(Withdrawal.MaxReferenceLength).When(request => request.BankReference is not null);
        RuleFor(request => request.Reason).OnlyOf("reject");
    }
}
