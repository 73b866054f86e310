using TalkConnect.Domain.Attendance;

namespace TalkConnect.Domain.UnitTests.Attendance;

/// <summary>Stays are told apart by the sids of the room and of the connection.</summary>
public sealed class StaysTests
{
    [Fact]
    public void A_join_and_its_leave_are_one_stay() =>
        Hearing(Heard.Joined("10:00"), Heard.Left("10:00", "10:30")).Lines().ShouldBe(["10:00:00-10:30:00 Left"]);

    [Fact]
    public void A_join_alone_is_a_stay_that_lasts_and_counts_nothing_yet()
    {
        var record = Hearing(Heard.Joined("10:00"));

        record.Lines().ShouldBe(["10:00:00-open"]);
        record.AttendedSeconds.ShouldBe(0);
        record.LeftAt.ShouldBeNull();
    }

    [Fact]
    public void A_leave_alone_tells_the_whole_stay() =>
        Hearing(Heard.Left("10:00", "10:30")).Lines().ShouldBe(["10:00:00-10:30:00 Left"]);

    [Fact]
    public void A_leave_heard_before_its_join_is_no_second_stay() =>
        Hearing(Heard.Left("10:00", "10:30"), Heard.Joined("10:00")).Lines().ShouldBe(["10:00:00-10:30:00 Left"]);

    [Fact]
    public void A_stay_begins_with_the_connection_not_when_it_became_active() =>
        Hearing(Told(ConnectionEventKind.Joined, joinedAt: "10:00:00", at: "10:00:07")).JoinedAt.ShouldBe(Today.At("10:00"));

    [Fact]
    public void A_stay_begins_with_the_event_when_that_is_all_it_says()
    {
        Hearing(Told(ConnectionEventKind.Joined, joinedAt: null, at: "10:00:07")).Lines().ShouldBe(["10:00:07-open"]);
        Hearing(Told(ConnectionEventKind.Left, joinedAt: null, at: "10:30")).Lines().ShouldBe(["10:30:00-10:30:00 Left"]);
        Hearing(
            Told(ConnectionEventKind.Left, joinedAt: null, at: "10:30"),
            Told(ConnectionEventKind.Joined, joinedAt: null, at: "10:00:07")).Lines().ShouldBe(["10:00:07-10:30:00 Left"]);
    }

    [Fact]
    public void A_rejoin_adds_a_stay()
    {
        var record = Hearing(Heard.Left("10:00", "10:10", "PA_1"), Heard.Left("10:40", "10:50", "PA_2"));

        record.Lines().ShouldBe(["10:00:00-10:10:00 Left", "10:40:00-10:50:00 Left"]);
        record.AttendedSeconds.ShouldBe(1_200);
        record.JoinedAt.ShouldBe(Today.At("10:00"));
        record.LeftAt.ShouldBe(Today.At("10:50"));
    }

    [Fact]
    public void The_same_connection_sid_in_another_opening_of_the_room_is_another_stay() =>
        Hearing(Heard.Left("10:00", "10:10"), Heard.Left("10:40", "10:50", room: Room.Lesson1Again)).Lines()
            .ShouldBe(["10:00:00-10:10:00 Left", "10:40:00-10:50:00 Left"]);

    [Fact]
    public void Two_devices_at_once_count_once()
    {
        var record = Hearing(Heard.Left("10:00", "10:30", "PA_phone"), Heard.Left("10:20", "10:40", "PA_laptop"));

        record.AttendedSeconds.ShouldBe(2_400);
    }

    [Fact]
    public void A_short_stay_within_a_long_one_adds_nothing()
    {
        var record = Hearing(
            Heard.Left("10:00", "10:50", "PA_phone"), Heard.Left("10:10", "10:20", "PA_laptop"), Heard.Left("10:30", "10:55", "PA_tablet"));

        record.AttendedSeconds.ShouldBe(3_300);
        record.LeftAt.ShouldBe(Today.At("10:55"));
    }

    [Fact]
    public void Stays_can_be_united_in_any_order()
    {
        var stays = Hearing(
            Heard.Left("10:00", "10:30", "PA_phone"), Heard.Left("10:20", "10:40", "PA_laptop"), Heard.Left("10:50", "10:55", "PA_phone2"))
            .Intervals;

        AttendanceInterval.UnionSeconds(stays.Reverse()).ShouldBe(2_700);
        AttendanceInterval.UnionSeconds(stays).ShouldBe(2_700);
    }

    [Fact]
    public void Stays_that_touch_add_up() =>
        Hearing(Heard.Left("10:00", "10:10", "PA_1"), Heard.Left("10:10", "10:20", "PA_2")).AttendedSeconds.ShouldBe(1_200);

    [Fact]
    public void All_lessons_of_a_session_add_to_one_record() =>
        Hearing(Heard.Left("10:00", "10:20", "PA_1", Room.Lesson1), Heard.Left("10:30", "10:40", "PA_2", Room.Lesson2))
            .AttendedSeconds.ShouldBe(1_800);

    [Fact]
    public void Time_before_the_scheduled_start_counts() => Hearing(Heard.Left("09:50", "10:10")).AttendedSeconds.ShouldBe(1_200);

    [Fact]
    public void Times_are_cut_to_whole_seconds()
    {
        var record = Hearing(Heard.Left("10:00:00.999", "10:30:00.999"));

        record.JoinedAt.ShouldBe(Today.At("10:00"));
        record.LeftAt.ShouldBe(Today.At("10:30"));
        record.AttendedSeconds.ShouldBe(1_800);
    }

    [Fact]
    public void An_end_before_its_start_counts_nothing()
    {
        var record = Hearing(Heard.Left("10:30", "10:29:58"));

        record.Lines().ShouldBe(["10:30:00-10:30:00 Left"]);
        record.AttendedSeconds.ShouldBe(0);
    }

    [Fact]
    public void An_event_told_twice_changes_nothing()
    {
        var record = Hearing(Heard.Joined("10:00"), Heard.Left("10:00", "10:30"), Heard.Left("10:00", "10:30"), Heard.Joined("10:00"));

        record.Lines().ShouldBe(["10:00:00-10:30:00 Left"]);
        record.Connections.Count.ShouldBe(1);
        record.Intervals[0].EventIds.ShouldBe(["Joined PA_1 10:00:00-10:00:02", "Left PA_1 10:00:00-10:30:00"]);
    }

    [Fact]
    public void Nobody_who_was_never_heard_of_attended_anything()
    {
        var record = new Lesson().Reconcile().StudentRecord;

        record.Entered.ShouldBeFalse();
        record.Intervals.ShouldBeEmpty();
        record.JoinedAt.ShouldBeNull();
        record.LeftAt.ShouldBeNull();
    }

    private static AttendanceRecord Hearing(params ConnectionEvent[] told) => new Lesson().Hear("student", told).StudentRecord;

    private static ConnectionEvent Told(ConnectionEventKind kind, string? joinedAt, string at) =>
        Heard.Told(kind, joinedAt is null ? null : Today.At(joinedAt), Today.At(at), "PA_1", Room.Lesson1);
}
