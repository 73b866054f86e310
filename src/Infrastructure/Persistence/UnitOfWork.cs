using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Logging;
using TalkConnect.Application.Common;
using TalkConnect.Domain.Common;

namespace TalkConnect.Infrastructure.Persistence;

/// <summary>Opens the transaction before anything is loaded, and runs the whole again where that is safe and may help.</summary>
internal sealed partial class UnitOfWork(TalkConnectDbContext db, DatabaseSession databaseSession, Ids ids, TimeProvider clock, ILogger<UnitOfWork> logger) : IUnitOfWork
{
    private const int MostAttempts = 9;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private CommitWitness? _witness;

    public Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        db.Database.CurrentTransaction is not null
            ? work(cancellationToken)
            : RepeatAsync<T>(committing => AttemptAsync(work, committing, cancellationToken), cancellationToken);

    /// <summary>Makes attempts until one succeeds or nothing is left to hope for; none is made once it turns out that a commit without an answer has happened.</summary>
    /// <param name="attempt">One transaction. It tells what it is about to commit, unless it finds out by itself what it has done before.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    public async Task<T> RepeatAsync<T>(Func<Committing<T>, Task<T>> attempt, CancellationToken cancellationToken)
    {
        var firstId = ids.Position;
        var started = clock.GetTimestamp();
        var committing = new Committing<T>();
        var retrying = false;

        for (var attempts = 1; ; attempts++)
        {
            try
            {
                db.ChangeTracker.Clear();
                ids.Position = firstId;
                return committing.Witness is { } witness && await witness.SawCommitAsync(db, cancellationToken)
                    ? committing.Answer!
                    : await attempt(committing);
            }
            catch (Exception error) when (StorageErrors.IsLostRace(error) || StorageErrors.IsUnavailable(error))
            {
                db.ChangeTracker.Clear();
                if (StorageErrors.IsBroken(error))
                {
                    await ConnectionPools.ClearAsync(db.Database.GetDbConnection());
                }

                var gaveUp = StorageErrors.IsUnavailable(error) && clock.GetElapsedTime(started) > Patience;
                if (attempts == MostAttempts || gaveUp)
                {
                    return await LastAnswerAsync(committing, error);
                }

                retrying = true;
                Telemetry.UnitRetried(StorageErrors.IsLostRace(error));
                LogRetry(attempts, error.GetBaseException().GetType().Name);
                await Task.Delay(Jitter(attempts), clock, cancellationToken);
            }
            catch (InvalidOperationException error) when (retrying)
            {
                // What the broken connection left behind in its driver: whoever asks again gets another one.
                return await LastAnswerAsync(committing, error);
            }
        }
    }

    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        foreach (var entry in db.ChangeTracker.Entries<AggregateRoot>().Where(entry => entry.State is EntityState.Modified))
        {
            var version = entry.Property<int>(TalkConnectDbContext.Version);
            version.CurrentValue = version.OriginalValue + 1;
        }

        // A key is written before anything else: what is added later with an id of ours is a better witness, a changed row is not.
        if (_witness is null || (_witness.IsKey && CommitWitness.Of(db.ChangeTracker) is { Version: null }))
        {
            _witness = CommitWitness.Of(db.ChangeTracker);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Names a row that was added by a statement, so that a commit whose answer is lost can be looked up.</summary>
    public void WillHaveAdded<TEntity>(object key) => _witness ??= new CommitWitness(typeof(TEntity), [key], null);

    /// <summary>Nobody will look again whether the last commit happened, so it is done here.</summary>
    private async Task<T> LastAnswerAsync<T>(Committing<T> committing, Exception error)
    {
        var saw = committing.Witness is { } witness ? await LookAsync(witness) : false;
        if (saw is true)
        {
            return committing.Answer!;
        }

        if (saw is false && StorageErrors.IsLostRace(error))
        {
            throw DomainException.Conflict("concurrent_change", "Others changed the same things at the same time. Try again.");
        }

        // Not to see it proves nothing where a server may still be busy with it, or another node does not have it yet.
        var isOver = committing.Witness is null || (saw is false && db is SqliteTalkConnectDbContext && committing.Witness.Version is null);
        throw new StorageUnavailableException(error, mayHaveHappened: !isOver);
    }

    /// <returns>Whether it is there; null where that cannot be known.</returns>
    private async Task<bool?> LookAsync(CommitWitness witness)
    {
        using var limited = new CancellationTokenSource(Patience);
        try
        {
            db.ChangeTracker.Clear();
            return await witness.SawCommitAsync(db, limited.Token);
        }
        catch (Exception error)
        {
            LogNotKnown(error.GetBaseException().GetType().Name);
            return null;
        }
    }

    private async Task<T> AttemptAsync<T>(Func<CancellationToken, Task<T>> work, Committing<T> committing, CancellationToken cancellationToken)
    {
        _witness = null;

        // A save would release its savepoint and overlook when that fails; where a cluster has just refused the transaction, the commit after it
        // would succeed and have nothing in it.
        db.Database.AutoSavepointsEnabled = false;
        var transaction = await BeginAsync(cancellationToken);
        try
        {
            var answer = await work(cancellationToken);
            await FlushAsync(cancellationToken);
            committing.Expect(answer, _witness);

            // From here on it happens or it does not; a caller who hangs up must not leave that open.
            await transaction.CommitAsync(CancellationToken.None);
            return answer;
        }
        catch (InvalidOperationException error) when (db.Database.GetDbConnection().State is not ConnectionState.Open)
        {
            // The driver notices only with the next command that the connection broke.
            throw new IOException("The connection broke before the commit.", error);
        }
        finally
        {
            await databaseSession.EndAsync(transaction);
        }
    }

    private async Task<IDbContextTransaction> BeginAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await db.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
        }
        catch (SqliteException)
        {
            // EF has opened the connection for it, and would go on with it in the next attempt.
            await db.Database.CloseConnectionAsync();
            throw;
        }
    }

    // Spread out, so that those who collided do not collide again.
    private static TimeSpan Jitter(int attempt) => TimeSpan.FromMilliseconds(Random.Shared.Next(5, 20) * (1 << Math.Min(attempt, 6)));

    [LoggerMessage(LogLevel.Debug, "Unit of work is run again after attempt {Attempt}: {Error}")]
    private partial void LogRetry(int attempt, string error);

    [LoggerMessage(LogLevel.Warning, "Whether a commit happened is not known: {Error}")]
    private partial void LogNotKnown(string error);
}

/// <summary>What an attempt is about to commit.</summary>
internal sealed class Committing<T>
{
    public T? Answer { get; private set; }

    public CommitWitness? Witness { get; private set; }

    /// <summary>Says it, before the commit.</summary>
    /// <param name="answer">The answer, if it happens.</param>
    /// <param name="witness">What will be there if it happens; null where it does no harm to do it again.</param>
    public void Expect(T answer, CommitWitness? witness) => (Answer, Witness) = (answer, witness);
}
