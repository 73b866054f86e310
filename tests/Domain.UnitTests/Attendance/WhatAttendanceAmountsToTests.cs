using TalkConnect.Domain.Attendance;

namespace TalkConnect.Domain.UnitTests.Attendance;

public sealed class WhatAttendanceAmountsToTests
{
    [Theory]
    [InlineData("10:11:58", 19.94, AttendanceStatus.Absent)]
    [InlineData("10:11:59", 19.97, AttendanceStatus.Absent)]
    [InlineData("10:12", 20.00, AttendanceStatus.Present)]
    [InlineData("11:00", 100, AttendanceStatus.Present)]
    public void Is_present_from_the_threshold_on(string leftAt, decimal percentage, AttendanceStatus expected)
    {
        var record = new Lesson().WasThere("student", "10:00", leftAt).StudentRecord;

        record.AttendancePercentage.Value.ShouldBe(percentage);
        record.Status.ShouldBe(expected);
    }

    [Fact]
    public void Is_cut_just_below_the_threshold_never_rounded_up_to_it()
    {
        var record = new Lesson(minutes: 1440).WasThere("student", "10:00", "14:47:59").StudentRecord;

        record.AttendedSeconds.ShouldBe(17_279);
        record.AttendancePercentage.Value.ShouldBe(19.99m);
        record.Status.ShouldBe(AttendanceStatus.Absent);
    }

    [Theory]
    [InlineData("10:00", AttendanceStatus.Present)]
    [InlineData("10:10", AttendanceStatus.Present)]
    [InlineData("10:10:01", AttendanceStatus.Late)]
    public void Is_late_from_more_than_ten_minutes_after_the_start(string joinedAt, AttendanceStatus expected) =>
        new Lesson().WasThere("student", joinedAt, "10:50").StudentRecord.Status.ShouldBe(expected);

    [Fact]
    public void Is_in_time_when_the_first_of_several_joins_was() =>
        new Lesson().WasThere("student", "10:05", "10:06").WasThere("student", "10:30", "10:50", "PA_2").StudentRecord.Status
            .ShouldBe(AttendanceStatus.Present);

    [Fact]
    public void Is_absent_not_late_for_somebody_who_came_late_and_too_briefly() =>
        new Lesson().WasThere("student", "10:40", "10:45").StudentRecord.Status.ShouldBe(AttendanceStatus.Absent);

    [Theory]
    [InlineData("10:00:59", 0)]
    [InlineData("10:01:00", 1)]
    [InlineData("10:30:59", 30)]
    public void Is_told_in_whole_minutes(string leftAt, int expected) =>
        new Lesson().WasThere("student", "10:00", leftAt).StudentRecord.DurationMinutes.ShouldBe(expected);

    [Fact]
    public void Sums_up_seconds_before_it_tells_minutes() =>
        new Lesson().WasThere("student", "10:00:00", "10:00:40").WasThere("student", "10:30:00", "10:30:40", "PA_2").StudentRecord
            .DurationMinutes.ShouldBe(1);

    [Fact]
    public void Is_at_most_all_of_it()
    {
        var record = new Lesson(minutes: 30).WasThere("student", "09:50", "10:40").StudentRecord;

        record.AttendedSeconds.ShouldBe(3_000);
        record.AttendancePercentage.Value.ShouldBe(100m);
    }

    [Fact]
    public void Does_not_count_a_stay_that_lasts_before_it_ends() =>
        new Lesson().WasThere("student", "10:00", "10:30").Hear("student", Heard.Joined("10:40", "PA_2")).StudentRecord
            .AttendancePercentage.Value.ShouldBe(50m);
}
