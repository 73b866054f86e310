using CsCheck;
using NodaTime;
using TalkConnect.Application.Revenue;
using TalkConnect.Domain.Common;

namespace TalkConnect.Application.UnitTests.Revenue;

public sealed class RevenueCalendarTests
{
    private static readonly string[] Zones =
    [
        "UTC", "Asia/Ho_Chi_Minh", "Asia/Kathmandu", "America/New_York", "Pacific/Chatham", "Australia/Lord_Howe", "America/Sao_Paulo", "Africa/Cairo", "Pacific/Apia",
    ];

    private static readonly Gen<(RevenueCalendar Calendar, DateTimeOffset From, DateTimeOffset To, List<QuarterHour> Quarters)> Histories =
        from zone in Gen.OneOf(Zones)
        from interval in Gen.OneOf(RevenueInterval.Day, RevenueInterval.Week, RevenueInterval.Month)
        from start in Gen.Int[0, 35_000 * 4]
        from length in Gen.Int[1, 400 * 96]
        from sums in Gen.Select(Gen.Int[0, 400 * 96], Gen.Int[1, 99_999], Gen.Bool).List[0, 30]
        let begin = new DateTimeOffset(2011, 6, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(15 * start)
        select (
            new RevenueCalendar(interval, DateTimeZoneProviders.Tzdb[zone]),
            begin,
            begin.AddMinutes(15 * length),
            sums.ConvertAll(sum => new QuarterHour(
                begin.AddMinutes(15 * (sum.Item1 % length)),
                Money.Of(sum.Item3 ? sum.Item2 : 0),
                Money.Of(sum.Item3 ? sum.Item2 / 10 : 0),
                Money.Of(sum.Item3 ? 0 : sum.Item2))));

    [Fact]
    public void Counts_every_quarter_once_and_in_its_own_bucket() => Histories.Sample(
        history =>
        {
            var buckets = history.Calendar.Fold(history.From, history.To, history.Quarters);

            foreach (var bucket in buckets)
            {
                var inside = history.Quarters.Where(quarter => quarter.Start >= bucket.Start && quarter.Start < bucket.End).ToList();
                (bucket.Gross.Value, bucket.Commission.Value, bucket.Refunded.Value).ShouldBe(
                    (inside.Sum(quarter => quarter.Gross.Value), inside.Sum(quarter => quarter.Fee.Value), inside.Sum(quarter => quarter.Refunded.Value)));
                bucket.Net.ShouldBe(bucket.Gross - bucket.Commission);
            }

            buckets.Sum(bucket => bucket.Gross.Value + bucket.Refunded.Value)
                .ShouldBe(history.Quarters.Sum(quarter => quarter.Gross.Value + quarter.Refunded.Value));
        },
        iter: 2_000);

    [Fact]
    public void Leaves_no_gap_and_covers_the_period_with_nothing_more_than_it_needs() => Histories.Sample(
        history =>
        {
            var buckets = history.Calendar.Fold(history.From, history.To, []);

            buckets[0].Start.ShouldBeLessThanOrEqualTo(history.From);
            buckets[0].End.ShouldBeGreaterThan(history.From);
            buckets[^1].Start.ShouldBeLessThan(history.To);
            buckets[^1].End.ShouldBeGreaterThanOrEqualTo(history.To);
            buckets.Zip(buckets.Skip(1)).ShouldAllBe(pair => pair.First.End == pair.Second.Start);
        },
        iter: 2_000);

    [Fact]
    public void Has_nothing_of_a_day_that_never_was()
    {
        var from = new DateTimeOffset(2011, 12, 29, 12, 0, 0, TimeSpan.Zero);
        var midnight = new DateTimeOffset(2011, 12, 30, 10, 0, 0, TimeSpan.Zero);

        var days = new RevenueCalendar(RevenueInterval.Day, DateTimeZoneProviders.Tzdb["Pacific/Apia"])
            .Fold(from, from.AddDays(1), [new QuarterHour(midnight, Money.Of(10), Money.Zero, Money.Zero)]);

        days.Select(day => (day.Start, day.End, day.Gross.Value)).ShouldBe(
            [(midnight.AddDays(-1), midnight, 0m), (midnight, midnight, 0m), (midnight, midnight.AddDays(1), 10m)]);
    }

    [Theory]
    [InlineData("America/Sao_Paulo", "2018-11-04T02:00:00Z", "2018-11-04T03:00:00Z", "2018-11-05T02:00:00Z")]
    [InlineData("Africa/Cairo", "2024-04-25T22:00:00Z", "2024-04-25T22:00:00Z", "2024-04-26T21:00:00Z")]
    [InlineData("Australia/Lord_Howe", "2024-04-06T13:30:00Z", "2024-04-06T13:00:00Z", "2024-04-07T13:30:00Z")]
    public void Begins_a_day_without_midnight_with_its_first_moment(string zone, string moment, string start, string end)
    {
        var from = DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture).AddHours(2);

        var day = new RevenueCalendar(RevenueInterval.Day, DateTimeZoneProviders.Tzdb[zone]).Fold(from, from.AddMinutes(1), []).Single();

        (day.Start, day.End).ShouldBe((
            DateTimeOffset.Parse(start, System.Globalization.CultureInfo.InvariantCulture),
            DateTimeOffset.Parse(end, System.Globalization.CultureInfo.InvariantCulture)));
    }
}
