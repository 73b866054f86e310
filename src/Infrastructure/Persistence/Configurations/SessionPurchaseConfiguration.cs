using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TalkConnect.Domain.Purchases;

namespace TalkConnect.Infrastructure.Persistence.Configurations;

internal sealed class SessionPurchaseConfiguration : IEntityTypeConfiguration<SessionPurchase>
{
    public void Configure(EntityTypeBuilder<SessionPurchase> builder)
    {
        builder.ToTable("session_purchases");
        builder.HasKey(purchase => purchase.Id);
        builder.Property(purchase => purchase.PricePaid).HasPrecision(10, 2);
        builder.Property(purchase => purchase.RefundAmount).HasPrecision(10, 2);

        // A student buys one place in a session, ever.
        builder.HasIndex(purchase => new { purchase.SessionId, purchase.UserId }).IsUnique();

        // A student's list of purchases, newest first.
        builder.HasIndex(purchase => new { purchase.UserId, purchase.PurchasedAt });
    }
}
