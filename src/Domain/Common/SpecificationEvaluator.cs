namespace TalkConnect.Domain.Common;

/// <summary>Evaluates a specification over any <see cref="IQueryable{T}"/>: a table or a list.</summary>
public sealed class SpecificationEvaluator : ISpecificationEvaluator
{
    /// <summary>The one evaluator; it has no state.</summary>
    public static readonly SpecificationEvaluator Default = new();

    /// <inheritdoc/>
    public IQueryable<T> GetQuery<T>(IQueryable<T> query, ISpecification<T> specification)
        where T : class
    {
        query = specification.WhereExpressions.Aggregate(query, (filtered, criterion) => filtered.Where(criterion));

        IOrderedQueryable<T>? ordered = null;
        foreach (var key in specification.OrderExpressions)
        {
            ordered = ordered is null ? query.OrderBy(key) : ordered.ThenBy(key);
        }

        query = ordered ?? query;
        return specification.Take is { } count ? query.Take(count) : query;
    }
}
