using FluentValidation;
using MediatR;
using TalkConnect.Application.Audit;
using TalkConnect.Application.Common;
using TalkConnect.Domain.Audit;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Ledger;
using TalkConnect.Domain.Users;
using TalkConnect.Domain.Withdrawals;

namespace TalkConnect.Application.Withdrawals;

/// <summary>A teacher asks for money: it leaves the balance at once.</summary>
/// <param name="TeacherId">Who asks.</param>
/// <param name="Amount">How much.</param>
/// <param name="BankAccountInfo">Where the money is to go; null when <paramref name="SameAccountAs"/> says it.</param>
/// <param name="SameAccountAs">An earlier withdrawal of theirs, to whose account the money is to go again.</param>
/// <param name="Notes">What the teacher wants to say.</param>
/// <param name="IdempotencyKey">The caller's key, if any.</param>
public sealed record RequestWithdrawal(
    UserId TeacherId,
    decimal? Amount,
    BankAccountInput? BankAccountInfo,
    string? SameAccountAs,
    string? Notes,
    IdempotencyKey? IdempotencyKey) : IIdempotentCommand<WithdrawalSnapshot>;

/// <summary>A bank account as somebody typed it.</summary>
public sealed class BankAccountInput
{
    /// <summary>The bank.</summary>
    public string? BankName { get; set; }

    /// <summary>The account's number: 6 to 34 letters and digits, which spaces and hyphens may group.</summary>
    public string? AccountNumber { get; set; }

    /// <summary>Whose account it is.</summary>
    public string? AccountName { get; set; }

    /// <summary>The branch, if there is one to name.</summary>
    public string? Branch { get; set; }

    /// <summary>The bank's BIC, 8 or 11 characters, if it is needed.</summary>
    public string? SwiftCode { get; set; }
}

internal sealed class RequestWithdrawalHandler(
    IRepository<User> users,
    IRepository<Withdrawal> withdrawals,
    IRepository<Transaction> ledger,
    IRepository<WithdrawalLine> lines,
    RemainingLots remaining,
    IBankVault vault,
    WithdrawalRules rules,
    AuditTrail audit,
    IIds ids,
    TimeProvider clock) : IRequestHandler<RequestWithdrawal, WithdrawalSnapshot>
{
    public async Task<WithdrawalSnapshot> Handle(RequestWithdrawal request, CancellationToken cancellationToken)
    {
        var account = await DestinationAsync(request, cancellationToken);
        var teacher = await users.LockAsync(request.TeacherId, cancellationToken) ?? throw UserErrors.NotFound(request.TeacherId);
        var open = await withdrawals.CountAsync(new OpenWithdrawalsOf(teacher.Id), cancellationToken);

        var id = ids.New<WithdrawalId>();
        var wanted = new WithdrawalRequest(id, Money.Of(request.Amount!.Value), vault.Seal(account, id, teacher.Id), request.Notes);
        var (withdrawal, reserve) = Withdrawal.Request(wanted, teacher, open, rules, ids.New<TransactionId>(), clock.GetUtcNow());

        withdrawals.Add(withdrawal);
        ledger.Add(reserve);
        var lots = await remaining.OfAsync(teacher.Id, withdrawal.Amount, cancellationToken);
        foreach (var line in WithdrawalLine.Of(id, lots.Follow(LedgerEntry.Of(reserve))))
        {
            lines.Add(line);
        }

        var snapshot = WithdrawalSnapshot.Of(withdrawal);
        audit.Note(AuditAction.WithdrawalRequested, AuditSubject.Withdrawal, id.Value, after: WithdrawalRecord.Of(withdrawal));
        return snapshot;
    }

    // The earlier withdrawal comes before its teacher, as in every move of a withdrawal, so that the two cannot wait for each other.
    private async Task<BankAccount> DestinationAsync(RequestWithdrawal request, CancellationToken cancellationToken)
    {
        if (request.BankAccountInfo is { } typed)
        {
            return BankAccount.Of(typed.BankName, typed.AccountNumber, typed.AccountName, typed.Branch, typed.SwiftCode);
        }

        var earlier = await withdrawals.LockAsync(WithdrawalId.From(request.SameAccountAs!), cancellationToken);
        return earlier is not null && earlier.TeacherId == request.TeacherId
            ? vault.Open(earlier.BankAccountInfo, earlier.Id, earlier.TeacherId)
            : throw WithdrawalErrors.NotFound();
    }
}

internal sealed class RequestWithdrawalValidator : AbstractValidator<RequestWithdrawal>
{
    public RequestWithdrawalValidator(WithdrawalRules rules)
    {
        RuleFor(request => request.Amount).Amount();
        RuleFor(request => request.Amount)
            .Must(amount => amount >= rules.MinimumAmount.Value)
            .WithMessage($"amount must be at least {rules.MinimumAmount}.")
            .When(request => request.Amount >= 0.01m);
        RuleFor(request => request.Notes).OptionalText(Withdrawal.MaxNoteLength);
        RuleFor(request => request.BankAccountInfo)
            .NotNull().WithMessage(
                "bank_account_info is needed, with bank_name, account_number and account_name; or same_account_as, with the id of an earlier withdrawal.")
            .When(request => request.SameAccountAs is null)
            .SetValidator(new BankAccountInputValidator()!);
        RuleFor(request => request.SameAccountAs).OptionalId();
        RuleFor(request => request.SameAccountAs)
            .Null().WithMessage("Give either same_account_as or bank_account_info, not both.")
            .When(request => request.BankAccountInfo is not null);
    }
}

internal sealed class BankAccountInputValidator : AbstractValidator<BankAccountInput>
{
    public BankAccountInputValidator()
    {
        RuleFor(account => account.BankName).Must(BankAccount.IsName).WithMessage(NameRule);
        RuleFor(account => account.AccountName).Must(BankAccount.IsName).WithMessage(NameRule);
        RuleFor(account => account.AccountNumber).Must(BankAccount.IsNumber)
            .WithMessage("account_number must be 6 to 34 letters and digits, which spaces and hyphens may group.");
        RuleFor(account => account.Branch).Must(branch => branch is null || BankAccount.IsName(branch)).WithMessage(NameRule);
        RuleFor(account => account.SwiftCode).Must(code => code is null || BankAccount.IsSwiftCode(code))
            .WithMessage("swift_code must be a BIC of 8 or 11 letters and digits, such as DEUTDEFF or DEUTDEFF500.");
    }

    private static string NameRule => $"{{PropertyName}} must be text of 1 to {BankAccount.MaxNameLength} characters.";
}
