using System.Collections.Frozen;
using FluentValidation;
using NodaTime;
using NodaTime.Text;
using NodaTime.TimeZones;
using TalkConnect.Application.Common;

namespace TalkConnect.Application.Revenue;

/// <summary>Which time a question about revenue is about, as the caller wrote it.</summary>
/// <param name="From">The beginning, inclusive: an ISO instant or a date in the zone; null for the first line.</param>
/// <param name="To">The end, exclusive: an ISO instant or a date in the zone; null for the last line.</param>
/// <param name="TimeZone">The IANA name of the zone that days are of; null for UTC.</param>
public sealed record RevenuePeriod(string? From, string? To, string? TimeZone)
{
    private static readonly ZoneLocalMappingResolver FirstMoment = Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);
    private static readonly FrozenSet<string> Names = DateTimeZoneProviders.Tzdb.Ids.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The zone, once validated.</summary>
    public DateTimeZone Zone => FindZone(TimeZone)!;

    /// <summary>The beginning, once validated; null for the first line.</summary>
    public DateTimeOffset? Begin => From is null ? null : Read(From, Zone);

    /// <summary>The end, once validated; null for the last line.</summary>
    public DateTimeOffset? End => To is null ? null : Read(To, Zone);

    /// <summary>The zone with that IANA name; null when there is none.</summary>
    /// <remarks>The provider also makes zones of offsets such as UTC+7, which are no IANA names, and throws when one is out of its range.</remarks>
    public static DateTimeZone? FindZone(string? name) => name is null ? DateTimeZone.Utc
        : Names.Contains(name) ? DateTimeZoneProviders.Tzdb[name]
        : null;

    /// <summary>The day's first moment in a zone: later than 00:00 where clocks skip midnight, and the next day's where they skip all of it.</summary>
    /// <remarks>Samoa had no 30 December 2011: it went from one side of the date line to the other.</remarks>
    internal static DateTimeOffset StartOf(LocalDate day, DateTimeZone zone) =>
        zone.ResolveLocal(day.AtMidnight(), FirstMoment).ToInstant().ToDateTimeOffset();

    /// <summary>The moment that a text stands for: of a date its first in the zone, even where midnight is skipped.</summary>
    internal static DateTimeOffset? Read(string text, DateTimeZone zone)
    {
        var date = LocalDatePattern.Iso.Parse(text);
        if (date.Success)
        {
            return date.Value.Year is >= 1900 and < 2200 ? StartOf(date.Value, zone) : null;
        }

        // In an address a plus that was not escaped arrives as a space.
        return WireJson.TryReadTime(text.Replace(' ', '+')) is { Year: >= 1900 and < 2200 } time ? time : null;
    }
}

/// <summary>A question about the revenue of a period.</summary>
public interface IRevenueQuery
{
    /// <summary>Which time it is about.</summary>
    RevenuePeriod Period { get; }
}

/// <summary>Refuses a period or zone that cannot be.</summary>
internal sealed class RevenueQueryValidator<T> : AbstractValidator<T>
    where T : IRevenueQuery
{
    private const string Example = "must be a date such as 2026-03-01, or an ISO 8601 time with an offset such as 2026-03-01T09:30:00Z, of the years 1900 to 2199.";

    public RevenueQueryValidator()
    {
        RuleFor(query => query.Period.TimeZone)
            .Must(name => RevenuePeriod.FindZone(name) is not null)
            .WithMessage("time_zone must be the IANA name of a time zone, such as Asia/Ho_Chi_Minh.");
        RuleFor(query => query.Period.From).Must(IsTime).WithMessage($"from {Example}");
        RuleFor(query => query.Period.To).Must(IsTime).WithMessage($"to {Example}");
        RuleFor(query => query.Period.To)
            .Must((query, _) => query.Period.Begin <= query.Period.End)
            .WithMessage("to must not be before from.")
            .When(query => query.Period is { From: not null, To: not null }
                && RevenuePeriod.FindZone(query.Period.TimeZone) is not null
                && IsTime(query.Period.From)
                && IsTime(query.Period.To));
    }

    private static bool IsTime(string? text) => text is null || RevenuePeriod.Read(text, DateTimeZone.Utc) is not null;
}
