using Microsoft.Extensions.Logging;
using TalkConnect.Application.Common;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Settlement;

namespace TalkConnect.Application.Settlement;

/// <summary>Finds the bad hold in a batch that fails, so that it stops none of the others, and records it.</summary>
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

    private async Task RecordAsync(PaymentHoldId hold, Exception error, SettlementRun run, DateTimeOffset now)
    {
        LogNotSettled(error, hold);
        lock (run)
        {
            run.CountFailed();
        }

        // The text is shown to admins: a rule's own words, otherwise only the kind of error, which holds no data.
        await backlog.RecordFailureAsync(hold, error is DomainException rule ? $"{rule.Code}: {rule.Message}" : error.GetType().Name, now);
    }

    [LoggerMessage(LogLevel.Error, "Payment hold {HoldId} could not be settled")]
    private partial void LogNotSettled(Exception error, PaymentHoldId holdId);
}
