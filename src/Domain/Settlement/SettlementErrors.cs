using TalkConnect.Domain.Common;

namespace TalkConnect.Domain.Settlement;

/// <summary>What can be wrong with a hold or its settlement.</summary>
public static class SettlementErrors
{
    /// <summary>No such hold, or none that the caller may see.</summary>
    public static DomainException NotFound() => DomainException.NotFound("hold_not_found", "There is no such payment hold.");

    /// <summary>There is no receipt yet.</summary>
    public static DomainException NotSettled() =>
        DomainException.NotFound("not_settled", "The hold is not settled yet, so it has no receipt.");

    /// <summary>A hold settles once.</summary>
    public static DomainException AlreadySettled(PaymentHold hold) => DomainException.Conflict(
        "already_settled", $"Payment hold {hold.Id} is {hold.Status.ToString().ToLowerInvariant()}, no longer held.");

    /// <summary>The session is still on.</summary>
    public static DomainException SessionNotOver() =>
        DomainException.Conflict("session_not_over", "The session is neither completed nor cancelled.");
}
