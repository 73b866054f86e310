using TalkConnect.Domain.Common;

namespace TalkConnect.Domain.Withdrawals;

/// <summary>What can be wrong with a withdrawal.</summary>
public static class WithdrawalErrors
{
    /// <summary>No such withdrawal, or none that the caller may see.</summary>
    public static DomainException NotFound() => DomainException.NotFound("withdrawal_not_found", "There is no such withdrawal.");

    /// <summary>Less than may be asked for.</summary>
    public static DomainException BelowMinimum(Money minimum) => DomainException.Invalid(
        "validation_failed", $"amount must be at least {minimum}.", "amount");

    /// <summary>Too many of one teacher wait already.</summary>
    public static DomainException TooManyOpen(int open) => DomainException.Conflict(
        "too_many_open", $"{open} withdrawals are open already, and no more may be. Wait until one is done, or cancel one that is pending.");

    /// <summary>The state does not allow the move.</summary>
    public static DomainException InvalidTransition(WithdrawalStatus from, WithdrawalStatus to) => DomainException.Conflict(
        "invalid_transition", $"A withdrawal that is {from.Word()} cannot become {to.Word()}.");

    /// <summary>One admin alone may not pay out that much.</summary>
    public static DomainException SecondAdminNeeded(Money above) => DomainException.Forbidden(
        "second_admin_needed", $"Above {above} the admin who completes must not be the one who approved. Ask another admin.");
}
