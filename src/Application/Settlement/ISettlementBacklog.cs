using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Settlement;
using TalkConnect.Domain.Users;

namespace TalkConnect.Application.Settlement;

/// <summary>Finds what is to be settled, and keeps what came of it.</summary>
public interface ISettlementBacklog
{
    /// <summary>Whether a session is overdue or a hold is due: one query that looks at neither history nor future.</summary>
    Task<bool> HasWorkAsync(DateTimeOffset now, bool inBackOff, CancellationToken cancellationToken);

    /// <summary>How many held holds are due.</summary>
    Task<int> CountDueAsync(DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Sessions that nothing completed although their time is up, the longest waiting first.</summary>
    Task<IReadOnlyList<SessionId>> ListOverdueSessionsAsync(DateTimeOffset now, int atMost, CancellationToken cancellationToken);

    /// <summary>Due holds, the longest waiting first; nothing is locked.</summary>
    /// <param name="now">The time of the run.</param>
    /// <param name="inBackOff">Whether those that wait for their next try are wanted too.</param>
    /// <param name="after">The last hold of the batch before; null for the first batch.</param>
    /// <param name="atMost">How many.</param>
    /// <param name="cancellationToken">Stops the query.</param>
    Task<IReadOnlyList<DueHold>> ListDueAsync(
        DateTimeOffset now, bool inBackOff, DueHold? after, int atMost, CancellationToken cancellationToken);

    /// <summary>The due holds of a session, in the order of their ids; nothing is locked.</summary>
    /// <param name="session">The session.</param>
    /// <param name="now">The time of the run.</param>
    /// <param name="inBackOff">Whether those that wait for their next try are wanted too.</param>
    /// <param name="cancellationToken">Stops the query.</param>
    Task<IReadOnlyList<PaymentHoldId>> ListDueOfAsync(SessionId session, DateTimeOffset now, bool inBackOff, CancellationToken cancellationToken);

    /// <summary>Records that a hold could not be settled, so that it is tried again later.</summary>
    Task RecordFailureAsync(PaymentHoldId hold, string error, DateTimeOffset now);

    /// <summary>Keeps the report of a run.</summary>
    void Add(SettlementRun run);
}

/// <summary>A hold that is due.</summary>
/// <param name="DueAt">Since when.</param>
/// <param name="Id">The hold.</param>
/// <param name="TeacherId">Who will most likely be paid.</param>
public sealed record DueHold(DateTimeOffset DueAt, PaymentHoldId Id, UserId TeacherId);
