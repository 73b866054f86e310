using TalkConnect.Domain.Common;
using TalkConnect.Domain.Ledger;
using TalkConnect.Domain.Users;

namespace TalkConnect.Domain.Withdrawals;

/// <summary>
/// Money that a teacher wants on their bank account: <c>pending → processing → completed</c>, or <c>rejected</c> or
/// <c>cancelled</c>. It leaves the balance when it is asked for, so that it cannot be spent twice.
/// </summary>
public sealed class Withdrawal : AggregateRoot
{
    /// <summary>The longest note or reason, in characters.</summary>
    public const int MaxNoteLength = 500;

    /// <summary>The longest bank reference, in characters.</summary>
    public const int MaxReferenceLength = 100;

    private Withdrawal()
    {
    }

    /// <summary>The withdrawal's id.</summary>
    public WithdrawalId Id { get; private init; }

    /// <summary>Whose money it is.</summary>
    public UserId TeacherId { get; private init; }

    /// <summary>How much.</summary>
    public Money Amount { get; private init; }

    /// <summary>Where it is in its life.</summary>
    public WithdrawalStatus Status { get; private set; }

    /// <summary>Where the money goes, as it was when the withdrawal was requested.</summary>
    public SealedBankAccount BankAccountInfo { get; private set; } = new("", "");

    /// <summary>What the teacher wants to say.</summary>
    public string? Notes { get; private init; }

    /// <summary>What an admin says; of a rejection, why.</summary>
    public string? AdminNotes { get; private set; }

    /// <summary>The bank's name for the transfer; null until an admin says it, at the latest when completed.</summary>
    public string? BankReference { get; private set; }

    /// <summary>When it was asked for.</summary>
    public DateTimeOffset RequestedAt { get; private init; }

    /// <summary>When it was approved; null before.</summary>
    public DateTimeOffset? ProcessedAt { get; private set; }

    /// <summary>When the bank had paid; null before.</summary>
    public DateTimeOffset? CompletedAt { get; private set; }

    /// <summary>When it was rejected or cancelled; null unless it was.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>The admin who approved it; null before.</summary>
    public UserId? ApprovedBy { get; private set; }

    /// <summary>Asks for money: it leaves the balance now.</summary>
    /// <param name="request">What the teacher wants.</param>
    /// <param name="teacher">Who asks.</param>
    /// <param name="open">How many withdrawals of theirs are pending or processing.</param>
    /// <param name="rules">What the deployment allows.</param>
    /// <param name="lineId">The id of the ledger line.</param>
    /// <param name="now">The time of the request.</param>
    /// <exception cref="DomainException">
    /// <c>role_mismatch</c>, less than the minimum (<c>validation_failed</c>), <c>too_many_open</c> or <c>insufficient_balance</c>.
    /// </exception>
    public static (Withdrawal Withdrawal, Transaction Reserve) Request(
        WithdrawalRequest request, User teacher, int open, WithdrawalRules rules, TransactionId lineId, DateTimeOffset now)
    {
        teacher.MustBe(UserRole.Teacher);
        if (request.Amount < rules.MinimumAmount)
        {
            throw WithdrawalErrors.BelowMinimum(rules.MinimumAmount);
        }

        if (rules.MaximumOpen > 0 && open >= rules.MaximumOpen)
        {
            throw WithdrawalErrors.TooManyOpen(open);
        }

        var line = teacher.Post(lineId, Posting.OfWithdrawal(request.Id, request.Amount), now);
        var withdrawal = new Withdrawal
        {
            Id = request.Id,
            TeacherId = teacher.Id,
            Amount = request.Amount,
            Status = WithdrawalStatus.Pending,
            BankAccountInfo = request.Destination,
            Notes = request.Notes,
            RequestedAt = now,
        };
        return (withdrawal, line);
    }

    /// <summary>An admin lets the bank pay.</summary>
    /// <param name="admin">Who.</param>
    /// <param name="adminNotes">What the admin says; null to leave what is there.</param>
    /// <param name="bankReference">The bank's name for the transfer; null where it has none yet.</param>
    /// <param name="now">The time.</param>
    /// <exception cref="DomainException"><c>own_account</c> or <c>invalid_transition</c>; nothing has changed.</exception>
    public void Approve(UserId admin, string? adminNotes, string? bankReference, DateTimeOffset now)
    {
        MustBeOfAnother(admin);
        Move(WithdrawalStatus.Processing, WithdrawalStatus.Pending);
        ApprovedBy = admin;
        ProcessedAt = now;
        AdminNotes = adminNotes ?? AdminNotes;
        BankReference = bankReference ?? BankReference;
    }

