using MediatR;
using Microsoft.EntityFrameworkCore;
using TalkConnect.Application.Attendance;
using TalkConnect.Application.Common;
using TalkConnect.Domain.Attendance;
using TalkConnect.Infrastructure.Persistence;

namespace TalkConnect.Infrastructure.Attendance;

internal sealed class ListSessionAttendanceHandler(TalkConnectDbContext db)
    : IRequestHandler<ListSessionAttendance, Page<AttendanceView>>
{
    public Task<Page<AttendanceView>> Handle(ListSessionAttendance request, CancellationToken cancellationToken) =>
        db.Set<AttendanceRecord>().Where(record => record.SessionId == request.SessionId).PageAsync(request, cancellationToken);
}

internal sealed class ListMyAttendanceHandler(TalkConnectDbContext db) : IRequestHandler<ListMyAttendance, Page<AttendanceView>>
{
    public Task<Page<AttendanceView>> Handle(ListMyAttendance request, CancellationToken cancellationToken) =>
        db.Set<AttendanceRecord>().Where(record => record.UserId == request.UserId).PageAsync(request, cancellationToken);
}

internal static class AttendancePages
{
    public static async Task<Page<AttendanceView>> PageAsync(
        this IQueryable<AttendanceRecord> records, IPagedQuery query, CancellationToken cancellationToken)
    {
        if (query.Page.After is { } after)
        {
            var id = AttendanceRecordId.From(after.Id);
            records = records.Where(record => record.CreatedAt < after.At || (record.CreatedAt == after.At && record.Id.CompareTo(id) < 0));
        }

        var found = await records.OrderByDescending(record => record.CreatedAt).ThenByDescending(record => record.Id)
            .Take(query.Page.Count + 1)
            .Select(record => new AttendanceView(
                record.Id, record.SessionId, record.UserId, record.JoinedAt, record.LeftAt, record.DurationMinutes, record.AttendedSeconds,
                record.AttendancePercentage, record.Status, record.Intervals, record.CreatedAt))
            .ToListAsync(cancellationToken);
        return Page.Of(found, query, record => PageCursor.Of(record.CreatedAt, record.Id.Value));
    }
}
