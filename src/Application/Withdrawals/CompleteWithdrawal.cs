using FluentValidation;
using MediatR;
using TalkConnect.Application.Common;
using TalkConnect.Domain.Audit;
using TalkConnect.Domain.Users;
using TalkConnect.Domain.Withdrawals;

namespace TalkConnect.Application.Withdrawals;

/// <summary>An admin says that the bank has paid.</summary>
/// <param name="Id">The withdrawal.</param>
/// <param name="Admin">Who.</param>
/// <param name="BankReference">The bank's name for the transfer.</param>
/// <param name="AdminNotes">What the admin wants to say.</param>
/// <param name="Reason">Nothing: only a refusal has a reason.</param>
/// <param name="IdempotencyKey">The caller's key, if any.</param>
public sealed record CompleteWithdrawal(
    WithdrawalId Id, UserId Admin, string? BankReference, string? AdminNotes, string? Reason, IdempotencyKey? IdempotencyKey)
    : IIdempotentCommand<WithdrawalSnapshot>;

internal sealed class CompleteWithdrawalHandler(WithdrawalDesk desk, WithdrawalRules rules, TimeProvider clock)
    : IRequestHandler<CompleteWithdrawal, WithdrawalSnapshot>
{
    public Task<WithdrawalSnapshot> Handle(CompleteWithdrawal request, CancellationToken cancellationToken) => desk.MoveAsync(
        request.Id,
        AuditAction.WithdrawalCompleted,
        async withdrawal => withdrawal.Complete(
            request.Admin,
            request.BankReference!,
            request.AdminNotes,
            await desk.LineOfAsync(withdrawal, cancellationToken),
            rules,
            clock.GetUtcNow()),
        cancellationToken);
}

internal sealed class CompleteWithdrawalValidator : AbstractValidator<CompleteWithdrawal>
{
    public CompleteWithdrawalValidator()
    {
        RuleFor(request => request.BankReference).Line(Withdrawal.MaxReferenceLength);
        RuleFor(request => request.AdminNotes).OptionalText(Withdrawal.MaxNoteLength);
        RuleFor(request => request.Reason).OnlyOf("reject");
    }
}
