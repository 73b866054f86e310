using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using TalkConnect.Application.Common;
using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Common;

namespace TalkConnect.Infrastructure.Persistence;

internal sealed class MoneyConverter() : ValueConverter<Money, decimal>(money => money.Value, value => Money.Of(value));

internal sealed class PercentageConverter()
    : ValueConverter<AttendancePercentage, decimal>(percentage => percentage.Value, value => AttendancePercentage.Of(value));

internal sealed class UtcConverter()
    : ValueConverter<DateTimeOffset, DateTime>(time => time.UtcDateTime, value => new DateTimeOffset(DateTime.SpecifyKind(value, DateTimeKind.Utc)));

internal sealed class EntityIdConverter<TId>() : ValueConverter<TId, string>(id => id.Value, value => From(value))
    where TId : struct, IEntityId<TId>
{
    // A static abstract member cannot be named inside an expression tree; a plain method can.
    private static TId From(string value) => TId.From(value);
}

/// <summary>Stores PaymentRelease as payment_release.</summary>
internal sealed class WordConverter<TEnum>() : ValueConverter<TEnum, string>(value => value.Word(), word => Parse(word))
    where TEnum : struct, Enum
{
    private static TEnum Parse(string word) => Words.Parse<TEnum>(word)
        ?? throw new InvalidOperationException($"The database holds '{word}', which is no {typeof(TEnum).Name}.");
}

internal static class JsonColumn
{
    /// <summary>Stores a value as JSON text; it counts as changed when its text does.</summary>
    public static PropertyBuilder<T> HasJsonColumn<T>(this PropertyBuilder<T> property)
        where T : class => property.HasConversion(
            value => WireJson.Write(value),
            json => WireJson.Read<T>(json),
            new ValueComparer<T>(
                (left, right) => WireJson.Write(left) == WireJson.Write(right),
                value => StringComparer.Ordinal.GetHashCode(WireJson.Write(value)),
                value => value));
}

internal static class EntityIds
{
    /// <summary>Every typed id of the domain.</summary>
    public static readonly IReadOnlySet<Type> Types = typeof(EntityIdText).Assembly.GetTypes()
        .Where(type => type.IsValueType && type.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IEntityId<>)))
        .ToHashSet();
}

internal static class DomainWords
{
    /// <summary>Every enumeration of the domain.</summary>
    public static readonly IReadOnlySet<Type> Types = typeof(EntityIdText).Assembly.GetTypes().Where(type => type is { IsEnum: true, IsPublic: true }).ToHashSet();
}
