namespace TalkConnect.Application.Common;

/// <summary>One transaction: all of it happens, or nothing.</summary>
public interface IUnitOfWork
{
    /// <summary>
    /// Runs the work in a transaction that is opened before it loads anything, saves what it changed and commits. A lost
    /// race, a deadlock or a lost connection starts the whole of it again, with the same ids; a commit whose answer was
    /// lost is looked up before it is repeated.
    /// </summary>
    /// <exception cref="Domain.Common.DomainException">Others kept winning (<c>concurrent_change</c>).</exception>
    /// <exception cref="StorageUnavailableException">The database cannot be reached.</exception>
    Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken);

    /// <summary>Sends what was changed so far to the database, without ending the transaction.</summary>
    Task FlushAsync(CancellationToken cancellationToken);
}

/// <summary>The database cannot be reached now; the same request may succeed later.</summary>
/// <param name="cause">What went wrong below.</param>
/// <param name="mayHaveHappened">Whether it is not known that nothing was changed.</param>
public sealed class StorageUnavailableException(Exception cause, bool mayHaveHappened = false) : Exception("The database cannot be reached.", cause)
{
    /// <summary>Whether the database was lost while it was told to commit, and could not tell afterwards.</summary>
    public bool MayHaveHappened => mayHaveHappened;
}
