using MediatR;
using Microsoft.EntityFrameworkCore;
using TalkConnect.Application.Revenue;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Settlement;
using TalkConnect.Infrastructure.Persistence;
using TalkConnect.Infrastructure.Settlement;

namespace TalkConnect.Infrastructure.Revenue;

/// <summary>Sums in the database by quarters of an hour, of which a year has 35,136 at most, and folds them into days of the zone.</summary>
internal sealed class GetRevenueSeriesHandler(TalkConnectDbContext db, TimeProvider clock) : IRequestHandler<GetRevenueSeries, RevenueSeries>
{
    private static readonly TimeSpan Least = TimeSpan.FromMicroseconds(1);

    public async Task<RevenueSeries> Handle(GetRevenueSeries request, CancellationToken cancellationToken)
    {
        var period = request.Period;
        var interval = Words.Parse<RevenueInterval>(request.Interval) ?? RevenueInterval.Day;
        var calendar = new RevenueCalendar(interval, period.Zone);
        var (from, to) = await BoundsAsync(request, cancellationToken);
        var items = from is null ? [] : calendar.Fold(from.Value, to, await QuartersAsync(request, cancellationToken));
        return new RevenueSeries(interval, period.Zone.Id, items);
    }

    /// <summary>What the caller leaves open begins with the first line and ends now, or with the last line if that comes later.</summary>
    private async Task<(DateTimeOffset? From, DateTimeOffset To)> BoundsAsync(GetRevenueSeries request, CancellationToken cancellationToken)
    {
        var all = db.OfTeacher(request.TeacherId, new RevenuePeriod(null, null, null));
        var from = request.Period.Begin ?? await all.MinAsync(hold => (DateTimeOffset?)hold.RevenueAt, cancellationToken);
        if (request.Period.End is { } end)
        {
            return (from, end);
        }

        var last = await all.MaxAsync(hold => (DateTimeOffset?)hold.RevenueAt, cancellationToken);
        var now = clock.GetUtcNow();
        return (from, (last > now ? last.Value : now) + Least);
    }

    private async Task<List<QuarterHour>> QuartersAsync(GetRevenueSeries request, CancellationToken cancellationToken)
    {
        // The double cast makes a plain time of the converted one, whose parts translate on both databases. A division of
        // the minutes would not: MariaDB's has decimals.
        var sums = await db.OfTeacher(request.TeacherId, request.Period).Settled()
            .GroupBy(hold => new
            {
                Day = ((DateTime)(object)hold.RevenueAt).Date,
                ((DateTime)(object)hold.RevenueAt).Hour,
                Minute = ((DateTime)(object)hold.RevenueAt).Minute - (((DateTime)(object)hold.RevenueAt).Minute % 15),
                hold.Status,
            })
            .Select(group => new
            {
                group.Key,
                Amount = group.Sum(hold => (decimal)hold.Amount),
                Refunded = group.Sum(hold => (decimal)hold.RefundedAmount),
                Fee = group.Sum(hold => (decimal)hold.Fee),
            })
            .ToListAsync(cancellationToken);
        return sums.ConvertAll(sum =>
        {
            var start = new DateTimeOffset(DateTime.SpecifyKind(sum.Key.Day, DateTimeKind.Utc)).AddHours(sum.Key.Hour).AddMinutes(sum.Key.Minute);
            var gross = sum.Key.Status is PaymentHoldStatus.Released ? sum.Amount - sum.Refunded : 0;
            return new QuarterHour(start, Money.Of(gross), Money.Of(sum.Fee), Money.Of(sum.Refunded));
        });
    }
}
