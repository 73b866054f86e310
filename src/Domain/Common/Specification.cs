using System.Linq.Expressions;

namespace TalkConnect.Domain.Common;

/// <summary>A named question about one kind of thing: the same expressions filter in SQL and in memory.</summary>
/// <typeparam name="T">What is asked for.</typeparam>
public interface ISpecification<T>
{
    /// <summary>Conditions, all of which must hold.</summary>
    IReadOnlyList<Expression<Func<T, bool>>> WhereExpressions { get; }

    /// <summary>Keys to sort by, the first one first.</summary>
    IReadOnlyList<Expression<Func<T, object?>>> OrderExpressions { get; }

    /// <summary>How many at the most; null for all.</summary>
    int? Take { get; }
}

/// <summary>Puts a specification together; the names are those of Ardalis.Specification.</summary>
/// <typeparam name="T">What is asked for.</typeparam>
public interface ISpecificationBuilder<T>
{
    /// <summary>Adds a condition.</summary>
    ISpecificationBuilder<T> Where(Expression<Func<T, bool>> criterion);

    /// <summary>Adds a key to sort by, smallest first.</summary>
    ISpecificationBuilder<T> OrderBy(Expression<Func<T, object?>> key);

    /// <summary>Limits the answer.</summary>
    ISpecificationBuilder<T> Take(int count);
}

/// <summary>Turns a specification into a query.</summary>
public interface ISpecificationEvaluator
{
    /// <summary>Narrows the query to what the specification asks for.</summary>
    IQueryable<T> GetQuery<T>(IQueryable<T> query, ISpecification<T> specification)
        where T : class;
}

/// <summary>The base of every specification; a subclass fills <see cref="Query"/> in its constructor.</summary>
/// <typeparam name="T">What is asked for.</typeparam>
public abstract class Specification<T> : ISpecification<T>
{
    private readonly Builder _builder = new();

    /// <inheritdoc/>
    public IReadOnlyList<Expression<Func<T, bool>>> WhereExpressions => _builder.Wheres;

    /// <inheritdoc/>
    public IReadOnlyList<Expression<Func<T, object?>>> OrderExpressions => _builder.Orders;

    /// <inheritdoc/>
    public int? Take => _builder.Count;

    /// <summary>Where the conditions, the order and the limit are stated.</summary>
    protected ISpecificationBuilder<T> Query => _builder;

    /// <summary>Whether this one thing meets all conditions.</summary>
    public bool IsSatisfiedBy(T entity) => WhereExpressions.All(criterion => criterion.Compile()(entity));

    private sealed class Builder : ISpecificationBuilder<T>
    {
        public List<Expression<Func<T, bool>>> Wheres { get; } = [];

        public List<Expression<Func<T, object?>>> Orders { get; } = [];

        public int? Count { get; private set; }

        public ISpecificationBuilder<T> Where(Expression<Func<T, bool>> criterion)
        {
            Wheres.Add(criterion);
            return this;
        }

        public ISpecificationBuilder<T> OrderBy(Expression<Func<T, object?>> key)
        {
            Orders.Add(key);
            return this;
        }

        public ISpecificationBuilder<T> Take(int count)
        {
            Count = count;
            return this;
        }
    }
}
