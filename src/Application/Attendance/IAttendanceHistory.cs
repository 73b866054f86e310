using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Courses;

namespace TalkConnect.Application.Attendance;

/// <summary>Reads what is stored of past sessions.</summary>
public interface IAttendanceHistory
{
    /// <summary>The sessions in the order of their ids, each as it is at one moment; nothing is locked.</summary>
    IAsyncEnumerable<SessionHistory> ReadAsync(HistoryScope scope, CancellationToken cancellationToken);
}

/// <summary>Which sessions are read.</summary>
/// <param name="SessionId">Only this one; null for all.</param>
/// <param name="From">Those that were to begin then or later; null for all.</param>
/// <param name="To">Those that were to begin before then; null for all.</param>
public sealed record HistoryScope(SessionId? SessionId, DateTimeOffset? From, DateTimeOffset? To);
