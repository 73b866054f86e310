using TalkConnect.Domain.Courses;

namespace TalkConnect.Domain.UnitTests.Courses;

/// <summary>A session whose room closed at 10:20, because everybody's connection broke.</summary>
public sealed class ReopeningTests
{
    private readonly Lesson _lesson = new Lesson()
        .WasThere("teacher", "10:00", "10:19")
        .WasThere("student", "10:00", "10:19")
        .Hear(Heard.Closed("10:20"));

    public ReopeningTests() => _lesson.Session.CompletedAt.ShouldBe(Today.At("10:20"));

    [Theory]
    [InlineData("teacher")]
    [InlineData("student")]
    public void Comes_from_a_participant_who_joined_after_the_end(string person)
    {
        _lesson.Hear(person, Heard.Joined("10:21", "PA_2", Room.Lesson1Again));

        _lesson.Session.Status.ShouldBe(SessionStatus.InProgress);
        _lesson.Session.CompletedAt.ShouldBeNull();
    }

    [Fact]
    public void Does_not_come_from_anybody_else()
    {
        _lesson.Hear("visitor", Heard.Joined("10:21", "PA_2", Room.Lesson1Again));

        _lesson.Session.CompletedAt.ShouldBe(Today.At("10:20"));
    }

    [Theory]
    [InlineData("10:05")]
    [InlineData("10:20")]
    public void Does_not_come_from_a_join_that_merely_arrives_late(string joinedAt)
    {
        _lesson.Hear("student", Heard.Joined(joinedAt, "PA_2"));

        _lesson.Session.Status.ShouldBe(SessionStatus.Completed);
        _lesson.Session.CompletedAt.ShouldBe(Today.At("10:20"));
        _lesson.StudentRecord.Intervals.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("11:15", SessionStatus.InProgress)]
    [InlineData("11:15:01", SessionStatus.Completed)]
    public void Comes_no_later_than_the_end_of_the_grace(string joinedAt, SessionStatus expected)
    {
        _lesson.Hear("teacher", Heard.Joined(joinedAt, "PA_2", Room.Lesson1Again));

        _lesson.Session.Status.ShouldBe(expected);
    }

    [Fact]
    public void Sets_the_due_time_back()
    {
        _lesson.Hold.DueAt.ShouldBe(Today.At("11:00"));

        _lesson.Hear("student", Heard.Joined("10:21", "PA_2", Room.Lesson1Again));

        _lesson.Hold.DueAt.ShouldBe(Today.At("11:15"));
    }

    [Fact]
    public void Lets_the_next_closing_complete_the_session_anew()
    {
        _lesson
            .WasThere("student", "10:21", "10:58", "PA_2")
            .Hear(Heard.Closed("10:59", Room.Lesson1Again));

        _lesson.Session.CompletedAt.ShouldBe(Today.At("10:59"));
    }

    [Fact]
    public void Lets_the_clock_complete_the_session_when_no_room_closes_any_more()
    {
        _lesson.WasThere("student", "10:21", "10:58", "PA_2").IsOver();

        _lesson.Session.CompletedAt.ShouldBe(Today.At("11:15"));
    }

    [Fact]
    public void Puts_places_on_sale_again()
    {
        _lesson.Hear("teacher", Heard.Joined("10:21", "PA_2", Room.Lesson1Again));

        _lesson.Session.SellPlace();

        _lesson.Session.PlacesSold.ShouldBe(2);
    }

    [Fact]
    public void Is_over_with_once_a_hold_has_settled()
    {
        _lesson.Settle(at: "11:00");

        _lesson.Hear("teacher", Heard.Joined("11:01", "PA_2", Room.Lesson1Again));

        _lesson.Session.Status.ShouldBe(SessionStatus.Completed);
        _lesson.Session.CompletedAt.ShouldBe(Today.At("10:20"));
    }

    [Fact]
    public void Does_not_bring_back_what_the_clock_has_completed()
    {
        var lesson = new Lesson().IsOver().Hear("teacher", Heard.Joined("11:10"));

        lesson.Session.CompletedAt.ShouldBe(Today.At("11:15"));
    }
}
