using TalkConnect.Chaos.Simulator;

namespace TalkConnect.Chaos.Tests;

/// <summary>The queue loses what LiveKit loses, and no more.</summary>
public sealed class RoomQueueTests
{
    private readonly RoomQueue _queue = new(new Fate(1));

    [Fact]
    public void Tries_five_times_in_fifteen_seconds_and_gives_up()
    {
        var at = _queue.Add(Event("one"), Evening.Opens)!.Value;
        var first = at;
        for (var attempt = 1; attempt < 5; attempt++)
        {
            at = _queue.After(delivered: false, at)!.Value;
        }

        (at - first).ShouldBe(TimeSpan.FromSeconds(15));
        _queue.After(delivered: false, at).ShouldBeNull();
        _queue.GivenUp.ShouldBe(1);
    }

    [Fact]
    public void Drops_unsent_what_waited_longer_than_half_a_minute()
    {
        var at = _queue.Add(Event("one"), Evening.Opens)!.Value;
        _queue.Add(Event("two"), Evening.Opens).ShouldBeNull();
        _queue.Add(Event("three"), Evening.Opens.AddSeconds(20)).ShouldBeNull();

        _queue.After(delivered: true, at.AddSeconds(31));

        _queue.Current!.Body.ShouldBe("three");
        _queue.GivenUp.ShouldBe(1);
    }

    private static Told Event(string body) => new(Evening.Opens, "room", "participant_left", null, body);
}
