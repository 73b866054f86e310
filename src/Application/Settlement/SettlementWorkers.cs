using Microsoft.Extensions.DependencyInjection;
using TalkConnect.Domain.Settlement;
using TalkConnect.Domain.Users;

namespace TalkConnect.Application.Settlement;

/// <summary>Shares due holds out among workers (<c>Settlement:Workers</c>) so that no two pay the same teacher and wait for each other.</summary>
internal sealed class SettlementWorkers(SettleBatch own, IServiceScopeFactory scopes, SettlementPace pace)
{
    public Task SettleAsync(IReadOnlyList<DueHold> due, SettlementRun run, DateTimeOffset now) => pace.Workers == 1
        ? own.SettleAsync(Ids(due), run, now)
        : Task.WhenAll(due.GroupBy(hold => ShareOf(hold.TeacherId)).Select(share => SettleShareAsync([.. share], run, now)));

    private static List<PaymentHoldId> Ids(IEnumerable<DueHold> due) => [.. due.Select(hold => hold.Id)];

    // A unit of work belongs to one worker, so each has a scope of its own.
    private async Task SettleShareAsync(IReadOnlyList<DueHold> share, SettlementRun run, DateTimeOffset now)
    {
        await using var scope = scopes.CreateAsyncScope();
        var batch = scope.ServiceProvider.GetRequiredService<SettleBatch>();
        foreach (var part in share.Chunk(pace.BatchSize))
        {
            await batch.SettleAsync(Ids(part), run, now);
        }
    }

    private int ShareOf(UserId teacher) => teacher.Value.Sum(character => character) % pace.Workers;
}
