using FluentValidation;
using MediatR;
using TalkConnect.Application.Audit;
using TalkConnect.Application.Common;
using TalkConnect.Application.Settlement;
using TalkConnect.Domain.Audit;
using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Settlement;

namespace TalkConnect.Application.Courses;

/// <summary>Calls a session off and refunds every unsettled hold of it, in one transaction.</summary>
/// <param name="SessionId">The session.</param>
/// <param name="Reason">Why, if anybody wants to say.</param>
/// <param name="IdempotencyKey">The caller's key, if any.</param>
public sealed record CancelSession(SessionId SessionId, string? Reason, IdempotencyKey? IdempotencyKey) : IIdempotentCommand<SessionView>;

internal sealed class CancelSessionHandler(
    IRepository<CourseSession> sessions,
    ISettlementCases cases,
    SettlementRules rules,
    AuditTrail audit,
    IIds ids,
    TimeProvider clock)
    : IRequestHandler<CancelSession, SessionView>
{
    public async Task<SessionView> Handle(CancelSession request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var session = await sessions.LockAsync(request.SessionId, cancellationToken) ?? throw SessionErrors.NotFound();
        var before = SessionView.Of(session);
        session.Cancel(request.Reason, now);

        foreach (var settlement in await cases.OfSessionAsync(session, cancellationToken))
        {
            cases.Add(settlement.Settle(rules, ids.ForSettlement(), now));
        }

        var after = SessionView.Of(session);
        audit.NoteOfAdmin(AuditAction.SessionCancelled, AuditSubject.Session, session.Id.Value, before, after);
        return after;
    }
}

internal sealed class CancelSessionValidator : AbstractValidator<CancelSession>
{
    public CancelSessionValidator() => RuleFor(request => request.Reason).OptionalText(CourseSession.MaxReasonLength);
}
