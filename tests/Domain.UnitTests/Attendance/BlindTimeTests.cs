using CsCheck;
using TalkConnect.Domain.Attendance;

namespace TalkConnect.Domain.UnitTests.Attendance;

public sealed class BlindTimeTests
{
    [Fact]
    public void Is_none_where_nobody_ever_listened() => BlindTime.Between([], Today.At("12:00")).ShouldBeEmpty();

    [Fact]
    public void Is_none_before_the_first_heartbeat() =>
        BlindTime.Between([Listening("11:00", "12:00")], Today.At("12:00")).ShouldBeEmpty();

    [Theory]
    [InlineData("10:00:29", 0)]
    [InlineData("10:00:30", 1)]
    public void Is_half_a_minute_or_more_between_two_heartbeats(string again, int times) =>
        BlindTime.Between([Listening("09:00", "10:00"), Listening(again, "11:00")], Today.At("11:00")).Count.ShouldBe(times);

    [Fact]
    public void Begins_half_a_minute_early_because_events_were_still_on_their_way() =>
        BlindTime.Between([Listening("09:00", "10:00"), Listening("10:02", "11:00")], Today.At("11:00"))
            .ShouldBe([new BlindTime(Today.At("09:59:30"), Today.At("10:02"))]);

    [Fact]
    public void Begins_no_earlier_than_the_first_heartbeat() =>
        BlindTime.Between([Listening("10:00:00", "10:00:10"), Listening("10:02:00", "11:00")], Today.At("11:00"))
            .ShouldBe([new BlindTime(Today.At("10:00"), Today.At("10:02"))]);

    [Fact]
    public void Is_none_while_another_server_listens() =>
        BlindTime.Between([Listening("09:00", "10:00"), Listening("09:59", "10:30"), Listening("10:20", "11:00")], Today.At("11:00")).ShouldBeEmpty();

    [Fact]
    public void Lasts_until_now_while_nobody_has_begun_to_listen_again() =>
        BlindTime.Between([Listening("09:00", "10:00")], Today.At("11:00")).ShouldBe([new BlindTime(Today.At("09:59:30"), Today.At("11:00"))]);

    [Fact]
    public void Leaves_no_second_unexplained() => Gen.Select(Gen.Int[0, 3600], Gen.Int[0, 900]).Array[1, 8].Sample(
        times =>
        {
            var start = Today.At("10:00");
            var spans = times.Select(time => Listening(start.AddSeconds(time.Item1), start.AddSeconds(time.Item1 + time.Item2))).ToList();
            var blind = BlindTime.Between(spans, start.AddSeconds(5000));

            for (var second = times.Min(time => time.Item1); second < 5000; second++)
            {
                var moment = start.AddSeconds(second);
                var heard = spans.Any(span => span.Since <= moment && moment <= span.Until);
                var gap = spans.Select(span => span.Since).Append(start.AddSeconds(5000)).Where(since => since > moment).Min()
                    - spans.Select(span => span.Until).Where(until => until < moment).DefaultIfEmpty(moment).Max();
                (heard || gap < BlindTime.Least || blind.Any(time => time.From <= moment && moment <= time.To)).ShouldBeTrue();
            }
        },
        iter: 300);

    private static ListeningSpan Listening(string since, string until) => Listening(Today.At(since), Today.At(until));

    private static ListeningSpan Listening(DateTimeOffset since, DateTimeOffset until)
    {
        var span = ListeningSpan.Begin("span", since);
        span.Continue(until);
        return span;
    }
}
