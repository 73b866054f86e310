using TalkConnect.Domain.Common;

namespace TalkConnect.Application.Common;

/// <summary>All aggregates of one kind, to change them: what it loads is locked until the unit of work ends.</summary>
/// <typeparam name="T">The aggregate.</typeparam>
public interface IRepository<T>
    where T : class
{
    /// <summary>The one with that id, locked; null when there is none.</summary>
    Task<T?> LockAsync<TId>(TId id, CancellationToken cancellationToken)
        where TId : struct, IEntityId<TId>;

    /// <summary>Those that a specification asks for, locked in its order.</summary>
    Task<IReadOnlyList<T>> LockAsync(ISpecification<T> specification, CancellationToken cancellationToken);

    /// <summary>Whether there is one that the specification asks for; nothing is locked.</summary>
    Task<bool> AnyAsync(ISpecification<T> specification, CancellationToken cancellationToken);

    /// <summary>How many there are that the specification asks for; nothing is locked.</summary>
    Task<int> CountAsync(ISpecification<T> specification, CancellationToken cancellationToken);

    /// <summary>Adds a new one; it is saved when the unit of work ends.</summary>
    void Add(T entity);
}
