using NodaTime;
using TalkConnect.Domain.Common;

namespace TalkConnect.Application.Revenue;

/// <summary>What was settled in one quarter of an hour of UTC: zones begin their days at such quarters.</summary>
/// <param name="Start">Its first moment.</param>
/// <param name="Gross">What students paid for the released places, without what was given back of them.</param>
/// <param name="Fee">The platform's share of it.</param>
/// <param name="Refunded">What went back to students.</param>
public sealed record QuarterHour(DateTimeOffset Start, Money Gross, Money Fee, Money Refunded);

/// <summary>Divides time into the days, weeks or months of a zone, whatever its clocks do.</summary>
/// <param name="Interval">How it is divided.</param>
/// <param name="Zone">The zone.</param>
public sealed record RevenueCalendar(RevenueInterval Interval, DateTimeZone Zone)
{
    /// <summary>The most buckets of one answer.</summary>
    public const int MaxBuckets = 5_000;

    /// <summary>Adds quarter hours up in the buckets from the one that the beginning lies in to the one that the last moment before the end lies in.</summary>
    /// <param name="from">The beginning.</param>
    /// <param name="to">The end, exclusive.</param>
    /// <param name="quarters">What was settled; all of it lies between them.</param>
    /// <exception cref="DomainException">There would be more than <see cref="MaxBuckets"/> (<c>validation_failed</c>).</exception>
    public IReadOnlyList<RevenueBucket> Fold(DateTimeOffset from, DateTimeOffset to, IEnumerable<QuarterHour> quarters)
    {
        if (to <= from)
        {
            return [];
        }

        var first = FirstDayOf(from);
        var count = CountTo(first, to);
        if (count > MaxBuckets)
        {
            throw DomainException.Invalid("validation_failed", $"The period has more than {MaxBuckets} of this interval. Ask for less, or for a longer interval.", "interval");
        }

        var sums = new Dictionary<LocalDate, (Money Gross, Money Fee, Money Refunded)>();
        foreach (var quarter in quarters)
        {
            var day = FirstDayOf(quarter.Start);
            var sum = sums.GetValueOrDefault(day);
            sums[day] = (sum.Gross + quarter.Gross, sum.Fee + quarter.Fee, sum.Refunded + quarter.Refunded);
        }

        return [.. Enumerable.Range(0, count).Select(number => Bucket(Step(first, number), sums))];
    }

    private RevenueBucket Bucket(LocalDate day, Dictionary<LocalDate, (Money Gross, Money Fee, Money Refunded)> sums)
    {
        var (gross, fee, refunded) = sums.GetValueOrDefault(day);
        return new RevenueBucket(StartOf(day), StartOf(Step(day, 1)), gross, fee, gross - fee, refunded);
    }

    private int CountTo(LocalDate first, DateTimeOffset to)
    {
        var last = FirstDayOf(to.AddTicks(-1));
        return 1 + Interval switch
        {
            RevenueInterval.Day => Period.DaysBetween(first, last),
            RevenueInterval.Week => Period.DaysBetween(first, last) / 7,
            _ => ((last.Year - first.Year) * 12) + last.Month - first.Month,
        };
    }

    private LocalDate FirstDayOf(DateTimeOffset moment)
    {
        var day = Instant.FromDateTimeOffset(moment).InZone(Zone).Date;
        return Interval switch
        {
            RevenueInterval.Day => day,
            RevenueInterval.Week => day.PlusDays(1 - (int)day.DayOfWeek),
            _ => new LocalDate(day.Year, day.Month, 1),
        };
    }

    private LocalDate Step(LocalDate day, int buckets) => Interval switch
    {
        RevenueInterval.Day => day.PlusDays(buckets),
        RevenueInterval.Week => day.PlusWeeks(buckets),
        _ => day.PlusMonths(buckets),
    };

    private DateTimeOffset StartOf(LocalDate day) => RevenuePeriod.StartOf(day, Zone);
}
