using TalkConnect.Domain.Common;

namespace TalkConnect.Domain.Settlement;

/// <summary>What happened to a hold, for people.</summary>
internal static class SettlementNotes
{
    public static string Of(SettlementDecision decision) => decision switch
    {
        { Outcome: SettlementOutcome.Refunded } => $"Refunded to student ({Why(decision)})",
        { Refund: var refund } when refund != Money.Zero => $"Released to teacher in part, {refund} refunded to student ({Why(decision)})",
        _ => $"Released to teacher ({Why(decision)})",
    };

    public static string Of(ReviewReason reason) => reason switch
    {
        ReviewReason.MissingLeave => "Needs review (a leave was never heard)",
        ReviewReason.BlindTime => "Needs review (the session was not heard all along)",
        _ => "Needs review (the run that would have settled it was stopped)",
    };

    private static string Why(SettlementDecision decision) => decision.Reason switch
    {
        SettlementReason.Reviewed => "reviewed by an admin",
        SettlementReason.DisputeResolved => "dispute resolved by an admin",
        SettlementReason.SessionCancelled => "session cancelled",
        _ => $"attendance: {decision.Attendance}%",
    };
}
