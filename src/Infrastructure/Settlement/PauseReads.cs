using MediatR;
using Microsoft.EntityFrameworkCore;
using TalkConnect.Application.Common;
using TalkConnect.Application.Settlement;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Settlement;
using TalkConnect.Domain.Users;
using TalkConnect.Infrastructure.Persistence;

namespace TalkConnect.Infrastructure.Settlement;

internal sealed class ListPausesHandler(TalkConnectDbContext db) : IRequestHandler<ListPauses, Page<SettlementPauseView>>
{
    public async Task<Page<SettlementPauseView>> Handle(ListPauses request, CancellationToken cancellationToken)
    {
        var pauses = db.Set<SettlementPause>().AsNoTracking();
        if (request.Page.After is { } after)
        {
            var id = SettlementPauseId.From(after.Id);
            pauses = pauses.Where(pause => pause.Id.CompareTo(id) < 0);
        }

        var found = await pauses.OrderByDescending(pause => pause.Id).Take(request.Page.Count + 1).ToListAsync(cancellationToken);
        return Page.Of([.. found.Select(SettlementPauseView.Of)], request, pause => new PageCursor(0, pause.Id.Value));
    }
}

internal sealed class GetPauseHandler(TalkConnectDbContext db) : IRequestHandler<GetPause, SettlementPauseDetail>
{
    public async Task<SettlementPauseDetail> Handle(GetPause request, CancellationToken cancellationToken)
    {
        var pause = await db.Set<SettlementPause>().AsNoTracking().SingleOrDefaultAsync(pause => pause.Id == request.Id, cancellationToken)
            ?? throw SettlementErrors.PauseNotFound();

        var sums = await db.Set<ForeseenDecision>().Where(decision => decision.PauseId == request.Id)
            .GroupBy(decision => decision.Outcome)
            .Select(alike => new { Outcome = alike.Key, Holds = alike.Count(), Amount = alike.Sum(decision => (decimal)decision.Amount) })
            .ToListAsync(cancellationToken);
        return new SettlementPauseDetail(
            SettlementPauseView.Of(pause),
            [.. sums.OrderBy(sum => sum.Outcome).Select(sum => new ForeseenSum(sum.Outcome, sum.Holds, Money.Of(sum.Amount)))]);
    }
}

internal sealed class ListForeseenDecisionsHandler(TalkConnectDbContext db) : IRequestHandler<ListForeseenDecisions, Page<ForeseenDecisionView>>
{
    public async Task<Page<ForeseenDecisionView>> Handle(ListForeseenDecisions request, CancellationToken cancellationToken)
    {
        if (!await db.Set<SettlementPause>().AnyAsync(pause => pause.Id == request.Id, cancellationToken))
        {
            throw SettlementErrors.PauseNotFound();
        }

        var decisions = db.Set<ForeseenDecision>().Where(decision => decision.PauseId == request.Id);
        if (request.Page.After is { } after)
        {
            var id = PaymentHoldId.From(after.Id);
            decisions = decisions.Where(decision => decision.HoldId.CompareTo(id) < 0);
        }

        var found = await (
            from decision in decisions
            join hold in db.Set<PaymentHold>() on decision.HoldId equals hold.Id
            orderby decision.HoldId descending
            select new ForeseenDecisionView(
                decision.HoldId, decision.Outcome, decision.AttendancePercentage, decision.Amount,
                db.Set<CourseSession>().Where(session => session.Id == hold.SessionId).Select(session => session.Title).FirstOrDefault(),
                db.Set<User>().Where(user => user.Id == hold.StudentId).Select(user => user.Name).FirstOrDefault()))
            .Take(request.Page.Count + 1)
            .ToListAsync(cancellationToken);
        return Page.Of(found, request, decision => new PageCursor(0, decision.HoldId.Value));
    }
}
