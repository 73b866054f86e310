using TalkConnect.Domain.Common;
using TalkConnect.Domain.Users;

namespace TalkConnect.Domain.Ledger;

/// <summary>Money that came in from outside once, under a name that cannot be used again.</summary>
public sealed class Deposit : AggregateRoot
{
    /// <summary>The longest external reference, in characters.</summary>
    public const int MaxReferenceLength = 100;

    private Deposit()
    {
    }

    /// <summary>The deposit's id.</summary>
    public DepositId Id { get; private init; }

    /// <summary>What the outside calls it; unique.</summary>
    public string ExternalReference { get; private init; } = "";

    /// <summary>Whose money it is.</summary>
    public UserId UserId { get; private init; }

    /// <summary>How much.</summary>
    public Money Amount { get; private init; }

    /// <summary>The ledger line that booked it.</summary>
    public TransactionId TransactionId { get; private init; }

    /// <summary>Books a deposit to a user.</summary>
    public static (Deposit Deposit, Transaction Transaction) To(
        User user, Money amount, string externalReference, DepositId id, TransactionId transactionId, DateTimeOffset now)
    {
        var transaction = user.Post(transactionId, Posting.OfDeposit(id, amount, externalReference), now);
        var deposit = new Deposit
        {
            Id = id,
            ExternalReference = externalReference,
            UserId = user.Id,
            Amount = amount,
            TransactionId = transaction.Id,
        };
        return (deposit, transaction);
    }

    /// <summary>The same deposit told again is no second one; the same name for another one is an error.</summary>
    /// <exception cref="DomainException"><c>duplicate_reference</c>.</exception>
    public void MustBeOf(UserId userId, Money amount)
    {
        if (UserId != userId || Amount != amount)
        {
            throw DomainException.Conflict(
                "duplicate_reference", "This external_reference was used for another user or amount. Use one reference per deposit.");
        }
    }
}
