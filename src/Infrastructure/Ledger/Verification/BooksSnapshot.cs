using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using TalkConnect.Infrastructure.Persistence;

namespace TalkConnect.Infrastructure.Ledger.Verification;

/// <summary>The books at one moment: what is settled meanwhile is not seen, and nobody has to wait.</summary>
internal sealed class BooksSnapshot : IAsyncDisposable
{
    private readonly TalkConnectDbContext _db;
    private readonly ReadSnapshot _snapshot;
    private readonly Findings _findings;

    private BooksSnapshot(TalkConnectDbContext db, ReadSnapshot snapshot, Findings findings)
    {
        _db = db;
        _snapshot = snapshot;
        _findings = findings;
    }

    public static async Task<BooksSnapshot> OpenAsync(TalkConnectDbContext db, Findings findings, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        return new BooksSnapshot(db, await ReadSnapshot.BeginAsync(db, cancellationToken), findings);
    }

    /// <summary>Reads rows one at a time, however many there are; a row can be asked until the next one is.</summary>
    /// <param name="sql">The query.</param>
    /// <param name="kind">What a row is, for whoever reads of it.</param>
    /// <param name="id">The column that names it.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async IAsyncEnumerable<Row> ReadAsync(
        string sql, string kind, string id, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var command = _snapshot.Transaction.Connection!.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        command.Transaction = _snapshot.Transaction;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            yield return new Row(reader, _findings, kind, id);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _snapshot.DisposeAsync();
        await _db.Database.CloseConnectionAsync();
    }
}
