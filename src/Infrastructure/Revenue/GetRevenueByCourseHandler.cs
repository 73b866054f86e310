using MediatR;
using Microsoft.EntityFrameworkCore;
using TalkConnect.Application.Revenue;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Settlement;
using TalkConnect.Infrastructure.Persistence;
using TalkConnect.Infrastructure.Settlement;

namespace TalkConnect.Infrastructure.Revenue;

internal sealed class GetRevenueByCourseHandler(TalkConnectDbContext db) : IRequestHandler<GetRevenueByCourse, RevenueByCourse>
{
    public async Task<RevenueByCourse> Handle(GetRevenueByCourse request, CancellationToken cancellationToken)
    {
        var sums = await (
            from hold in db.OfTeacher(request.TeacherId, request.Period).Settled()
            join session in db.Set<CourseSession>() on hold.SessionId equals session.Id
            group hold by new { session.CourseId, hold.Status } into sum
            select new
            {
                sum.Key.CourseId,
                sum.Key.Status,
                Amount = sum.Sum(hold => (decimal)hold.Amount),
                Refunded = sum.Sum(hold => (decimal)hold.RefundedAmount),
                Fee = sum.Sum(hold => (decimal)hold.Fee),
            })
            .ToListAsync(cancellationToken);
        var ids = sums.Select(sum => sum.CourseId).Distinct().ToList();
        var titles = await db.Set<Course>().Where(course => ids.Contains(course.Id))
            .ToDictionaryAsync(course => course.Id, course => course.Title, cancellationToken);

        var courses = sums.GroupBy(sum => sum.CourseId).Select(course =>
        {
            var released = course.SingleOrDefault(sum => sum.Status is PaymentHoldStatus.Released);
            var (gross, fee) = (Money.Of(released is null ? 0 : released.Amount - released.Refunded), Money.Of(released?.Fee ?? 0));
            var refunded = Money.Of(course.Sum(sum => sum.Refunded));
            return new CourseRevenue(course.Key, titles.GetValueOrDefault(course.Key) ?? "", gross, fee, gross - fee, refunded);
        });
        return new RevenueByCourse([.. courses.OrderBy(course => course.Title, StringComparer.Ordinal).ThenBy(course => course.CourseId)]);
    }
}
