using Microsoft.Extensions.Logging;
using TalkConnect.Application.Common;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Settlement;

namespace TalkConnect.Application.Settlement;

/// <summary>Records holds that cannot be settled, and finds the bad one in a batch that fails, so that it stops none of the others.</summary>
internal sealed partial class BadHolds(ISettlementBacklog backlog, ILogger<BadHolds> logger)
{
    /// <summary>Does the work with a batch; one that fails is halved until the bad hold stands alone. Several may report to one run.</summary>
    public async Task WorkAroundAsync(IReadOnlyList<PaymentHoldId> holds, Func<IReadOnlyList<PaymentHoldId>, Task> work, SettlementRun run, DateTimeOffset now)
    {
        try
        {
            await work(holds);
        }
        catch (Exception error) when (error is not StorageUnavailableException)
        {
            if (holds.Count == 1)
            {
                await RecordAsync(holds[0], error, run, now);
                return;
            }

            var half = holds.Count / 2;
            await WorkAroundAsync([.. holds.Take(half)], work, run, now);
            await WorkAroundAsync([.. holds.Skip(half)], work, run, now);
        }
    }

    /// <summary>A session that cannot be completed keeps its holds from being settled, so the failure is theirs.</summary>
    public async Task RecordAsync(SessionId session, Exception error, SettlementRun run, DateTimeOffset now)
    {
        LogNotCompleted(error, session);
        foreach (var hold in await backlog.ListDueOfAsync(session, now, run.Manual, CancellationToken.None))
        {
            await RecordAsync(hold, error, run, now);
        }
    }

    private async Task RecordAsync(PaymentHoldId hold, Exception error, SettlementRun run, DateTimeOffset now)
    {
        LogNotSettled(error, hold);
        lock (run)
        {
            run.CountFailed(hold);
        }

        try
        {
            // The text is shown to admins: a rule's own words, otherwise only the kind of error, which holds no data.
            await backlog.RecordFailureAsync(hold, error is DomainException rule ? $"{rule.Code}: {rule.Message}" : error.GetType().Name, now);
        }
        catch (Exception unreadable) when (unreadable is not StorageUnavailableException)
        {
            // Not even its own row can be read: it is counted, and stops none of the others either.
            LogNotRecorded(unreadable, hold);
        }
    }

    [LoggerMessage(LogLevel.Error, "Session {SessionId} could not be completed")]
    private partial void LogNotCompleted(Exception error, SessionId sessionId);

    [LoggerMessage(LogLevel.Error, "That payment hold {HoldId} failed could not be recorded")]
    private partial void LogNotRecorded(Exception error, PaymentHoldId holdId);

    [LoggerMessage(LogLevel.Error, "Payment hold {HoldId} could not be settled")]
    private partial void LogNotSettled(Exception error, PaymentHoldId holdId);
}
