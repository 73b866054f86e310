using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace TalkConnect.Web.FunctionalTests.Support;

/// <summary>Loses the connection at a commit: before the server did it, or after, when only its answer is lost.</summary>
public sealed class CommitFaults : DbTransactionInterceptor, IDbConnectionInterceptor
{
    private int _well;
    private int _before;
    private int _after;
    private TimeSpan _late;
    private bool _forGood;
    private volatile bool _gone;

    /// <summary>How many commits are still to fail before they happen.</summary>
    /// <param name="commits">How many.</param>
    /// <param name="after">After how many more that go well.</param>
    public void CutBefore(int commits, int after = 0) => (_before, _well) = (commits, after);

    /// <summary>How many commits are still to happen without their answer.</summary>
    /// <param name="commits">How many.</param>
    /// <param name="late">After how long it turns out that there is none.</param>
    /// <param name="forGood">Whether the database cannot be reached from then on.</param>
    public void CutAfter(int commits, TimeSpan late = default, bool forGood = false) => (_after, _late, _forGood) = (commits, late, forGood);

    /// <summary>The database can be reached again.</summary>
    public void Mend() => _gone = false;

    public override ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
        Interlocked.Decrement(ref _well) < 0 && Interlocked.Decrement(ref _before) >= 0
            ? throw new IOException("The connection was lost before the commit.")
            : ValueTask.FromResult(result);

    public override async Task TransactionCommittedAsync(
        DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (Interlocked.Decrement(ref _after) >= 0)
        {
            await Task.Delay(_late, CancellationToken.None);
            _gone = _forGood;
            throw new IOException("The answer to the commit was lost.");
        }
    }

    public ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
        _gone ? throw new IOException("The database is gone.") : ValueTask.FromResult(result);
}
