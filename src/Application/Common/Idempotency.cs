using MediatR;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Users;

namespace TalkConnect.Application.Common;

/// <summary>A caller's name for one request; it counts per user and route.</summary>
/// <param name="UserId">The caller.</param>
/// <param name="Route">The route with its values.</param>
/// <param name="Key">The caller's key, at most <see cref="MaxLength"/> characters.</param>
/// <param name="RequestHash">What was asked, so that another request under the same key is noticed.</param>
public sealed record IdempotencyKey(UserId UserId, string Route, string Key, string RequestHash)
{
    /// <summary>The longest key, in characters.</summary>
    public const int MaxLength = 255;
}

/// <summary>Keeps the answers to requests with a key, in the transaction of their effect.</summary>
public interface IIdempotencyStore
{
    /// <summary>
    /// The stored answer for the key, or null when this request is the first; then the key is taken, and whoever comes
    /// next with it waits until this unit of work ends.
    /// </summary>
    /// <exception cref="DomainException">The key stands for another request (<c>idempotency_key_reused</c>).</exception>
    Task<string?> TakeAsync(IdempotencyKey key, CancellationToken cancellationToken);

    /// <summary>The stored answer for the key; null when there is none yet. It takes nothing.</summary>
    /// <exception cref="DomainException">The key stands for another request (<c>idempotency_key_reused</c>).</exception>
    Task<string?> FindAsync(IdempotencyKey key, CancellationToken cancellationToken);

    /// <summary>Stores the answer of the request that took the key.</summary>
    void Answer(IdempotencyKey key, string answer);

    /// <summary>Deletes the oldest of the keys that were taken before a time.</summary>
    /// <returns>How many: fewer than <paramref name="atMost"/> when none is left; more only when several were taken at the same moment.</returns>
    Task<int> ForgetAsync(DateTimeOffset before, int atMost, CancellationToken cancellationToken);
}

/// <summary>Whether the answer of this request is the stored one of an earlier request.</summary>
public sealed class Replay
{
    /// <summary>True when nothing happened now.</summary>
    public bool Replayed { get; set; }
}

/// <summary>Answers a request with a known key as the first time, without doing it again.</summary>
internal sealed class IdempotencyBehavior<TRequest, TAnswer>(IIdempotencyStore store, Replay replay)
    : IPipelineBehavior<TRequest, TAnswer>
    where TRequest : IIdempotentCommand<TAnswer>
{
    public async Task<TAnswer> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TAnswer> next)
    {
        replay.Replayed = false;
        if (request.IdempotencyKey is not { } key)
        {
            return await next();
        }

        if (await store.TakeAsync(key, cancellationToken) is { } stored)
        {
            replay.Replayed = true;
            return WireJson.Read<TAnswer>(stored);
        }

        var answer = await next();
        store.Answer(key, WireJson.Write(answer));
        return answer;
    }
}
