using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TalkConnect.Application.Common;

namespace TalkConnect.Infrastructure.Persistence.Configurations;

internal sealed class IdempotencyConfiguration : IEntityTypeConfiguration<IdempotencyRecord>
{
    public void Configure(EntityTypeBuilder<IdempotencyRecord> builder)
    {
        builder.ToTable("idempotency_keys");
        builder.HasKey(record => new { record.UserId, record.Route, record.Key });
        builder.Property(record => record.Route).HasMaxLength(200);
        builder.Property(record => record.Key).HasMaxLength(IdempotencyKey.MaxLength);
        builder.Property(record => record.RequestHash).HasMaxLength(64);

        // The oldest, which are forgotten.
        builder.HasIndex(record => record.CreatedAt);
    }
}
