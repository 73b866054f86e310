using Microsoft.EntityFrameworkCore;
using TalkConnect.Application.Common;
using TalkConnect.Domain.Common;

namespace TalkConnect.Infrastructure.Persistence;

internal sealed class EfRepository<T>(TalkConnectDbContext db) : IRepository<T>
    where T : class
{
    public Task<T?> LockAsync<TId>(TId id, CancellationToken cancellationToken)
        where TId : struct, IEntityId<TId> =>
        db.Set<T>().Where(entity => EF.Property<TId>(entity, "Id").Equals(id)).Locked().SingleOrDefaultAsync(cancellationToken);

    public async Task<IReadOnlyList<T>> LockAsync(ISpecification<T> specification, CancellationToken cancellationToken) =>
        await SpecificationEvaluator.Default.GetQuery(db.Set<T>(), specification).Locked().ToListAsync(cancellationToken);

    public Task<bool> AnyAsync(ISpecification<T> specification, CancellationToken cancellationToken) =>
        SpecificationEvaluator.Default.GetQuery(db.Set<T>(), specification).AnyAsync(cancellationToken);

    public Task<int> CountAsync(ISpecification<T> specification, CancellationToken cancellationToken) =>
        SpecificationEvaluator.Default.GetQuery(db.Set<T>(), specification).CountAsync(cancellationToken);

    public void Add(T entity) => db.Add(entity);
}
