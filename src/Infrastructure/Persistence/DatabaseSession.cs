using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Logging;
using MySqlConnector;

namespace TalkConnect.Infrastructure.Persistence;

/// <summary>The session of the database that a scope works in, and how it is left when it can no longer be used.</summary>
internal sealed partial class DatabaseSession(TalkConnectDbContext db, ILogger<DatabaseSession> logger)
{
    /// <summary>
    /// Ends a transaction. A node that was cut off refuses even to roll back, and its session must not be used again: beginning the next transaction in it
    /// would commit what is left of this one.
    /// </summary>
    public async Task EndAsync(IDbContextTransaction transaction)
    {
        try
        {
            await transaction.DisposeAsync();
        }
        catch (Exception error)
        {
            await GiveUpAsync(error);
        }
    }

    /// <summary>Closes a session that cannot end its transaction, so that nobody goes on in it.</summary>
    /// <param name="why">Why it cannot.</param>
    public async Task GiveUpAsync(Exception why)
    {
        LogGivenUp(why.GetBaseException().GetType().Name);
        var connection = db.Database.GetDbConnection();
        if (connection is MySqlConnection session)
        {
            // A session of a pool that was cleared is closed when it comes back, and with it its transaction ends.
            await MySqlConnection.ClearPoolAsync(session);
        }

        for (var tries = 0; tries < 3 && connection.State is not System.Data.ConnectionState.Closed; tries++)
        {
            try
            {
                await db.Database.UseTransactionAsync(null);
                await db.Database.CloseConnectionAsync();
                await connection.CloseAsync();
            }
            catch (Exception error) when (error is DbException or InvalidOperationException or NullReferenceException)
            {
                LogGivenUp(error.GetBaseException().GetType().Name);
            }
        }
    }

    [LoggerMessage(LogLevel.Debug, "A connection was given up: {Error}")]
    private partial void LogGivenUp(string error);
}
