using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TalkConnect.Domain.Audit;

namespace TalkConnect.Infrastructure.Persistence.Configurations;

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("audit_entries");
        builder.HasKey(entry => entry.Id);
        builder.Property(entry => entry.Address).HasMaxLength(AuditEntry.MaxAddressLength);
        builder.Property(entry => entry.SubjectId).HasMaxLength(36);

        // The trail, newest first; of one person; and of one thing.
        builder.HasIndex(entry => new { entry.At, entry.Id });
        builder.HasIndex(entry => new { entry.ActorId, entry.At, entry.Id });
        builder.HasIndex(entry => new { entry.SubjectId, entry.At, entry.Id });
    }
}
