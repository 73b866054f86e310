using MediatR;

namespace TalkConnect.Application.Common;

/// <summary>Forgets the keys and answers of requests that are so old that nobody sends them again.</summary>
public sealed record ForgetIdempotencyKeys : IRequest<int>;

/// <summary>How long an answer to a request with a key is kept.</summary>
/// <param name="Time">From the request on (<c>Idempotency:KeepDays</c>).</param>
public sealed record IdempotencyRetention(TimeSpan Time);

internal sealed class ForgetIdempotencyKeysHandler(
    IIdempotencyStore store, IUnitOfWork unitOfWork, IdempotencyRetention retention, TimeProvider clock)
    : IRequestHandler<ForgetIdempotencyKeys, int>
{
    /// <summary>Few enough that nobody waits long for the transaction that deletes them.</summary>
    private const int BatchSize = 1000;

    public async Task<int> Handle(ForgetIdempotencyKeys request, CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - retention.Time;
        var forgotten = 0;

        // A stop ends it after a batch; what is left is still there the next time.
        while (!cancellationToken.IsCancellationRequested)
        {
            var batch = await unitOfWork.RunAsync(token => store.ForgetAsync(before, BatchSize, token), CancellationToken.None);
            forgotten += batch;
            if (batch < BatchSize)
            {
                break;
            }
        }

        return forgotten;
    }
}
