using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TalkConnect.Domain.Withdrawals;

namespace TalkConnect.Infrastructure.Persistence.Configurations;

internal sealed class WithdrawalConfiguration : IEntityTypeConfiguration<Withdrawal>
{
    public void Configure(EntityTypeBuilder<Withdrawal> builder)
    {
        builder.ToTable("withdrawals");
        builder.HasKey(withdrawal => withdrawal.Id);
        builder.Property(withdrawal => withdrawal.Amount).HasPrecision(10, 2);
        builder.Property(withdrawal => withdrawal.BankAccountInfo).HasJsonColumn();
        builder.Property(withdrawal => withdrawal.Notes).HasMaxLength(Withdrawal.MaxNoteLength);
        builder.Property(withdrawal => withdrawal.AdminNotes).HasMaxLength(Withdrawal.MaxNoteLength);
        builder.Property(withdrawal => withdrawal.BankReference).HasMaxLength(Withdrawal.MaxReferenceLength);

        // A teacher's withdrawals, newest first.
        builder.HasIndex(withdrawal => new { withdrawal.TeacherId, withdrawal.RequestedAt, withdrawal.Id });

        // A teacher's open ones, and what was paid in a period.
        builder.HasIndex(withdrawal => new { withdrawal.TeacherId, withdrawal.Status, withdrawal.CompletedAt });

        // The admins' queue, and everybody's.
        builder.HasIndex(withdrawal => new { withdrawal.Status, withdrawal.RequestedAt, withdrawal.Id });
        builder.HasIndex(withdrawal => new { withdrawal.RequestedAt, withdrawal.Id });
    }
}

internal sealed class WithdrawalLineConfiguration : IEntityTypeConfiguration<WithdrawalLine>
{
    public void Configure(EntityTypeBuilder<WithdrawalLine> builder)
    {
        builder.ToTable("withdrawal_lines");
        builder.HasKey(line => new { line.WithdrawalId, line.Position });
        builder.Property(line => line.LotAmount).HasPrecision(10, 2);
        builder.Property(line => line.Amount).HasPrecision(10, 2);
        builder.Property(line => line.Remainder).HasPrecision(10, 2);
    }
}
