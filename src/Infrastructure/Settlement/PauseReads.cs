using MediatR;
using Microsoft.EntityFrameworkCore;
using TalkConnect.Application.Common;
using TalkConnect.Application.Settlement;
using TalkConnect.Domain.Settlement;
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
        return Page.Of([.. found.Select(SettlementPauseView.Of)], request.Page, pause => new PageCursor(0, pause.Id.Value));
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

        var found = await decisions.OrderByDescending(decision => decision.HoldId).Take(request.Page.Count + 1)
            .Select(decision => new ForeseenDecisionView(decision.HoldId, decision.Outcome, decision.AttendancePercentage, decision.Amount))
            .ToListAsync(cancellationToken);
        return Page.Of(found, request.Page, decision => new PageCursor(0, decision.HoldId.Value));
    }
}
