using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace TalkConnect.Infrastructure.Persistence;

/// <summary>
/// A row that a unit of work wrote. When the answer to a commit was lost, the row tells whether the commit happened:
/// it is there with our id, or it has the version that we gave it.
/// </summary>
internal sealed record CommitWitness(Type Type, object?[] Key, int? Version)
{
    /// <summary>Whether it is a request's key, which may also stand there because the caller has sent the request again.</summary>
    public bool IsKey => Type == typeof(IdempotencyRecord);

    /// <summary>The first row that was added, or else a request's key, or else a row that was changed; null when nothing was written.</summary>
    public static CommitWitness? Of(ChangeTracker changes)
    {
        var written = changes.Entries().ToList();
        var entry = written.Find(row => row.State is EntityState.Added && row.Entity is not IdempotencyRecord)
            ?? written.Find(row => row.State is EntityState.Added)
            ?? written.Find(row => row.State is EntityState.Modified && HasVersion(row));
        if (entry is null)
        {
            return null;
        }

        var key = entry.Metadata.FindPrimaryKey()!.Properties.Select(property => entry.Property(property.Name).CurrentValue).ToArray();
        var version = entry.State is EntityState.Modified ? (int?)entry.Property(TalkConnectDbContext.Version).CurrentValue : null;
        return new CommitWitness(entry.Metadata.ClrType, key, version);
    }

    public async Task<bool> SawCommitAsync(TalkConnectDbContext db, CancellationToken cancellationToken)
    {
        var row = await db.FindAsync(Type, Key, cancellationToken);
        var saw = row is not null && (Version is null || (int?)db.Entry(row).Property(TalkConnectDbContext.Version).CurrentValue == Version);
        db.ChangeTracker.Clear();
        return saw;
    }

    private static bool HasVersion(EntityEntry entry) => entry.Metadata.FindProperty(TalkConnectDbContext.Version) is not null;
}
