using System.Data;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using MySqlConnector;

namespace TalkConnect.Infrastructure.Persistence;

/// <summary>
/// MySQL commits each change of a table by itself, so a process that is killed while it migrates leaves the first part
/// done. Each part happens whole or not at all: the next start passes over what is there and goes on.
/// </summary>
internal sealed class RestartableMigrations : IMigrationCommandExecutor
{
    private static readonly HashSet<int> AlreadyDone =
    [
        1050, // the table exists
        1060, // the column exists
        1061, // the index exists
        1091, // what is to be dropped is gone
        1826, // the foreign key exists
    ];

    public void ExecuteNonQuery(IEnumerable<MigrationCommand> migrationCommands, IRelationalConnection connection) =>
        throw new NotSupportedException("Migrations are applied asynchronously.");

    public int ExecuteNonQuery(
        IReadOnlyList<MigrationCommand> migrationCommands,
        IRelationalConnection connection,
        MigrationExecutionState executionState,
        bool commitTransaction,
        IsolationLevel? isolationLevel = null) =>
        throw new NotSupportedException("Migrations are applied asynchronously.");

    public Task ExecuteNonQueryAsync(
        IEnumerable<MigrationCommand> migrationCommands, IRelationalConnection connection, CancellationToken cancellationToken = default) =>
        ExecuteNonQueryAsync([.. migrationCommands], connection, new MigrationExecutionState(), true, null, cancellationToken);

    public async Task<int> ExecuteNonQueryAsync(
        IReadOnlyList<MigrationCommand> migrationCommands,
        IRelationalConnection connection,
        MigrationExecutionState executionState,
        bool commitTransaction,
        IsolationLevel? isolationLevel = null,
        CancellationToken cancellationToken = default)
    {
        await connection.OpenAsync(cancellationToken);
        try
        {
            var done = 0;
            for (var next = executionState.LastCommittedCommandIndex; next < migrationCommands.Count; next++)
            {
                done += await ExecuteAsync(migrationCommands[next], connection, cancellationToken);
                executionState.LastCommittedCommandIndex = next + 1;
            }

            return done;
        }
        finally
        {
            await connection.CloseAsync();
        }
    }

    private static async Task<int> ExecuteAsync(MigrationCommand command, IRelationalConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            return await command.ExecuteNonQueryAsync(connection, cancellationToken: cancellationToken);
        }
        catch (MySqlException error) when (AlreadyDone.Contains(error.Number))
        {
            return 0;
        }
    }
}
