using FluentValidation;
using MediatR;
using TalkConnect.Application.Audit;
using TalkConnect.Application.Common;
using TalkConnect.Domain.Audit;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Ledger;
using TalkConnect.Domain.Users;

namespace TalkConnect.Application.Ledger;

/// <summary>An admin gives credit to a user or takes it.</summary>
/// <param name="UserId">Whose account.</param>
/// <param name="IsCredit">Whether credit is given; otherwise it is taken.</param>
/// <param name="Amount">How much.</param>
/// <param name="Reason">Why, in the admin's words.</param>
/// <param name="Admin">Who.</param>
/// <param name="IdempotencyKey">The caller's key, if any.</param>
public sealed record AdjustBalance(
    UserId UserId, bool IsCredit, decimal? Amount, string? Reason, Actor Admin, IdempotencyKey? IdempotencyKey)
    : IIdempotentCommand<PostingAnswer>
{
    /// <summary>The longest reason, in characters.</summary>
    public const int MaxReasonLength = 500;
}

internal sealed class AdjustBalanceHandler(IRepository<User> users, IRepository<Transaction> ledger, AuditTrail audit, IIds ids, TimeProvider clock)
    : IRequestHandler<AdjustBalance, PostingAnswer>
{
    public async Task<PostingAnswer> Handle(AdjustBalance request, CancellationToken cancellationToken)
    {
        request.Admin.MustNotBe(request.UserId);
        var amount = Money.Of(request.Amount!.Value);
        var user = await users.LockAsync(request.UserId, cancellationToken) ?? throw UserErrors.NotFound(request.UserId);

        var id = ids.New<AdjustmentId>();
        var posting = request.IsCredit
            ? Posting.OfCredit(id, amount, request.Reason!, request.Admin.Id)
            : Posting.OfDebit(id, amount, request.Reason!, request.Admin.Id);
        var transaction = user.Post(ids.New<TransactionId>(), posting, clock.GetUtcNow());
        ledger.Add(transaction);
        var answer = PostingAnswer.Of(transaction);
        var action = request.IsCredit ? AuditAction.CreditGiven : AuditAction.DebitTaken;
        audit.Note(action, AuditSubject.User, user.Id.Value, after: answer.Transaction);
        return answer;
    }
}

internal sealed class AdjustBalanceValidator : AbstractValidator<AdjustBalance>
{
    public AdjustBalanceValidator()
    {
        RuleFor(request => request.Amount).Amount();
        RuleFor(request => request.Reason).Text(AdjustBalance.MaxReasonLength);
    }
}
