using TalkConnect.Domain.Common;

namespace TalkConnect.Domain.Settlement;

/// <summary>What can be wrong with a hold or its settlement.</summary>
public static class SettlementErrors
{
    /// <summary>No such hold, or none that the caller may see.</summary>
    public static DomainException NotFound() => DomainException.NotFound("hold_not_found", "There is no such payment hold.");

    /// <summary>No such pause.</summary>
    public static DomainException PauseNotFound() => DomainException.NotFound("pause_not_found", "There is no such stopped run.");

    /// <summary>There is no receipt yet.</summary>
    public static DomainException NotSettled() =>
        DomainException.NotFound("not_settled", "The hold is not settled yet, so it has no receipt.");

    /// <summary>A hold settles once.</summary>
    public static DomainException AlreadySettled(PaymentHold hold) => DomainException.Conflict(
        "already_settled", $"Payment hold {hold.Id} is {hold.Status.ToString().ToLowerInvariant()}, no longer held.");

    /// <summary>It waits for an admin already.</summary>
    public static DomainException AlreadyFrozen(PaymentHold hold) => DomainException.Conflict(
        "already_frozen", $"Payment hold {hold.Id} already waits for an admin's decision.");

    /// <summary>Only a hold that waits for an admin is an admin's to settle.</summary>
    public static DomainException NotFrozen(PaymentHold hold) => DomainException.Conflict(
        "not_frozen", $"Payment hold {hold.Id} is neither disputed nor in review: it settles by itself.");

    /// <summary>Nothing can be wrong yet.</summary>
    public static DomainException SessionNotBegun() =>
        DomainException.Conflict("session_not_begun", "The session has not begun. It can be disputed from its start until the money is settled.");

    /// <summary>Each must get something.</summary>
    public static DomainException InvalidSplit(PaymentHold hold) => DomainException.Invalid(
        "invalid_split", $"The teacher's part must be more than 0.00 and less than {hold.Amount}.", "teacher_amount");

    /// <summary>The session is still on.</summary>
    public static DomainException SessionNotOver() =>
        DomainException.Conflict("session_not_over", "The session is neither completed nor cancelled.");
}
