using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TalkConnect.Domain.Ledger;

namespace TalkConnect.Infrastructure.Persistence.Configurations;

internal sealed class TransactionConfiguration : IEntityTypeConfiguration<Transaction>
{
    public void Configure(EntityTypeBuilder<Transaction> builder)
    {
        builder.ToTable("transactions");
        builder.HasKey(line => line.Id);
        builder.Property(line => line.Amount).HasPrecision(10, 2);
        builder.Property(line => line.ReferenceId).HasMaxLength(36);
        builder.Property(line => line.Description).HasMaxLength(500);
        builder.Property(line => line.Metadata).HasJsonColumn();

        // The chain of a user's balance, and their list of lines.
        builder.HasIndex(line => new { line.UserId, line.Sequence }).IsUnique();

        // Nothing is posted twice.
        builder.HasIndex(line => new { line.UserId, line.Type, line.ReferenceType, line.ReferenceId }).IsUnique();
    }
}

internal sealed class DepositConfiguration : IEntityTypeConfiguration<Deposit>
{
    public void Configure(EntityTypeBuilder<Deposit> builder)
    {
        builder.ToTable("deposits");
        builder.HasKey(deposit => deposit.Id);
        builder.Property(deposit => deposit.ExternalReference).HasMaxLength(Deposit.MaxReferenceLength);
        builder.Property(deposit => deposit.Amount).HasPrecision(10, 2);

        // One deposit per reference.
        builder.HasIndex(deposit => deposit.ExternalReference).IsUnique();
    }
}
