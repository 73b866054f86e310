using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TalkConnect.Domain.Attendance;

namespace TalkConnect.Infrastructure.Persistence;

/// <summary>Tries whether the database takes writes. One for the whole process.</summary>
public sealed class WriteTrial(TimeProvider clock) : IDisposable
{
    private const int Busy = 5;
    private const int SecondsForOthers = 1;

    // Anybody may ask whether the server is ready, and on SQLite each trial is a commit.
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    // Longer than anybody writes at once: after it somebody keeps a lock and does not write.
    private static readonly TimeSpan LongestWrite = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _oneAtATime = new(1);
    private long? _passed;
    private long? _wrote;

    /// <summary>Returns if it does, or did a moment ago; otherwise the error of the database says why not.</summary>
    public async Task MakeAsync(TalkConnectDbContext db, CancellationToken cancellationToken)
    {
        if (db is MySqlTalkConnectDbContext)
        {
            // A server that may not be written refuses even what changes nothing.
            await db.Set<ListeningSpan>().Where(span => span.Id == "").ExecuteDeleteAsync(cancellationToken);
            return;
        }

        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            if (!IsWithin(Rest, _passed))
            {
                await TryAsync(db, cancellationToken);
                _passed = clock.GetTimestamp();
            }
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose() => _oneAtATime.Dispose();

    private async Task TryAsync(TalkConnectDbContext db, CancellationToken cancellationToken)
    {
        try
        {
            await WriteAsync(db, cancellationToken);
            _wrote = clock.GetTimestamp();
        }
        catch (SqliteException error) when (error.SqliteErrorCode is Busy && IsWithin(LongestWrite, _wrote))
        {
            // Somebody else is writing.
        }
        catch (SqliteException error) when (StorageErrors.IsBroken(error))
        {
            // It may have been opened while the file took no writes.
            await ConnectionPools.ClearAsync(db.Database.GetDbConnection());
            await WriteAsync(db, cancellationToken);
            _wrote = clock.GetTimestamp();
        }
    }

    /// <summary>A file refuses only what is really written: a number of its header that nothing else uses.</summary>
    private static async Task WriteAsync(TalkConnectDbContext db, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var write = db.Database.GetDbConnection().CreateCommand();
            write.CommandText = "PRAGMA user_version = 0";
            write.CommandTimeout = SecondsForOthers;
            await write.ExecuteNonQueryAsync(cancellationToken);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private bool IsWithin(TimeSpan time, long? since) => since is { } then && clock.GetElapsedTime(then) < time;
}
