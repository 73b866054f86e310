using TalkConnect.Domain.Common;
using TalkConnect.Domain.Settlement;

namespace TalkConnect.Application.Settlement;

/// <summary>What a run did.</summary>
/// <param name="Id">The run.</param>
/// <param name="Manual">Whether an admin asked for it.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="FinishedAt">When it was done.</param>
/// <param name="CompletedSessions">Sessions whose time was up.</param>
/// <param name="Released">Holds released.</param>
/// <param name="Refunded">Holds refunded.</param>
/// <param name="Failed">Holds that could not be settled.</param>
/// <param name="NeedsReview">Holds that now wait for an admin because their evidence does not decide.</param>
/// <param name="PausedBy">The pause that kept it from settling anything; null when nothing did.</param>
/// <param name="ReleasedAmount">Gross of what was released.</param>
/// <param name="RefundedAmount">Sum of what was refunded.</param>
/// <param name="CommissionAmount">The platform's part of what was released.</param>
public sealed record SettlementRunView(
    string Id,
    bool Manual,
    DateTimeOffset StartedAt,
    DateTimeOffset FinishedAt,
    int CompletedSessions,
    int Released,
    int Refunded,
    int Failed,
    int NeedsReview,
    SettlementPauseId? PausedBy,
    Money ReleasedAmount,
    Money RefundedAmount,
    Money CommissionAmount)
{
    /// <summary>The view of a run.</summary>
    public static SettlementRunView Of(SettlementRun run) => new(
        run.Id, run.Manual, run.StartedAt, run.FinishedAt, run.CompletedSessions, run.Released, run.Refunded, run.Failed, run.NeedsReview, run.PausedBy,
        run.ReleasedAmount, run.RefundedAmount, run.CommissionAmount);
}
