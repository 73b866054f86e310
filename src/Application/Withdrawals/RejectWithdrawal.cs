using FluentValidation;
using MediatR;
using TalkConnect.Application.Common;
using TalkConnect.Domain.Audit;
using TalkConnect.Domain.Ledger;
using TalkConnect.Domain.Users;
using TalkConnect.Domain.Withdrawals;

namespace TalkConnect.Application.Withdrawals;

/// <summary>An admin refuses a withdrawal; its money goes back to the balance.</summary>
/// <param name="Id">The withdrawal.</param>
/// <param name="Admin">Who.</param>
/// <param name="Reason">Why; the teacher reads it.</param>
/// <param name="AdminNotes">What the admin wants to say beside it.</param>
/// <param name="BankReference">Nothing: the bank pays nothing.</param>
/// <param name="IdempotencyKey">The caller's key, if any.</param>
public sealed record RejectWithdrawal(
    WithdrawalId Id, UserId Admin, string? Reason, string? AdminNotes, string? BankReference, IdempotencyKey? IdempotencyKey)
    : IIdempotentCommand<WithdrawalSnapshot>;

internal sealed class RejectWithdrawalHandler(WithdrawalDesk desk, IRepository<Transaction> ledger, IIds ids, TimeProvider clock)
    : IRequestHandler<RejectWithdrawal, WithdrawalSnapshot>
{
    public Task<WithdrawalSnapshot> Handle(RejectWithdrawal request, CancellationToken cancellationToken) => desk.MoveAsync(
        request.Id,
        AuditAction.WithdrawalRejected,
        async withdrawal => ledger.Add(withdrawal.Reject(
            request.Admin,
            Withdrawal.NotesOfRefusal(request.Reason!, request.AdminNotes),
            await desk.ReserveOfAsync(withdrawal, cancellationToken),
            ids.New<TransactionId>(),
            clock.GetUtcNow())),
        cancellationToken);
}

internal sealed class RejectWithdrawalValidator : AbstractValidator<RejectWithdrawal>
{
    public RejectWithdrawalValidator()
    {
        RuleFor(request => request.Reason).Text(Withdrawal.MaxNoteLength);
        RuleFor(request => request.AdminNotes).OptionalText(Withdrawal.MaxNoteLength);
        RuleFor(request => request.AdminNotes)
            .Must((request, notes) => Withdrawal.NotesOfRefusal(request.Reason ?? "", notes).Length <= Withdrawal.MaxNoteLength)
            .WithMessage($"reason and admin_notes are kept together: they may have {Withdrawal.MaxNoteLength} characters with the line end between them.")
            .When(request => request.AdminNotes?.Length <= Withdrawal.MaxNoteLength && request.Reason?.Length <= Withdrawal.MaxNoteLength);
        RuleFor(request => request.BankReference).OnlyOf("approve and complete");
    }
}
