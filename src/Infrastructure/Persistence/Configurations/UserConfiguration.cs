using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TalkConnect.Domain.Users;

namespace TalkConnect.Infrastructure.Persistence.Configurations;

internal sealed class UserConfiguration : IEntityTypeConfiguration<User>
{
    public void Configure(EntityTypeBuilder<User> builder)
    {
        builder.ToTable("users");
        builder.HasKey(user => user.Id);
        builder.Property(user => user.Name).HasMaxLength(User.MaxNameLength);
        builder.Property(user => user.Email).HasMaxLength(User.MaxEmailLength);

        // The list of people, newest first.
        builder.HasIndex(user => new { user.CreatedAt, user.Id });
    }
}
