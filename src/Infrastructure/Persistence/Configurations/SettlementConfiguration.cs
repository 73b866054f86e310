using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TalkConnect.Domain.Settlement;

namespace TalkConnect.Infrastructure.Persistence.Configurations;

internal sealed class PaymentHoldConfiguration : IEntityTypeConfiguration<PaymentHold>
{
    public void Configure(EntityTypeBuilder<PaymentHold> builder)
    {
        builder.ToTable("payment_holds");
        builder.HasKey(hold => hold.Id);
        builder.Property(hold => hold.Amount).HasPrecision(10, 2);
        builder.Property(hold => hold.Fee).HasPrecision(10, 2);
        builder.Property(hold => hold.RefundedAmount).HasPrecision(10, 2);
        builder.Property(hold => hold.DisputeReason).HasMaxLength(PaymentHold.MaxReasonLength);
        builder.Property(hold => hold.Notes).HasMaxLength(500);
        builder.Property(hold => hold.LastError).HasMaxLength(PaymentHold.MaxErrorLength);

        // One purchase, one hold.
        builder.HasIndex(hold => hold.SessionPurchaseId).IsUnique();

        // HoldsDueForSettlement: a tick looks neither at settled holds nor at those of the future.
        builder.HasIndex(hold => new { hold.Status, hold.DueAt, hold.Id });

        // The holds of a session, and a student's hold in it.
        builder.HasIndex(hold => new { hold.SessionId, hold.StudentId });

        // What is held of a student, and what is to come to a teacher.
        builder.HasIndex(hold => new { hold.StudentId, hold.Status });
        builder.HasIndex(hold => new { hold.TeacherId, hold.Status });

        // A teacher's revenue: its lines, newest first, and what they add up to in a period.
        builder.HasIndex(hold => new { hold.TeacherId, hold.RevenueAt, hold.Id });

        // The list of holds, newest first.
        builder.HasIndex(hold => new { hold.HeldAt, hold.Id });
    }
}

internal sealed class ReceiptConfiguration : IEntityTypeConfiguration<Receipt>
{
    public void Configure(EntityTypeBuilder<Receipt> builder)
    {
        builder.ToTable("receipts");
        builder.HasKey(receipt => receipt.HoldId);

        // What was settled in a period, to decide it once more.
        builder.HasIndex(receipt => receipt.SettledAt);
        builder.Property(receipt => receipt.PolicyName).HasMaxLength(50);
        builder.Property(receipt => receipt.ThresholdPercentage).HasPrecision(5, 2);
        builder.Property(receipt => receipt.Intervals).HasJsonColumn();
        builder.Property(receipt => receipt.TeacherIntervals).HasJsonColumn();
        builder.Property(receipt => receipt.TransactionIds).HasJsonColumn();
        builder.Property(receipt => receipt.Refunded).HasPrecision(10, 2);
        builder.Property(receipt => receipt.DecisionReason).HasMaxLength(PaymentHold.MaxReasonLength);
        builder.Property(receipt => receipt.DisputeReason).HasMaxLength(PaymentHold.MaxReasonLength);

        builder.ComplexProperty(receipt => receipt.Commission, commission =>
        {
            commission.Property(split => split.Rule).HasMaxLength(50).HasColumnName("commission_rule");
            commission.Property(split => split.Rate).HasPrecision(5, 4).HasColumnName("commission_rate");
            commission.Property(split => split.Gross).HasPrecision(10, 2).HasColumnName("gross");
            commission.Property(split => split.Fee).HasPrecision(10, 2).HasColumnName("fee");
            commission.Property(split => split.Net).HasPrecision(10, 2).HasColumnName("net");
        });
    }
}

internal sealed class SettlementPauseConfiguration : IEntityTypeConfiguration<SettlementPause>
{
    public void Configure(EntityTypeBuilder<SettlementPause> builder)
    {
        builder.ToTable("settlement_pauses");

        // Ids are made in the order of time, so the key also serves the list.
        builder.HasKey(pause => pause.Id);
        builder.Property(pause => pause.Reasons).HasJsonColumn();
        builder.Property(pause => pause.DecisionReason).HasMaxLength(SettlementPause.MaxReasonLength);
        builder.Property(pause => pause.Waiting).HasMaxLength(10);

        // Two servers that stop a run at the same moment make one pause.
        builder.HasIndex(pause => pause.Waiting).IsUnique();
    }
}

internal sealed class ForeseenDecisionConfiguration : IEntityTypeConfiguration<ForeseenDecision>
{
    public void Configure(EntityTypeBuilder<ForeseenDecision> builder)
    {
        builder.ToTable("foreseen_decisions");
        builder.HasKey(decision => new { decision.PauseId, decision.HoldId });
        builder.Property(decision => decision.Amount).HasPrecision(10, 2);
    }
}

internal sealed class SettlementRunConfiguration : IEntityTypeConfiguration<SettlementRun>
{
    public void Configure(EntityTypeBuilder<SettlementRun> builder)
    {
        builder.ToTable("settlement_runs");

        // Ids are made in the order of time, so the key also serves the list.
        builder.HasKey(run => run.Id);
        builder.Property(run => run.Id).HasMaxLength(36);
    }
}
