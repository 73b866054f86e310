using TalkConnect.Application.Attendance;
using TalkConnect.Application.Common;
using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Ledger;
using TalkConnect.Domain.Users;

namespace TalkConnect.Application.UnitTests.Common;

public sealed class WireJsonTests
{
    [Theory]
    [InlineData(70, "70.00")]
    [InlineData(0, "0.00")]
    [InlineData(-3.5, "-3.50")]
    [InlineData(99999999.99, "99999999.99")]
    public void Writes_amounts_as_numbers_with_two_places(decimal amount, string json) => WireJson.Write(Money.Of(amount)).ShouldBe(json);

    [Fact]
    public void Writes_times_in_utc_whatever_their_offset() =>
        WireJson.Write(new DateTimeOffset(2026, 3, 1, 16, 30, 0, TimeSpan.FromHours(7))).ShouldBe("\"2026-03-01T09:30:00Z\"");

    [Fact]
    public void Writes_words_and_ids_as_the_database_has_them()
    {
        WireJson.Write(TransactionType.PaymentRelease).ShouldBe("\"payment_release\"");
        WireJson.Write(UserId.From("user_456")).ShouldBe("\"user_456\"");
    }

    [Fact]
    public void Leaves_out_what_a_webhook_has_nothing_to_say_of() =>
        WireJson.Write(WebhookAnswer.EventReceived).ShouldBe("""{"message":"Event received"}""");

    [Fact]
    public void Gives_an_answer_back_as_it_was_stored()
    {
        var answer = new PostingView(UserId.From("u1"), Money.Of(12.30m), new DateTimeOffset(2026, 1, 2, 3, 4, 5, 678, TimeSpan.Zero), TransactionStatus.Pending, null);

        WireJson.Read<PostingView>(WireJson.Write(answer)).ShouldBe(answer);
    }

    [Fact]
    public void Reads_what_an_earlier_version_stored_and_leaves_out_what_is_no_more()
    {
        var stay = WireJson.Read<AttendanceInterval>(
            """{"joined_at":"2026-01-02T10:00:00Z","left_at":"2026-01-02T11:00:00Z","ended_by":"room_finished","event_ids":["EV_1"],"seen_until":"2026-01-02T10:59:00Z"}""");

        (stay.EndedBy, WireJson.Write(stay).Contains("seen_until", StringComparison.Ordinal)).ShouldBe((IntervalEnd.RoomFinished, false));
    }

    [Fact]
    public void Writes_equal_requests_alike_however_their_numbers_were_written()
    {
        WireJson.WriteCanonical(new Amounts(70m, "x")).ShouldBe(WireJson.WriteCanonical(new Amounts(70.00m, "x")));
        WireJson.WriteCanonical(new Amounts(70m, "x")).ShouldNotBe(WireJson.WriteCanonical(new Amounts(70.01m, "x")));
        WireJson.WriteCanonical(new Amounts(70m, "x")).ShouldNotBe(WireJson.WriteCanonical(new Amounts(70m, null)));
    }

    private sealed record PostingView(UserId Id, Money Amount, DateTimeOffset At, TransactionStatus Status, Money? Refund);

    private sealed record Amounts(decimal? Amount, string? Reason);
}
