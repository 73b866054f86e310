using FluentValidation;
using MediatR;
using TalkConnect.Application.Audit;
using TalkConnect.Application.Common;
using TalkConnect.Domain.Audit;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Ledger;
using TalkConnect.Domain.Users;

namespace TalkConnect.Application.Ledger;

/// <summary>Books money that came in from outside. The same reference told again is no second deposit.</summary>
/// <param name="UserId">Whose money it is.</param>
/// <param name="Amount">How much.</param>
/// <param name="ExternalReference">What the outside calls it.</param>
/// <param name="IdempotencyKey">The caller's key, if any.</param>
public sealed record DepositMoney(UserId UserId, decimal? Amount, string? ExternalReference, IdempotencyKey? IdempotencyKey)
    : IIdempotentCommand<DepositAnswer>;

/// <summary>The deposit's ledger line, the first time and every other.</summary>
/// <param name="Posting">The line, and the balance after it.</param>
/// <param name="Created">Whether it was written now.</param>
public sealed record DepositAnswer(PostingAnswer Posting, bool Created);

/// <summary>Finds what was booked before.</summary>
public interface IDeposits
{
    /// <summary>The deposit with that reference and its ledger line; null when there is none.</summary>
    Task<(Deposit Deposit, Transaction Transaction)?> FindAsync(string externalReference, CancellationToken cancellationToken);
}

internal sealed class DepositMoneyHandler(
    IRepository<User> users,
    IDeposits known,
    IRepository<Deposit> deposits,
    IRepository<Transaction> ledger,
    AuditTrail audit,
    IIds ids,
    TimeProvider clock) : IRequestHandler<DepositMoney, DepositAnswer>
{
    public async Task<DepositAnswer> Handle(DepositMoney request, CancellationToken cancellationToken)
    {
        var amount = Money.Of(request.Amount!.Value);
        var user = await users.LockAsync(request.UserId, cancellationToken) ?? throw UserErrors.NotFound(request.UserId);

        if (await known.FindAsync(request.ExternalReference!, cancellationToken) is { } before)
        {
            before.Deposit.MustBeOf(user.Id, amount);
            return new DepositAnswer(PostingAnswer.Of(before.Transaction), Created: false);
        }

        var (deposit, transaction) = Deposit.To(
            user, amount, request.ExternalReference!, ids.New<DepositId>(), ids.New<TransactionId>(), clock.GetUtcNow());
        deposits.Add(deposit);
        ledger.Add(transaction);
        var answer = PostingAnswer.Of(transaction);
        audit.Note(AuditAction.DepositBooked, AuditSubject.User, user.Id.Value, after: answer.Transaction);
        return new DepositAnswer(answer, Created: true);
    }
}

internal sealed class DepositMoneyValidator : AbstractValidator<DepositMoney>
{
    public DepositMoneyValidator()
    {
        RuleFor(request => request.Amount).Amount();
        RuleFor(request => request.ExternalReference).Name(Deposit.MaxReferenceLength);
    }
}
