using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using MySqlConnector;

namespace TalkConnect.Infrastructure.Persistence;

/// <summary>A transaction that only reads, on an open connection: all of it sees one moment, and nobody has to wait for it.</summary>
internal sealed class ReadSnapshot : IAsyncDisposable
{
    private ReadSnapshot(DbTransaction transaction) => Transaction = transaction;

    public DbTransaction Transaction { get; }

    public static async Task<ReadSnapshot> BeginAsync(DbContext db, CancellationToken cancellationToken)
    {
        var connection = db.Database.GetDbConnection();

        // A deferred transaction of SQLite only reads, so it keeps no writer waiting.
        return new ReadSnapshot(connection is SqliteConnection sqlite
            ? sqlite.BeginTransaction(deferred: true)
            : await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        var session = Transaction.Connection as MySqlConnection;
        try
        {
            await Transaction.DisposeAsync();
        }
        catch (DbException) when (session is not null)
        {
            // All was read. But a node that was cut off does not end the transaction, and the pool does not either: nobody may go on in this session.
            await MySqlConnection.ClearPoolAsync(session);
        }
    }
}
