using TalkConnect.Domain.Common;
using TalkConnect.Domain.Courses;

namespace TalkConnect.Domain.UnitTests.Courses;

public sealed class OverdueSessionsTests
{
    private static readonly DateTimeOffset Now = Today.At("12:15");

    [Fact]
    public void Are_those_whose_grace_is_over_the_longest_waiting_first()
    {
        CourseSession[] sessions =
        [
            Ending("just-now", "12:00"),
            Ending("too-soon", "12:00:01"),
            InProgress(Ending("long-ago", "09:00")),
            Cancelled(Ending("cancelled", "08:00")),
            Completed(Ending("completed", "08:00")),
            Ending("earlier", "11:00"),
        ];

        Overdue(sessions, atMost: 10).ShouldBe(["long-ago", "earlier", "just-now"]);
        Overdue(sessions, atMost: 2).ShouldBe(["long-ago", "earlier"]);
    }

    [Theory]
    [InlineData("11:59:59")]
    [InlineData("12:00")]
    [InlineData("12:00:01")]
    public void Are_exactly_those_that_the_clock_completes(string end)
    {
        var session = Ending("session", end);
        var overdue = new OverdueSessions(A.Timing, Now, atMost: 1).IsSatisfiedBy(session);

        session.CompleteWhenOverdue(A.Timing, Now).ShouldBe(overdue);
    }

    private static IEnumerable<string> Overdue(CourseSession[] sessions, int atMost) =>
        SpecificationEvaluator.Default.GetQuery(sessions.AsQueryable(), new OverdueSessions(A.Timing, Now, atMost))
            .Select(session => session.Id.Value);

    private static CourseSession Ending(string id, string end) => A.Session(id: id, at: Today.At(end).AddMinutes(-30), minutes: 30);

    private static CourseSession InProgress(CourseSession session)
    {
        session.Start();
        return session;
    }

    private static CourseSession Cancelled(CourseSession session)
    {
        session.Cancel(null, Now);
        return session;
    }

    private static CourseSession Completed(CourseSession session)
    {
        session.CompleteWhenOverdue(A.Timing, Now);
        return session;
    }
}
