using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TalkConnect.Domain.Attendance;

namespace TalkConnect.Infrastructure.Persistence;

/// <summary>Tries whether the database takes writes. One for the whole process.</summary>
public sealed class WriteTrial(TimeProvider clock)
{
    private const int Busy = 5;
    private const int SecondsForOthers = 2;

    // Anybody may ask whether the server is ready, and each trial is a commit.
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    private long _succeeded;

    /// <summary>Returns if it does; otherwise the error of the database says why not.</summary>
    public async Task MakeAsync(TalkConnectDbContext db, CancellationToken cancellationToken)
    {
        if (db is MySqlTalkConnectDbContext)
        {
            // A server that may not be written refuses even what changes nothing.
            await db.Set<ListeningSpan>().Where(span => span.Id == "").ExecuteDeleteAsync(cancellationToken);
            return;
        }

        if (Volatile.Read(ref _succeeded) is var before && before != 0 && clock.GetElapsedTime(before) < Rest)
        {
            return;
        }

        await WriteAsync(db, cancellationToken);
        Volatile.Write(ref _succeeded, clock.GetTimestamp());
    }

    /// <summary>A file refuses only what is really written: a number of its header that nothing else uses.</summary>
    private static async Task WriteAsync(TalkConnectDbContext db, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        var connection = db.Database.GetDbConnection();
        try
        {
            await using var write = connection.CreateCommand();
            write.CommandText = "PRAGMA user_version = 0";
            write.CommandTimeout = SecondsForOthers;
            await write.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (SqliteException error) when (error.SqliteErrorCode is Busy)
        {
            // Somebody else is writing all the while.
        }
        catch (SqliteException error) when (StorageErrors.IsBroken(error))
        {
            await ConnectionPools.ClearAsync(connection);
            throw;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
