using TalkConnect.Domain.Common;
using TalkConnect.Domain.Users;

namespace TalkConnect.Domain.Ledger;

/// <summary>One line of a user's ledger: one transfer between their balance and a counter account. Only its state ever moves.</summary>
/// <remarks><see cref="BalanceAfter"/> = <see cref="BalanceBefore"/> + <see cref="Amount"/>, and the next line starts where this one ends.</remarks>
public sealed class Transaction
{
    private Transaction()
    {
    }

    /// <summary>The line's id.</summary>
    public TransactionId Id { get; private init; }

    /// <summary>Whose ledger it is in.</summary>
    public UserId UserId { get; private init; }

    /// <summary>1, 2, 3 … in the user's ledger, without gaps.</summary>
    public int Sequence { get; private init; }

    /// <summary>What it is for.</summary>
    public TransactionType Type { get; private init; }

    /// <summary>Positive into the balance, negative out of it; never zero.</summary>
    public Money Amount { get; private init; }

    /// <summary>The balance before it.</summary>
    public Money BalanceBefore { get; private init; }

    /// <summary>The balance after it.</summary>
    public Money BalanceAfter { get; private init; }

    /// <summary>How far it is.</summary>
    public TransactionStatus Status { get; private set; }

    /// <summary>The account on the other side.</summary>
    public CounterAccount CounterAccount { get; private init; }

    /// <summary>The kind of thing that caused it.</summary>
    public ReferenceType ReferenceType { get; private init; }

    /// <summary>The thing that caused it.</summary>
    public string ReferenceId { get; private init; } = "";

    /// <summary>For people.</summary>
    public string Description { get; private init; } = "";

    /// <summary>For whoever asks why.</summary>
    public TransactionMetadata Metadata { get; private init; } = new();

    /// <summary>When it was written.</summary>
    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>When the money had moved; null while <see cref="TransactionStatus.Pending"/>.</summary>
    public DateTimeOffset? CompletedAt { get; private set; }

    /// <summary>Only <see cref="User.Post"/> writes lines: it knows the balance.</summary>
    internal static Transaction Line(
        TransactionId id, UserId userId, int sequence, Posting posting, Money before, Money after, DateTimeOffset now) => new()
        {
            Id = id,
            UserId = userId,
            Sequence = sequence,
            Type = posting.Type,
            Amount = posting.Amount,
            BalanceBefore = before,
            BalanceAfter = after,
            Status = posting.Status,
            CounterAccount = posting.CounterAccount,
            ReferenceType = posting.ReferenceType,
            ReferenceId = posting.ReferenceId,
            Description = posting.Description,
            Metadata = posting.Metadata,
            CreatedAt = now,
            CompletedAt = posting.Status is TransactionStatus.Completed ? now : null,
        };

    /// <summary>The money outside has moved.</summary>
    internal void Complete(DateTimeOffset now)
    {
        Status = TransactionStatus.Completed;
        CompletedAt = now;
    }

    /// <summary>The money outside will not move; the line still counts in the balance, and another one reverses it.</summary>
    internal void Fail() => Status = TransactionStatus.Failed;
}
