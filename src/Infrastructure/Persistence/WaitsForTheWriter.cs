using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace TalkConnect.Infrastructure.Persistence;

/// <summary>
/// Lets SQLite itself wait for its one writer. Otherwise the driver looks every 150 ms whether it is its turn, and of several that wait most look too late.
/// </summary>
internal sealed class WaitsForTheWriter : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA busy_timeout = 1000";
        command.ExecuteNonQuery();
    }

    // SQLite has nothing to await.
    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
