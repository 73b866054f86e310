using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TalkConnect.Domain.Courses;

namespace TalkConnect.Infrastructure.Persistence.Configurations;

internal sealed class CourseConfiguration : IEntityTypeConfiguration<Course>
{
    public void Configure(EntityTypeBuilder<Course> builder)
    {
        builder.ToTable("courses");
        builder.HasKey(course => course.Id);
        builder.Property(course => course.Title).HasMaxLength(Course.MaxTitleLength);

        // Whether a user has a course.
        builder.HasIndex(course => course.TeacherId);
    }
}

internal sealed class CourseSessionConfiguration : IEntityTypeConfiguration<CourseSession>
{
    public void Configure(EntityTypeBuilder<CourseSession> builder)
    {
        builder.ToTable("course_sessions");
        builder.HasKey(session => session.Id);
        builder.Property(session => session.Title).HasMaxLength(Course.MaxTitleLength);
        builder.Property(session => session.Price).HasPrecision(10, 2);
        builder.Property(session => session.CancelReason).HasMaxLength(CourseSession.MaxReasonLength);
        builder.Property(session => session.RoomEndings).HasJsonColumn();
        builder.Property(session => session.RoomStarts).HasJsonColumn();
        builder.Ignore(session => session.Room);

        // The session that a room's name stands for.
        builder.HasIndex(session => new { session.CourseId, session.SessionNumber }).IsUnique();

        // OverdueSessions, at every tick.
        builder.HasIndex(session => new { session.Status, session.ScheduledEnd });

        // The list of sessions, newest first.
        builder.HasIndex(session => new { session.CreatedAt, session.Id });
    }
}
