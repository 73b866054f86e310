using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Audit;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Ledger;

namespace TalkConnect.Infrastructure.Persistence;

/// <summary>The one model; each database has a context of its own, because its migrations are its own.</summary>
public abstract class TalkConnectDbContext(DbContextOptions options) : DbContext(options)
{
    /// <summary>The shadow property that notices when somebody else changed an aggregate meanwhile.</summary>
    public const string Version = "Version";

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Money>().HaveConversion<MoneyConverter>().HavePrecision(19, 2);
        configurationBuilder.Properties<AttendancePercentage>().HaveConversion<PercentageConverter>().HavePrecision(5, 2);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();

        foreach (var id in EntityIds.Types)
        {
            configurationBuilder.Properties(id)
                .HaveConversion(typeof(EntityIdConverter<>).MakeGenericType(id))
                .HaveMaxLength(EntityIdText.MaxLength);
        }

        foreach (var word in DomainWords.Types)
        {
            configurationBuilder.Properties(word).HaveConversion(typeof(WordConverter<>).MakeGenericType(word)).HaveMaxLength(50);
        }
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(TalkConnectDbContext).Assembly);

        foreach (var type in modelBuilder.Model.GetEntityTypes())
        {
            if (typeof(AggregateRoot).IsAssignableFrom(type.ClrType))
            {
                type.AddProperty(Version, typeof(int)).IsConcurrencyToken = true;
            }

            foreach (var property in type.GetProperties())
            {
                property.SetColumnName(JsonNamingPolicy.SnakeCaseLower.ConvertName(property.GetColumnName()));
                property.ValueGenerated = ValueGenerated.Never;
            }
        }
    }
}

/// <summary>The embedded database.</summary>
public sealed class SqliteTalkConnectDbContext(DbContextOptions<SqliteTalkConnectDbContext> options) : TalkConnectDbContext(options);

/// <summary>MySQL 8 and MariaDB.</summary>
public sealed class MySqlTalkConnectDbContext(DbContextOptions<MySqlTalkConnectDbContext> options) : TalkConnectDbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);

        // Text is compared byte by byte, as the embedded database does it.
        modelBuilder.HasCharSet("utf8mb4").UseCollation("utf8mb4_bin");

        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(type => type.GetProperties()))
        {
            var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
            if (EntityIds.Types.Contains(type) || DomainWords.Types.Contains(type) || property.Name is nameof(Transaction.ReferenceId) or nameof(AuditEntry.SubjectId))
            {
                property.SetCharSet("ascii");
                property.SetCollation("ascii_bin");
            }
        }
    }
}
