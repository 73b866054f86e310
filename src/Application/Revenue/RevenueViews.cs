using TalkConnect.Domain.Common;
using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Settlement;

namespace TalkConnect.Application.Revenue;

/// <summary>What a teacher earned in a period, and what there is now.</summary>
/// <param name="Gross">What students paid for the released places, without what was given back of them.</param>
/// <param name="Commission">The platform's share of it.</param>
/// <param name="Net">The teacher's share of it.</param>
/// <param name="Refunded">What went back to students.</param>
/// <param name="Withdrawn">What banks have paid out in the period.</param>
/// <param name="Sessions">How many sessions were paid for.</param>
/// <param name="Students">How many students paid.</param>
/// <param name="Held">What waits in holds now.</param>
/// <param name="Available">What is on the balance now.</param>
/// <param name="NextDueAt">When the first of what waits falls due; null when nothing does.</param>
public sealed record RevenueSummary(
    Money Gross,
    Money Commission,
    Money Net,
    Money Refunded,
    Money Withdrawn,
    int Sessions,
    int Students,
    Money Held,
    Money Available,
    DateTimeOffset? NextDueAt);

/// <summary>What was earned day by day, week by week or month by month.</summary>
/// <param name="Interval">day, week or month.</param>
/// <param name="TimeZone">The zone that they are of.</param>
/// <param name="Items">Every one of them, empty ones too, the oldest first.</param>
public sealed record RevenueSeries(RevenueInterval Interval, string TimeZone, IReadOnlyList<RevenueBucket> Items);

/// <summary>How a series is divided.</summary>
public enum RevenueInterval
{
    /// <summary>Days.</summary>
    Day,

    /// <summary>Weeks, from Monday.</summary>
    Week,

    /// <summary>Months.</summary>
    Month,
}

/// <summary>What was earned in one day, week or month.</summary>
/// <param name="Start">Its first moment.</param>
/// <param name="End">The first moment of the next one.</param>
/// <param name="Gross">What students paid for the released places, without what was given back of them.</param>
/// <param name="Commission">The platform's share of it.</param>
/// <param name="Net">The teacher's share of it.</param>
/// <param name="Refunded">What went back to students.</param>
public sealed record RevenueBucket(DateTimeOffset Start, DateTimeOffset End, Money Gross, Money Commission, Money Net, Money Refunded);

/// <summary>What was earned with each course.</summary>
/// <param name="Items">The courses in which something was settled in the period, by title.</param>
public sealed record RevenueByCourse(IReadOnlyList<CourseRevenue> Items);

/// <summary>What was earned with one course.</summary>
/// <param name="CourseId">The course.</param>
/// <param name="Title">Its title.</param>
/// <param name="Gross">What students paid for the released places, without what was given back of them.</param>
/// <param name="Commission">The platform's share of it.</param>
/// <param name="Net">The teacher's share of it.</param>
/// <param name="Refunded">What went back to students.</param>
public sealed record CourseRevenue(CourseId CourseId, string Title, Money Gross, Money Commission, Money Net, Money Refunded);

/// <summary>One payment of a student: what became of it, or that it waits.</summary>
/// <param name="HoldId">The hold.</param>
/// <param name="SessionId">The session.</param>
/// <param name="CourseId">Its course.</param>
/// <param name="SessionTitle">Its title.</param>
/// <param name="Amount">What the place cost.</param>
/// <param name="Gross">What of it was released.</param>
/// <param name="Fee">The platform's share of it.</param>
/// <param name="Net">The teacher's share of it.</param>
/// <param name="Refunded">What of it was refunded.</param>
/// <param name="Status">What became of it.</param>
/// <param name="At">When it was settled; of what waits, when it is due.</param>
public sealed record RevenueLine(
    PaymentHoldId HoldId,
    SessionId SessionId,
    CourseId CourseId,
    string SessionTitle,
    Money Amount,
    Money Gross,
    Money Fee,
    Money Net,
    Money Refunded,
    PaymentHoldStatus Status,
    DateTimeOffset At)
{
    /// <summary>The line of a hold.</summary>
    public static RevenueLine Of(
        PaymentHoldId holdId, SessionId sessionId, CourseId courseId, string title, Money amount, Money fee, Money refunded, PaymentHoldStatus status, DateTimeOffset at)
    {
        var gross = status is PaymentHoldStatus.Released ? amount - refunded : Money.Zero;
        return new RevenueLine(holdId, sessionId, courseId, title, amount, gross, fee, gross - fee, refunded, status, at);
    }
}
