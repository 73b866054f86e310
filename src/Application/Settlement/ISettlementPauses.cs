using TalkConnect.Domain.Settlement;

namespace TalkConnect.Application.Settlement;

/// <summary>Looks ahead at what a run would do, and keeps runs that were stopped.</summary>
public interface ISettlementPauses
{
    /// <summary>The pause that keeps runs from settling; null when none does.</summary>
    Task<WaitingPause?> WaitingAsync(CancellationToken cancellationToken);

    /// <summary>What a run would do with what is due, from the sums of it, without what an admin has let go on already.</summary>
    Task<RunOutlook> LookAheadAsync(DateTimeOffset now, bool inBackOff, SettlementRules rules, CancellationToken cancellationToken);

    /// <summary>What the runs of the trailing seven days did.</summary>
    Task<RunBaseline> WeekAsync(DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Keeps what would become of these holds, but for those that an admin has let go on already; the holds stay as they are.</summary>
    Task ForeseeAsync(
        SettlementPauseId pause, IReadOnlyCollection<PaymentHoldId> holds, SettlementRules rules, CancellationToken cancellationToken);

    /// <summary>Keeps a pause, of which everything is foreseen; where another one waits already, what was foreseen of this one is forgotten.</summary>
    /// <returns>The pause that waits.</returns>
    Task<SettlementPauseId> KeepAsync(SettlementPause pause, CancellationToken cancellationToken);

    /// <summary>The holds of a pause that are still held, in the order of their ids.</summary>
    /// <param name="pause">The pause.</param>
    /// <param name="unpaidOnly">Only those that the run would not have released; otherwise those that are still due as they were then.</param>
    /// <param name="after">The last one of the batch before; null for the first batch.</param>
    /// <param name="atMost">How many.</param>
    /// <param name="cancellationToken">Stops the query.</param>
    Task<IReadOnlyList<DueHold>> HoldsOfAsync(
        SettlementPauseId pause, bool unpaidOnly, PaymentHoldId? after, int atMost, CancellationToken cancellationToken);
}

/// <summary>A pause that keeps runs from settling.</summary>
/// <param name="Id">The pause.</param>
/// <param name="IsDismissed">Whether an admin has dismissed it already, and its holds are on their way to review.</param>
public sealed record WaitingPause(SettlementPauseId Id, bool IsDismissed);
