using MediatR;
using Microsoft.EntityFrameworkCore;
using TalkConnect.Application.Courses;
using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Purchases;
using TalkConnect.Domain.Users;
using TalkConnect.Infrastructure.Persistence;

namespace TalkConnect.Infrastructure.Courses;

internal sealed class MayScheduleInHandler(TalkConnectDbContext db) : AsyncRequestHandler<MayScheduleIn>
{
    protected override async Task Handle(MayScheduleIn request, CancellationToken cancellationToken)
    {
        var teacher = await db.Set<Course>().Where(course => course.Id == request.CourseId)
            .Select(course => (UserId?)course.TeacherId).SingleOrDefaultAsync(cancellationToken);
        if (teacher is null || (!request.Actor.IsAdmin && teacher != request.Actor.Id))
        {
            throw SessionErrors.CourseNotFound();
        }
    }
}

internal sealed class MayManageHandler(TalkConnectDbContext db) : AsyncRequestHandler<MayManage>
{
    protected override async Task Handle(MayManage request, CancellationToken cancellationToken)
    {
        if (await db.TeacherOfAsync(request.SessionId, cancellationToken) != request.Actor.Id && !request.Actor.IsAdmin)
        {
            throw SessionErrors.NotFound();
        }
    }
}

internal sealed class MayEnterHandler(TalkConnectDbContext db) : AsyncRequestHandler<MayEnter>
{
    protected override async Task Handle(MayEnter request, CancellationToken cancellationToken)
    {
        if (await db.TeacherOfAsync(request.SessionId, cancellationToken) == request.Actor.Id)
        {
            return;
        }

        var hasPlace = await db.Set<SessionPurchase>().AnyAsync(
            purchase => purchase.SessionId == request.SessionId
                && purchase.UserId == request.Actor.Id
                && purchase.Status == PurchaseStatus.Active,
            cancellationToken);
        if (!hasPlace)
        {
            throw SessionErrors.NotAParticipant();
        }
    }
}

internal sealed class MayBuyHandler(TalkConnectDbContext db) : AsyncRequestHandler<MayBuy>
{
    protected override async Task Handle(MayBuy request, CancellationToken cancellationToken)
    {
        if (await db.TeacherOfAsync(request.SessionId, cancellationToken) == request.Actor.Id)
        {
            throw PurchaseErrors.OwnSession();
        }
    }
}

internal static class SessionLookup
{
    public static async Task<UserId> TeacherOfAsync(this TalkConnectDbContext db, SessionId id, CancellationToken cancellationToken) =>
        await db.Set<CourseSession>().Where(session => session.Id == id)
            .Select(session => (UserId?)session.TeacherId).SingleOrDefaultAsync(cancellationToken)
        ?? throw SessionErrors.NotFound();
}
