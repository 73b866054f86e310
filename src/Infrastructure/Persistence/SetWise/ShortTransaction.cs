using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using MySqlConnector;

namespace TalkConnect.Infrastructure.Persistence.SetWise;

/// <summary>
/// A transaction on MariaDB that begins along with its first question and commits along with its last statements: for what waits most for its ways there and back.
/// </summary>
/// <remarks>
/// On a cluster each statement goes by itself. Another node may undo the transaction while one of them runs, and that is told at the end of a text only: those
/// between would be done without the ones before, each for itself.
/// </remarks>
internal sealed class ShortTransaction : IAsyncDisposable
{
    private const string Begin = "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED; START TRANSACTION;\n";

    private readonly TalkConnectDbContext _db;
    private readonly DatabaseSession _owner;
    private readonly MySqlConnection _session;
    private bool _isOpen;
    private bool _isOnCluster;

    private ShortTransaction(TalkConnectDbContext db, DatabaseSession owner) =>
        (_db, _owner, _session) = (db, owner, (MySqlConnection)db.Database.GetDbConnection());

    /// <summary>Begins, and asks the first question.</summary>
    public static async Task<ShortTransaction> BeginAsync(TalkConnectDbContext db, DatabaseSession owner, Question first, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        var transaction = new ShortTransaction(db, owner);
        try
        {
            await transaction.BeginAsync(first, cancellationToken);
            return transaction;
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }

    /// <summary>Asks several questions at once.</summary>
    public async Task AskAsync(IReadOnlyList<Question> questions, CancellationToken cancellationToken)
    {
        foreach (var together in _isOnCluster ? questions.Select(question => (IReadOnlyList<Question>)[question]) : [questions])
        {
            await TryAsync(async () =>
            {
                await using var command = Command(together);
                await using var reader = await command.ExecuteReaderAsync(cancellationToken);
                foreach (var question in together)
                {
                    await ReadAsync(reader, question, cancellationToken);
                }
            });
        }
    }

    /// <summary>Runs the statements, and commits when none of them fails.</summary>
    public async Task CommitAsync(IEnumerable<string> statements)
    {
        var all = statements.Append("COMMIT");
        foreach (var text in _isOnCluster ? all : [string.Join(";\n", all)])
        {
            // From here on it happens or it does not; a caller who hangs up must not leave that open.
            await TryAsync(() => RunAsync(text));
        }

        _isOpen = false;
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_isOpen)
            {
                await RunAsync("ROLLBACK");
            }

            await _db.Database.CloseConnectionAsync();
        }
        catch (Exception error)
        {
            // Whoever waits for this transaction is told why it failed, not why it could not be ended.
            await _owner.GiveUpAsync(error);
        }
    }

    private Task BeginAsync(Question first, CancellationToken cancellationToken)
    {
        _isOpen = true;
        return TryAsync(async () =>
        {
            var cluster = await _db.GetService<ClusterQuestion>().SqlAsync(_session, cancellationToken);
            await using var command = Command([first]);
            command.CommandText = $"{Begin}{cluster};\n{command.CommandText}";
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            await reader.ReadAsync(cancellationToken);
            _isOnCluster = reader.GetBoolean(0);
            await reader.NextResultAsync(cancellationToken);
            await ReadAsync(reader, first, cancellationToken);
        });
    }

    private static async Task ReadAsync(MySqlDataReader reader, Question question, CancellationToken cancellationToken)
    {
        while (await reader.ReadAsync(cancellationToken))
        {
            question.Read(reader);
        }

        await reader.NextResultAsync(cancellationToken);
    }

    private MySqlCommand Command(IReadOnlyList<Question> questions)
    {
        var command = _session.CreateCommand();
        command.CommandText = string.Join(";\n", questions.Select(question => question.Sql));
        foreach (var (name, json) in questions.Select(question => question.Parameter).Distinct())
        {
            command.Parameters.AddWithValue(name, json);
        }

        return command;
    }

    private async Task<int> RunAsync(string text)
    {
        await using var command = _session.CreateCommand();
        command.CommandText = text;
        return await command.ExecuteNonQueryAsync(CancellationToken.None);
    }

    private async Task TryAsync(Func<Task> use)
    {
        try
        {
            await use();
        }
        catch (MySqlException error)
        {
            _db.GetService<NextHost>().Leave(_session, error);
            throw;
        }
        catch (InvalidOperationException error) when (_session.State is not ConnectionState.Open)
        {
            throw new IOException("The connection broke in a transaction.", error);
        }
    }
}

/// <summary>A query and what becomes of each of its rows.</summary>
/// <param name="Sql">The query.</param>
/// <param name="Parameter">Its one parameter.</param>
/// <param name="Read">Takes the row on which the reader stands.</param>
internal sealed record Question(string Sql, (string Name, string Json) Parameter, Action<MySqlDataReader> Read);
