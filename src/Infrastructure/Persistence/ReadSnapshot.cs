using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace TalkConnect.Infrastructure.Persistence;

internal static class ReadSnapshot
{
    /// <summary>A transaction that only reads, on an open connection: all of it sees one moment, and nobody has to wait for it.</summary>
    public static async Task<DbTransaction> BeginSnapshotAsync(this DbContext db, CancellationToken cancellationToken)
    {
        var connection = db.Database.GetDbConnection();

        // A deferred transaction of SQLite only reads, so it keeps no writer waiting.
        return connection is SqliteConnection sqlite
            ? sqlite.BeginTransaction(deferred: true)
            : await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
    }
}
