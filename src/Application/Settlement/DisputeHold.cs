using FluentValidation;
using MediatR;
using TalkConnect.Application.Audit;
using TalkConnect.Application.Common;
using TalkConnect.Domain.Audit;
using TalkConnect.Domain.Settlement;

namespace TalkConnect.Application.Settlement;

/// <summary>A student objects to being charged: the money waits until an admin has decided.</summary>
/// <param name="Id">The hold.</param>
/// <param name="Reason">What is wrong, in the student's words.</param>
public sealed record DisputeHold(PaymentHoldId Id, string? Reason) : ICommand<HoldView>;

/// <summary>Only its student disputes a hold; for others it is not there (<c>hold_not_found</c>).</summary>
/// <param name="Id">The hold.</param>
/// <param name="Actor">Who asks.</param>
public sealed record MayDispute(PaymentHoldId Id, Actor Actor) : IAccessCheck;

internal sealed class DisputeHoldHandler(ISettlementCases cases, AuditTrail audit, TimeProvider clock) : IRequestHandler<DisputeHold, HoldView>
{
    public async Task<HoldView> Handle(DisputeHold request, CancellationToken cancellationToken)
    {
        var settlement = await cases.OfHoldAsync(request.Id, cancellationToken) ?? throw SettlementErrors.NotFound();
        var before = HoldView.Of(settlement.Hold);
        settlement.Hold.Dispute(settlement.Session, request.Reason!, clock.GetUtcNow());
        var after = HoldView.Of(settlement.Hold);
        audit.Note(AuditAction.HoldDisputed, AuditSubject.PaymentHold, request.Id.Value, before, after);
        return after;
    }
}

internal sealed class DisputeHoldValidator : AbstractValidator<DisputeHold>
{
    public DisputeHoldValidator() => RuleFor(request => request.Reason).Text(PaymentHold.MaxReasonLength);
}
