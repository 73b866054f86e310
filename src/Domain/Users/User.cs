using TalkConnect.Domain.Common;
using TalkConnect.Domain.Ledger;

namespace TalkConnect.Domain.Users;

/// <summary>A student, teacher or admin, with the balance of their ledger.</summary>
/// <remarks>The balance moves only by posting a <see cref="Transaction"/>, and never below zero.</remarks>
public sealed class User : AggregateRoot
{
    /// <summary>The longest name, in characters.</summary>
    public const int MaxNameLength = 200;

    /// <summary>The longest e-mail address, in characters.</summary>
    public const int MaxEmailLength = 254;

    private User()
    {
    }

    /// <summary>The person's id, given by the platform.</summary>
    public UserId Id { get; private init; }

    /// <summary>The name shown to others.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The e-mail address; it need not be unique.</summary>
    public string Email { get; private set; } = "";

    /// <summary>What the person is.</summary>
    public UserRole Role { get; private set; }

    /// <summary>Who brought this person to the platform; a teacher who was referred pays commission.</summary>
    public UserId? ReferredBy { get; private set; }

    /// <summary>Money the person can spend or withdraw; the sum of their ledger, never negative.</summary>
    public Money CreditBalance { get; private set; }

    /// <summary>The <see cref="Transaction.Sequence"/> of their last ledger line; 0 before the first.</summary>
    public int LastSequence { get; private set; }

    /// <summary>When the person was added.</summary>
    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>Adds a person, with nothing on the account.</summary>
    /// <exception cref="DomainException">The person would refer themselves.</exception>
    public static User Register(UserId id, string name, string email, UserRole role, UserId? referredBy, DateTimeOffset now)
    {
        var user = new User { Id = id, CreatedAt = now };
        user.Describe(name, email, role, referredBy);
        return user;
    }

    /// <summary>Replaces everything that is not money.</summary>
    /// <param name="name">The name shown to others.</param>
    /// <param name="email">The e-mail address.</param>
    /// <param name="role">The role; another one than before is refused while <paramref name="roleInUse"/>.</param>
    /// <param name="referredBy">The referrer, or null for none.</param>
    /// <param name="roleInUse">Whether the user has a course, an unsettled hold or an open withdrawal.</param>
    /// <exception cref="DomainException"><c>role_in_use</c>, or the person would refer themselves.</exception>
    public void Replace(string name, string email, UserRole role, UserId? referredBy, bool roleInUse)
    {
        if (role != Role && roleInUse)
        {
            throw UserErrors.RoleInUse();
        }

        Describe(name, email, role, referredBy);
    }

    /// <summary>Posts a line to the person's ledger and moves the balance by it.</summary>
    /// <exception cref="DomainException">The balance would fall below zero (<c>insufficient_balance</c>).</exception>
    public Transaction Post(TransactionId id, Posting posting, DateTimeOffset now)
    {
        var after = CreditBalance + posting.Amount;
        if (after < Money.Zero)
        {
            throw UserErrors.InsufficientBalance(CreditBalance, -posting.Amount);
        }

        var transaction = Transaction.Line(id, Id, LastSequence + 1, posting, CreditBalance, after, now);
        LastSequence = transaction.Sequence;
        CreditBalance = after;
        return transaction;
    }

    /// <summary>Where money moves, the stored role must be the one that the token claims.</summary>
    /// <exception cref="DomainException"><c>role_mismatch</c>.</exception>
    public void MustBe(UserRole role)
    {
        if (Role != role)
        {
            throw UserErrors.RoleMismatch(role);
        }
    }

    private void Describe(string name, string email, UserRole role, UserId? referredBy)
    {
        if (referredBy == Id)
        {
            throw UserErrors.UnknownReferrer();
        }

        Name = name;
        Email = email;
        Role = role;
        ReferredBy = referredBy;
    }
}
