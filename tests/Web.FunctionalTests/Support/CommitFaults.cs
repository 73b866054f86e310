using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace TalkConnect.Web.FunctionalTests.Support;

/// <summary>Loses the connection at a commit: before the server did it, or after, when only its answer is lost.</summary>
public sealed class CommitFaults : DbTransactionInterceptor
{
    private int _well;
    private int _before;
    private int _after;

    /// <summary>How many commits are still to fail before they happen.</summary>
    /// <param name="commits">How many.</param>
    /// <param name="after">After how many more that go well.</param>
    public void CutBefore(int commits, int after = 0) => (_before, _well) = (commits, after);

    /// <summary>How many commits are still to happen without their answer.</summary>
    public void CutAfter(int commits) => _after = commits;

    public override ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
        Interlocked.Decrement(ref _well) < 0 && Interlocked.Decrement(ref _before) >= 0
            ? throw new IOException("The connection was lost before the commit.")
            : ValueTask.FromResult(result);

    public override Task TransactionCommittedAsync(
        DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) =>
        Interlocked.Decrement(ref _after) >= 0 ? throw new IOException("The answer to the commit was lost.") : Task.CompletedTask;
}
