using System.Globalization;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Ledger;

namespace TalkConnect.Domain.Settlement;

/// <summary>The ledger lines of a settlement: the teacher gets the gross amount and pays the commission out of it.</summary>
internal static class SettlementPosting
{
    public static Posting Release(SettlementCase settlement, SettlementDecision decision) => Line(
        settlement, decision, TransactionType.PaymentRelease, decision.Commission.Gross, CounterAccount.Escrow,
        $"Payment released for session {settlement.Session.Title}");

    public static Posting Commission(SettlementCase settlement, SettlementDecision decision) => Line(
        settlement, decision, TransactionType.Commission, -decision.Commission.Fee, CounterAccount.Platform,
        string.Create(CultureInfo.InvariantCulture, $"Platform commission ({decision.Commission.Rate * 100:0.##}%)"));

    public static Posting Refund(SettlementCase settlement, SettlementDecision decision) => Line(
        settlement, decision, TransactionType.Refund, decision.Refund, CounterAccount.Escrow,
        $"Refund for session {settlement.Session.Title} ({Why(decision.Reason)})");

    private static Posting Line(
        SettlementCase settlement, SettlementDecision decision, TransactionType type, Money amount, CounterAccount counterAccount, string description) =>
        new(type, amount, counterAccount, ReferenceType.PaymentHold, settlement.Hold.Id.Value, description, new TransactionMetadata
        {
            SessionId = settlement.Session.Id.Value,
            CourseId = settlement.Session.CourseId.Value,
            AttendancePercentage = decision.Attendance?.Value,
            OriginalAmount = settlement.Hold.Amount,
            PlatformFee = decision.Commission.Fee,
            CommissionRate = decision.Commission.Rate,
            Reason = decision.Reason.Word(),
        });

    private static string Why(SettlementReason reason) => reason switch
    {
        SettlementReason.SessionCancelled => "session cancelled",
        SettlementReason.TeacherAbsent => "teacher absent",
        SettlementReason.Reviewed => "reviewed by an admin",
        SettlementReason.DisputeResolved => "dispute resolved",
        _ => "low attendance",
    };
}
