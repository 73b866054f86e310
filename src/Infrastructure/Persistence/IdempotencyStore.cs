using Microsoft.EntityFrameworkCore;
using TalkConnect.Application.Common;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Users;

namespace TalkConnect.Infrastructure.Persistence;

/// <summary>The answer to a request with a key.</summary>
internal sealed class IdempotencyRecord
{
    public required UserId UserId { get; init; }

    public required string Route { get; init; }

    public required string Key { get; init; }

    public required string RequestHash { get; init; }

    /// <summary>Empty only inside the transaction that took the key.</summary>
    public string Answer { get; set; } = "";

    public required DateTimeOffset CreatedAt { get; init; }
}

internal sealed class IdempotencyStore(TalkConnectDbContext db, IUnitOfWork unitOfWork, TimeProvider clock) : IIdempotencyStore
{
    public async Task<string?> FindAsync(IdempotencyKey key, CancellationToken cancellationToken)
    {
        var record = await db.Set<IdempotencyRecord>().FindAsync([key.UserId, key.Route, key.Key], cancellationToken);
        if (record is not null && record.RequestHash != key.RequestHash)
        {
            throw DomainException.KeyReused(
                "idempotency_key_reused", "This Idempotency-Key was used for another request. Use a new key for a new request.");
        }

        return record?.Answer;
    }

    public async Task<string?> TakeAsync(IdempotencyKey key, CancellationToken cancellationToken)
    {
        if (await FindAsync(key, cancellationToken) is { } answer)
        {
            return answer;
        }

        db.Add(new IdempotencyRecord
        {
            UserId = key.UserId,
            Route = key.Route,
            Key = key.Key,
            RequestHash = key.RequestHash,
            CreatedAt = clock.GetUtcNow(),
        });

        // Written at once: a second request with the key waits here, and not in the middle of its work.
        await unitOfWork.FlushAsync(cancellationToken);
        return null;
    }

    public void Answer(IdempotencyKey key, string answer) => db.Set<IdempotencyRecord>().Local
        .Single(record => record.UserId == key.UserId && record.Route == key.Route && record.Key == key.Key)
        .Answer = answer;

    public async Task<int> ForgetAsync(DateTimeOffset before, int atMost, CancellationToken cancellationToken)
    {
        var old = db.Set<IdempotencyRecord>().Where(record => record.CreatedAt < before);

        // A range of times is what both databases delete by the index; a DELETE with a LIMIT only one of them knows.
        var last = await old.OrderBy(record => record.CreatedAt)
            .Select(record => (DateTimeOffset?)record.CreatedAt)
            .Skip(atMost - 1)
            .FirstOrDefaultAsync(cancellationToken);
        return await (last is { } end ? old.Where(record => record.CreatedAt <= end) : old).ExecuteDeleteAsync(cancellationToken);
    }
}
