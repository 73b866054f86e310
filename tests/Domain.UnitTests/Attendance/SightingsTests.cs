using CsCheck;
using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Settlement;

namespace TalkConnect.Domain.UnitTests.Attendance;

/// <summary>Looks into the room make stays known and end them. They never make them certain: whom LiveKit lists may have left.</summary>
public sealed class SightingsTests
{
    private static readonly SeenInRoom Student = new("student", "PA_1", Today.At("10:00"));

    [Fact]
    public void A_stay_that_nobody_told_of_is_known_and_not_certain()
    {
        var lesson = new Lesson().Look("10:01", Student).Look("10:30", Student).Look("10:31").Hear(Heard.Closed("11:00"));

        lesson.StudentRecord.Intervals.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            stay => (stay.JoinedAt, stay.LeftAt, stay.EndedBy).ShouldBe((Today.At("10:00"), Today.At("10:31"), IntervalEnd.NotSeen)),
            stay => stay.EventIds.ShouldBeEmpty());
        lesson.Case.StudentBounds(A.Timing, Today.At("11:20")).ShouldBe(new AttendanceBounds(0, 31 * 60, 31 * 60));
        lesson.SettleOrReview().ShouldBeNull();
        lesson.Hold.ReviewReason.ShouldBe(ReviewReason.MissingLeave);
    }

    [Fact]
    public void The_first_look_that_does_not_show_somebody_is_the_latest_at_which_they_left()
    {
        var lesson = new Lesson().Hear("student", Heard.Joined("10:00")).Look("10:05", Student).Look("10:06").Hear(Heard.Closed("11:00"));

        lesson.SettleOrReview()!.Decision.Outcome.ShouldBe(SettlementOutcome.Refunded);
    }

    [Fact]
    public void A_look_that_shows_nobody_ends_a_stay_that_no_look_ever_showed()
    {
        var lesson = new Lesson().Hear("student", Heard.Joined("10:00")).Look("10:06").Hear(Heard.Closed("11:00"));

        lesson.Case.StudentBounds(A.Timing, Today.At("11:20")).ShouldBe(new AttendanceBounds(0, 360, 360));
    }

    [Fact]
    public void Whoever_was_listed_to_the_end_may_have_left_long_before()
    {
        var lesson = new Lesson().Hear("student", Heard.Joined("10:00")).Look("10:05", Student).Look("10:59", Student).Hear(Heard.Closed("11:00"));

        lesson.Case.StudentBounds(A.Timing, Today.At("11:20")).ShouldBe(new AttendanceBounds(0, 3600, 3600));
        lesson.SettleOrReview().ShouldBeNull();
    }

    [Fact]
    public void An_abort_of_a_stay_that_only_looks_showed_makes_it_no_more_certain()
    {
        var lesson = new Lesson().Look("10:05", Student).Hear("student", Heard.Aborted("10:00", "10:20")).Hear(Heard.Closed("11:00"));

        lesson.Case.StudentBounds(A.Timing, Today.At("11:20")).ShouldBe(new AttendanceBounds(0, 1200, 1200));
    }

    [Fact]
    public void A_leave_beats_whatever_looks_showed()
    {
        var lesson = new Lesson().Hear("student", Heard.Joined("10:00")).Look("10:30", Student).Hear("student", Heard.Left("10:00", "10:20")).Hear(Heard.Closed("11:00"));

        lesson.Case.StudentBounds(A.Timing, Today.At("11:20")).ShouldBe(new AttendanceBounds(1200, 1200, 1200));
    }

    /// <summary>However long LiveKit goes on listing people of whose leave nothing came, the outcome is the right one or an admin's.</summary>
    [Fact]
    public void No_ghost_ever_makes_a_wrong_outcome() => Gen.Select(Gen.Int[0, 3599], Gen.Int[1, 3600], Gen.Int[0, 3600], Gen.Bool).Array[1, 3].Sample(
        stays =>
        {
            var truth = new Lesson();
            var told = new Lesson();
            var listed = new List<(SeenInRoom Who, DateTimeOffset To)>();
            foreach (var ((from, length, ghost, lost), number) in stays.Select((stay, number) => (stay, number)))
            {
                var (joined, left) = (Second(from), Second(from + length));
                ConnectionEvent[] events = [Heard.Joined(joined, $"PA_{number}", Room.Lesson1), Heard.Left(joined, left, $"PA_{number}", Room.Lesson1)];
                truth.Hear("student", events);
                told.Hear("student", lost ? events[..1] : events);
                listed.Add((new SeenInRoom("student", $"PA_{number}", joined), lost ? Second(from + length + ghost) : left));
            }

            for (var at = Second(60); at < Second(3600); at = at.AddSeconds(60))
            {
                told.Look(at, [.. listed.Where(one => one.Who.JoinedAt <= at && at < one.To).Select(one => one.Who)]);
            }

            var right = truth.Hear(Heard.Closed("11:00")).SettleOrReview()!.Decision.Outcome;
            var decided = told.Hear(Heard.Closed("11:00")).SettleOrReview()?.Decision.Outcome;

            (decided ?? right).ShouldBe(right);
        },
        iter: 300);

    private static DateTimeOffset Second(int second) => Today.At("10:00").AddSeconds(Math.Min(second, 3600));
}