    /// <summary>The bank has paid.</summary>
    /// <param name="admin">Who says so.</param>
    /// <param name="bankReference">The bank's name for the transfer.</param>
    /// <param name="adminNotes">What the admin says; null to leave what is there.</param>
    /// <param name="reserve">The withdrawal's ledger line, which is done now.</param>
    /// <param name="rules">What the deployment allows.</param>
    /// <param name="now">The time.</param>
    /// <exception cref="DomainException">
    /// <c>own_account</c>, <c>invalid_transition</c> or <c>second_admin_needed</c>; nothing has changed.
    /// </exception>
    public void Complete(
        UserId admin, string bankReference, string? adminNotes, Transaction reserve, WithdrawalRules rules, DateTimeOffset now)
    {
        MustBeOfAnother(admin);
        if (Status is WithdrawalStatus.Processing && Amount > rules.FourEyesAbove && admin == ApprovedBy)
        {
            throw WithdrawalErrors.SecondAdminNeeded(rules.FourEyesAbove!.Value);
        }

        Move(WithdrawalStatus.Completed, WithdrawalStatus.Processing);
        BankReference = bankReference;
        AdminNotes = adminNotes ?? AdminNotes;
        CompletedAt = now;
        reserve.Complete(now);
    }

    /// <summary>What is kept of a refusal: why, and on the next line what else the admin says.</summary>
    public static string NotesOfRefusal(string reason, string? adminNotes) =>
        string.IsNullOrWhiteSpace(adminNotes) ? reason : $"{reason}\n{adminNotes}";

    /// <summary>An admin refuses: the money goes back to the balance.</summary>
    /// <param name="admin">Who.</param>
    /// <param name="notes">The <see cref="NotesOfRefusal"/>; the teacher reads them.</param>
    /// <param name="reserve">The money that was set aside.</param>
    /// <param name="reversalId">The id of the ledger line that gives it back.</param>
    /// <param name="now">The time.</param>
    /// <exception cref="DomainException"><c>own_account</c> or <c>invalid_transition</c>; nothing has changed.</exception>
    public Transaction Reject(UserId admin, string notes, Reserve reserve, TransactionId reversalId, DateTimeOffset now)
    {
        MustBeOfAnother(admin);
        Move(WithdrawalStatus.Rejected, WithdrawalStatus.Pending, WithdrawalStatus.Processing);
        AdminNotes = notes;
        return GiveBack(reserve, reversalId, now);
    }

    /// <summary>The teacher takes it back: the money goes back to the balance.</summary>
    /// <exception cref="DomainException"><c>invalid_transition</c>; nothing has changed.</exception>
    public Transaction Cancel(Reserve reserve, TransactionId reversalId, DateTimeOffset now)
    {
        Move(WithdrawalStatus.Cancelled, WithdrawalStatus.Pending);
        return GiveBack(reserve, reversalId, now);
    }

    /// <summary>The same destination, encrypted under another key.</summary>
    public void Reseal(SealedBankAccount destination) => BankAccountInfo = destination;

    /// <summary>An admin acts on no withdrawal of their own.</summary>
    /// <exception cref="DomainException"><c>own_account</c>.</exception>
    public void MustBeOfAnother(UserId admin)
    {
        if (admin == TeacherId)
        {
            throw UserErrors.OwnAccount();
        }
    }

    private void Move(WithdrawalStatus to, params ReadOnlySpan<WithdrawalStatus> from)
    {
        Status = from.Contains(Status) ? to : throw WithdrawalErrors.InvalidTransition(Status, to);
    }

    private Transaction GiveBack(Reserve reserve, TransactionId reversalId, DateTimeOffset now)
    {
        ClosedAt = now;
        reserve.Line.Fail();
        return reserve.Teacher.Post(reversalId, Posting.OfReversal(Id, Amount, Status), now);
    }
}

/// <summary>What a teacher asks for.</summary>
/// <param name="Id">The id of the withdrawal to be.</param>
/// <param name="Amount">How much.</param>
/// <param name="Destination">Where the money goes.</param>
/// <param name="Notes">What the teacher wants to say.</param>
public sealed record WithdrawalRequest(WithdrawalId Id, Money Amount, SealedBankAccount Destination, string? Notes);

/// <summary>The money that a withdrawal has set aside.</summary>
/// <param name="Teacher">On whose account.</param>
/// <param name="Line">By which line of their ledger.</param>
public sealed record Reserve(User Teacher, Transaction Line);
