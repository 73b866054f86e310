using Microsoft.EntityFrameworkCore;
using TalkConnect.Application.Revenue;
using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Settlement;
using TalkConnect.Domain.Users;
using TalkConnect.Infrastructure.Persistence;

namespace TalkConnect.Infrastructure.Revenue;

/// <summary>The holds that a question about revenue is about; every figure comes from here, so that all agree.</summary>
internal static class RevenueHolds
{
    public static IQueryable<PaymentHold> OfTeacher(this TalkConnectDbContext db, UserId teacher, RevenuePeriod period)
    {
        var holds = db.Set<PaymentHold>().AsNoTracking().Where(hold => hold.TeacherId == teacher);
        if (period.Begin is { } from)
        {
            holds = holds.Where(hold => hold.RevenueAt >= from);
        }

        if (period.End is { } to)
        {
            holds = holds.Where(hold => hold.RevenueAt < to);
        }

        return holds;
    }

    /// <summary>Newest first.</summary>
    public static IQueryable<RevenueRow> Lines(this TalkConnectDbContext db, IQueryable<PaymentHold> holds) =>
        from hold in holds
        join session in db.Set<CourseSession>() on hold.SessionId equals session.Id
        orderby hold.RevenueAt descending, hold.Id descending
        select new RevenueRow(hold.Id, hold.SessionId, session.CourseId, session.Title, hold.Amount, hold.Fee, hold.RefundedAmount, hold.Status, hold.RevenueAt);
}

/// <summary>A hold with what its line shows.</summary>
internal sealed record RevenueRow(
    PaymentHoldId Id,
    SessionId SessionId,
    CourseId CourseId,
    string Title,
    Domain.Common.Money Amount,
    Domain.Common.Money Fee,
    Domain.Common.Money Refunded,
    PaymentHoldStatus Status,
    DateTimeOffset At)
{
    public RevenueLine Line => RevenueLine.Of(Id, SessionId, CourseId, Title, Amount, Fee, Refunded, Status, At);
}
