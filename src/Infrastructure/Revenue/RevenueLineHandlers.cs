using MediatR;
using Microsoft.EntityFrameworkCore;
using TalkConnect.Application.Common;
using TalkConnect.Application.Revenue;
using TalkConnect.Domain.Settlement;
using TalkConnect.Infrastructure.Persistence;

namespace TalkConnect.Infrastructure.Revenue;

internal sealed class ListRevenueLinesHandler(TalkConnectDbContext db) : IRequestHandler<ListRevenueLines, Page<RevenueLine>>
{
    public async Task<Page<RevenueLine>> Handle(ListRevenueLines request, CancellationToken cancellationToken)
    {
        var holds = db.OfTeacher(request.TeacherId, request.Period);
        if (request.Page.After is { } after)
        {
            var id = PaymentHoldId.From(after.Id);
            holds = holds.Where(hold => hold.RevenueAt < after.At || (hold.RevenueAt == after.At && hold.Id.CompareTo(id) < 0));
        }

        var found = await db.Lines(holds).Take(request.Page.Count + 1).ToListAsync(cancellationToken);
        return Page.Of(found.ConvertAll(row => row.Line), request, line => PageCursor.Of(line.At, line.HoldId.Value));
    }
}

internal sealed class ExportRevenueLinesHandler(TalkConnectDbContext db) : IRequestHandler<ExportRevenueLines, IAsyncEnumerable<RevenueLine>>
{
    public Task<IAsyncEnumerable<RevenueLine>> Handle(ExportRevenueLines request, CancellationToken cancellationToken) =>
        Task.FromResult(db.Lines(db.OfTeacher(request.TeacherId, request.Period)).AsAsyncEnumerable().Select(row => row.Line));
}
