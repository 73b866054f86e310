using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TalkConnect.Domain.Attendance;

namespace TalkConnect.Infrastructure.Persistence.Configurations;

internal sealed class AttendanceRecordConfiguration : IEntityTypeConfiguration<AttendanceRecord>
{
    public void Configure(EntityTypeBuilder<AttendanceRecord> builder)
    {
        builder.ToTable("attendance_records");
        builder.HasKey(record => record.Id);
        builder.Property(record => record.Connections).HasJsonColumn();
        builder.Property(record => record.Sightings).HasJsonColumn();
        builder.Property(record => record.Intervals).HasJsonColumn();

        // One record per person and session.
        builder.HasIndex(record => new { record.SessionId, record.UserId }).IsUnique();

        // A person's own attendance, newest first.
        builder.HasIndex(record => new { record.UserId, record.CreatedAt });
    }
}

internal sealed class ListeningSpanConfiguration : IEntityTypeConfiguration<ListeningSpan>
{
    public void Configure(EntityTypeBuilder<ListeningSpan> builder)
    {
        builder.ToTable("listening_spans");
        builder.HasKey(span => span.Id);
        builder.Property(span => span.Id).HasMaxLength(36);

        // Those that bear on the sessions of a run.
        builder.HasIndex(span => span.Until);
    }
}

internal sealed class IssuedPassConfiguration : IEntityTypeConfiguration<IssuedPass>
{
    public void Configure(EntityTypeBuilder<IssuedPass> builder)
    {
        builder.ToTable("issued_passes");
        builder.HasKey(pass => new { pass.SessionId, pass.UserId, pass.Lesson });
    }
}

internal sealed class RoomLookConfiguration : IEntityTypeConfiguration<RoomLook>
{
    public void Configure(EntityTypeBuilder<RoomLook> builder)
    {
        builder.ToTable("room_looks");
        builder.HasKey(look => look.RoomName);
        builder.Property(look => look.RoomName).HasMaxLength(WebhookEvent.MaxNameLength);
    }
}

internal sealed class WebhookEventConfiguration : IEntityTypeConfiguration<WebhookEvent>
{
    public void Configure(EntityTypeBuilder<WebhookEvent> builder)
    {
        builder.ToTable("webhook_events");

        // The key is what makes a second delivery change nothing.
        builder.HasKey(heard => heard.Id);
        builder.Property(heard => heard.Id).HasMaxLength(WebhookEvent.MaxIdLength);
        builder.Property(heard => heard.Event).HasMaxLength(WebhookEvent.MaxIdLength);
        builder.Property(heard => heard.RoomSid).HasMaxLength(WebhookEvent.MaxIdLength);
        builder.Property(heard => heard.ParticipantSid).HasMaxLength(WebhookEvent.MaxIdLength);
        builder.Property(heard => heard.RoomName).HasMaxLength(WebhookEvent.MaxNameLength);
        builder.Property(heard => heard.Identity).HasMaxLength(WebhookEvent.MaxNameLength);

        // All that was heard of a session, to rebuild its attendance.
        builder.HasIndex(heard => heard.SessionId);
    }
}
