using CsCheck;
using TalkConnect.Domain.Attendance;

namespace TalkConnect.Domain.UnitTests.Attendance;

/// <summary>The room's name and the person stand for the connection, and the next end closes the open stay.</summary>
public sealed class EventsWithoutSidsTests
{
    private static readonly Gen<ConnectionEvent> Events =
        from kind in Gen.Enum<ConnectionEventKind>()
        from saysWhenItBegan in Gen.Bool
        from joinedAt in Gen.Int[0, 8]
        from at in Gen.Int[0, 10]
        select Heard.Told(kind, saysWhenItBegan ? Minute(joinedAt) : null, Minute(at), connection: null, Room.Lesson1WithoutSid);

    private static readonly Gen<(ConnectionEvent[] Told, ConnectionEvent[] Shuffled)> Stories =
        from events in Events.Array[1, 6]
        let told = events.DistinctBy(one => one.EventId).ToArray()
        from shuffled in Gen.Shuffle(told)
        select (told, shuffled);

    private static readonly Gen<(int[] Seconds, ConnectionEvent[] Shuffled)> Turns =
        from seconds in Gen.Int[0, 3_599].HashSet[2, 8].Select(seconds => seconds.Order().ToArray())
        from shuffled in Gen.Shuffle(seconds.Select(Event).ToArray())
        select (seconds, shuffled);

    [Fact]
    public void The_next_leave_closes_the_open_stay() =>
        Hearing(HeardWithoutSids.Joined("10:00"), HeardWithoutSids.Left("10:30")).Lines().ShouldBe(["10:00:00-10:30:00 Left"]);

    [Fact]
    public void Each_leave_closes_the_stay_before_it() =>
        Hearing(
            HeardWithoutSids.Joined("10:00"), HeardWithoutSids.Left("10:10"),
            HeardWithoutSids.Joined("10:40"), HeardWithoutSids.Left("10:50"))
            .Lines().ShouldBe(["10:00:00-10:10:00 Left", "10:40:00-10:50:00 Left"]);

    [Fact]
    public void The_order_in_which_they_are_heard_has_no_say() =>
        Hearing(
            HeardWithoutSids.Left("10:50"), HeardWithoutSids.Left("10:10"),
            HeardWithoutSids.Joined("10:40"), HeardWithoutSids.Joined("10:00"))
            .Lines().ShouldBe(["10:00:00-10:10:00 Left", "10:40:00-10:50:00 Left"]);

    [Fact]
    public void A_leave_before_the_stay_does_not_close_it() =>
        Hearing(HeardWithoutSids.Left("09:50"), HeardWithoutSids.Joined("10:00")).Lines().ShouldBe(["10:00:00-open"]);

    [Fact]
    public void A_leave_of_another_room_does_not_close_it() =>
        Hearing(HeardWithoutSids.Joined("10:00"), HeardWithoutSids.Left("10:30", Room.Lesson2WithoutSid)).Lines()
            .ShouldBe(["10:00:00-open"]);

    [Fact]
    public void A_leave_that_says_when_the_stay_began_tells_all_of_it() =>
        Hearing(HeardWithoutSids.Left("10:00", "10:30")).Lines().ShouldBe(["10:00:00-10:30:00 Left"]);

    [Fact]
    public void A_join_and_a_leave_that_say_when_the_stay_began_are_one_stay()
    {
        var record = Hearing(HeardWithoutSids.Joined("10:00"), HeardWithoutSids.Left("10:00", "10:30"));

        record.Lines().ShouldBe(["10:00:00-10:30:00 Left"]);
        record.Connections.Count.ShouldBe(1);
    }

    [Fact]
    public void A_leave_alone_says_that_the_person_was_there_but_not_for_how_long()
    {
        var record = Hearing(HeardWithoutSids.Left("10:30"));

        record.Entered.ShouldBeTrue();
        record.Intervals.ShouldBeEmpty();
        record.AttendedSeconds.ShouldBe(0);
    }

    [Fact]
    public void An_abort_closes_the_open_stay() =>
        Hearing(HeardWithoutSids.Joined("10:00"), HeardWithoutSids.Aborted(null, "10:20")).Lines().ShouldBe(["10:00:00-10:20:00 Aborted"]);

    [Fact]
    public void A_leave_beats_an_abort() =>
        Hearing(HeardWithoutSids.Joined("10:00"), HeardWithoutSids.Aborted(null, "10:20"), HeardWithoutSids.Left("10:30")).Lines()
            .ShouldBe(["10:00:00-10:30:00 Left"]);

    [Fact]
    public void An_abort_alone_makes_no_stay() => Hearing(HeardWithoutSids.Aborted("10:00", "10:20")).Intervals.ShouldBeEmpty();

    [Fact]
    public void The_closing_of_the_room_closes_what_is_open() =>
        new Lesson().Hear("student", HeardWithoutSids.Joined("10:00")).Hear(Heard.Closed("10:50")).StudentRecord.Lines()
            .ShouldBe(["10:00:00-10:50:00 RoomFinished"]);

    [Fact]
    public void An_event_told_twice_changes_nothing()
    {
        var record = Hearing(HeardWithoutSids.Left("10:30"), HeardWithoutSids.Left("10:30"));

        record.Connections.Count.ShouldBe(1);
    }

    [Fact]
    public void Two_stays_that_were_given_up_end_alike_in_whatever_order_they_are_heard()
    {
        ConnectionEvent[] events =
        [
            HeardWithoutSids.Joined("10:00"), HeardWithoutSids.Aborted("10:00", "10:50"),
            HeardWithoutSids.Joined("10:10"), HeardWithoutSids.Aborted("10:10", "10:20"),
        ];

        Hearing([.. events.Reverse()]).Lines().ShouldBe(Hearing(events).Lines());
    }

    [Fact]
    public void The_order_has_no_say_whatever_they_tell() => Stories.Sample(
        story => Hearing(story.Shuffled).Lines().ShouldBe(Hearing(story.Told).Lines(), ignoreOrder: true),
        iter: 10_000);

    /// <summary>Of one device: joins and leaves by turns, each on a second of its own.</summary>
    [Fact]
    public void One_device_after_another_adds_up_in_whatever_order_it_is_heard() => Turns.Sample(
        turns => Hearing(turns.Shuffled).AttendedSeconds.ShouldBe(turns.Seconds.Chunk(2).Sum(Length)), iter: 10_000);

    private static DateTimeOffset Minute(int minute) => Today.At("10:00").AddMinutes(minute);

    private static ConnectionEvent Event(int second, int index) => Heard.Told(
        index % 2 == 0 ? ConnectionEventKind.Joined : ConnectionEventKind.Left,
        joinedAt: null, Today.At("10:00").AddSeconds(second), connection: null, Room.Lesson1WithoutSid);

    /// <summary>A last join without a leave has no end yet.</summary>
    private static int Length(int[] stay) => stay[^1] - stay[0];

    private static AttendanceRecord Hearing(params ConnectionEvent[] told) => new Lesson().Hear("student", told).StudentRecord;
}
