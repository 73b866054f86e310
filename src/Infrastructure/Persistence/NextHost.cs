using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using MySqlConnector;

namespace TalkConnect.Infrastructure.Persistence;

/// <summary>
/// Goes on with the next host of the connection string where one answers and may not work: a node that was cut off from its cluster still takes
/// connections, and refuses every statement. Without it, its web server would stay with it until it is let back.
/// </summary>
/// <param name="connectionString">Where the database is; the hosts stand in it in the order of preference.</param>
internal sealed class NextHost(string connectionString) : IDbConnectionInterceptor, IDbCommandInterceptor
{
    private const int NotPrepared = 1047;

    private readonly Lock _turning = new();
    private readonly string _database = new MySqlConnectionStringBuilder(connectionString).Database;
    private string? _turned;

    public InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result)
    {
        Turn(connection);
        return result;
    }

    public ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        Turn(connection);
        return ValueTask.FromResult(result);
    }

    public void CommandFailed(DbCommand command, CommandErrorEventData eventData) => Leave(command.Connection, eventData.Exception);

    public Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Leave(command.Connection, eventData.Exception);
        return Task.CompletedTask;
    }

    /// <summary>Goes on with new sessions or with the next host, if that is what the error asks for.</summary>
    public void Leave(DbConnection? connection, Exception error)
    {
        if (connection is not MySqlConnection refused)
        {
            return;
        }

        if (StorageErrors.IsBroken(error))
        {
            MySqlConnection.ClearPool(refused);
        }

        if (error is not MySqlException { Number: NotPrepared })
        {
            return;
        }

        lock (_turning)
        {
            // Of several that were refused at once only the first turns: for the others these are no longer the hosts.
            var settings = new MySqlConnectionStringBuilder(_turned ?? connectionString);
            if (new MySqlConnectionStringBuilder(refused.ConnectionString).Server == settings.Server)
            {
                settings.Server = Turned(settings.Server);
                _turned = settings.ToString();
            }
        }
    }

    /// <summary>The hosts without the first, which goes to the end of the line.</summary>
    internal static string Turned(string hosts)
    {
        var line = hosts.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return string.Join(',', line.Skip(1).Concat(line.Take(1)));
    }

    private void Turn(DbConnection connection)
    {
        // Whoever asks whether the database exists names none.
        if (_turned is { } turned && connection.Database == _database)
        {
            connection.ConnectionString = turned;
        }
    }
}
