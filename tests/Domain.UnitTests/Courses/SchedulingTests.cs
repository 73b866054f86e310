using TalkConnect.Domain.Common;
using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Users;

namespace TalkConnect.Domain.UnitTests.Courses;

public sealed class SchedulingTests
{
    [Fact]
    public void A_course_belongs_to_the_teacher_who_opens_it() =>
        A.Course(teacher: A.Teacher("kim")).TeacherId.ShouldBe(UserId.From("kim"));

    [Fact]
    public void Only_a_teacher_opens_a_course() =>
        Should.Throw<DomainException>(() => A.Course(teacher: A.Student())).Code.ShouldBe("role_mismatch");

    [Fact]
    public void A_session_begins_its_life_scheduled_with_no_place_sold()
    {
        var session = A.Session(A.Teacher("kim"), minutes: 45, price: 70m);

        session.TeacherId.ShouldBe(UserId.From("kim"));
        session.CourseId.ShouldBe(CourseId.From("123"));
        session.ScheduledAt.ShouldBe(Today.At("10:00"));
        session.ScheduledEnd.ShouldBe(Today.At("10:45"));
        session.DurationSeconds.ShouldBe(2_700);
        session.Price.ShouldBe(Money.Of(70m));
        session.Status.ShouldBe(SessionStatus.Scheduled);
        session.CompletedAt.ShouldBeNull();
        session.PlacesSold.ShouldBe(0);
    }
}
