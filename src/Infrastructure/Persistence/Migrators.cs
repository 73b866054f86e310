using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MySqlConnector;

namespace TalkConnect.Infrastructure.Persistence;

/// <summary>Brings the database to the newest shape at start; of several nodes one at a time.</summary>
public interface IMigrator
{
    Task MigrateAsync(CancellationToken cancellationToken);
}

/// <summary>
/// A process that was killed while it migrated leaves EF's lock row behind, and the next start would wait for it for
/// ever. A lock on a file dies with its process.
/// </summary>
internal sealed class SqliteMigrator(IServiceScopeFactory scopes, TimeProvider clock) : IMigrator
{
    private const int Corrupt = 11;
    private const int NotADatabase = 26;

    private static readonly HashSet<int> HeldByAnother = [11, 35, unchecked((int)0x80070020)]; // Linux, macOS, Windows

    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        try
        {
            await MigrateFileAsync(cancellationToken);
        }
        catch (Exception error) when (IsOfTheFile(error))
        {
            throw new InvalidOperationException(
                $"The file of the embedded database cannot be used: {error.Message} The server must be allowed to write it and its folder, "
                + "and the disk needs room. ConnectionStrings:TalkConnect names the file.",
                error);
        }
    }

    private static bool IsOfTheFile(Exception error) => error switch
    {
        SqliteException { SqliteErrorCode: Corrupt or NotADatabase } => true,

        // SQLite ends a transaction by itself when it cannot write, and EF's own rollback then hides why.
        SqliteException sqlite => StorageErrors.IsUnavailable(sqlite) || sqlite.Message.Contains("no transaction is active", StringComparison.Ordinal),
        _ => error is IOException or UnauthorizedAccessException,
    };

    private async Task MigrateFileAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TalkConnectDbContext>();
        var file = new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource;

        await using var held = await LockAsync($"{file}.migrating", cancellationToken);

        // EF chooses the write-ahead log only for a file that it creates itself. Without it, whoever reads keeps out whoever commits.
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = 'wal'", cancellationToken);
        await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellationToken);
        await db.Database.MigrateAsync(cancellationToken);
    }

    private async Task<FileStream> LockAsync(string path, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException error) when (HeldByAnother.Contains(error.HResult))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), clock, cancellationToken);
            }
        }
    }
}

/// <summary>Creates the database where it is missing, and warns of a server that may lose what it acknowledged.</summary>
internal sealed partial class MySqlMigrator(IServiceScopeFactory scopes, TimeProvider clock, ILogger<MySqlMigrator> logger) : IMigrator
{
    private const int Tries = 30;

    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TalkConnectDbContext>();
        await WaitForServerAsync(db, cancellationToken);
        await CreateAsync(new MySqlConnectionStringBuilder(db.Database.GetConnectionString()!), cancellationToken);
        await db.Database.MigrateAsync(cancellationToken);
    }

    /// <summary>Servers that start together do not start in order.</summary>
    private async Task WaitForServerAsync(TalkConnectDbContext db, CancellationToken cancellationToken)
    {
        for (var tried = 1; ; tried++)
        {
            try
            {
                await using var server = new MySqlConnection(new MySqlConnectionStringBuilder(db.Database.GetConnectionString()!) { Database = "" }.ToString());
                await server.OpenAsync(cancellationToken);
                return;
            }
            catch (MySqlException error) when (StorageErrors.IsUnavailable(error))
            {
                if (tried == Tries)
                {
                    throw new InvalidOperationException("The database server of ConnectionStrings:TalkConnect does not answer.", error);
                }

                LogWaiting();
                await Task.Delay(TimeSpan.FromSeconds(1), clock, cancellationToken);
            }
        }
    }

    private async Task CreateAsync(MySqlConnectionStringBuilder connection, CancellationToken cancellationToken)
    {
        var database = connection.Database;
        connection.Database = "";
        await using var server = new MySqlConnection(connection.ToString());
        await server.OpenAsync(cancellationToken);
        await using var create = server.CreateCommand();
        create.CommandText = $"CREATE DATABASE IF NOT EXISTS `{database.Replace("`", "``", StringComparison.Ordinal)}` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin";
        await create.ExecuteNonQueryAsync(cancellationToken);

        await using var durable = server.CreateCommand();
        durable.CommandText = "SELECT @@innodb_flush_log_at_trx_commit";
        if (Convert.ToInt32(await durable.ExecuteScalarAsync(cancellationToken), System.Globalization.CultureInfo.InvariantCulture) != 1)
        {
            LogNotDurable();
        }
    }

    [LoggerMessage(LogLevel.Warning, "The database server does not answer yet")]
    private partial void LogWaiting();

    [LoggerMessage(
        LogLevel.Critical,
        "innodb_flush_log_at_trx_commit is not 1: the database server can lose committed money in a crash. Set it to 1.")]
    private partial void LogNotDurable();
}
