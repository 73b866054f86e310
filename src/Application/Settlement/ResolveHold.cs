using FluentValidation;
using MediatR;
using TalkConnect.Application.Audit;
using TalkConnect.Application.Common;
using TalkConnect.Domain.Audit;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Settlement;
using TalkConnect.Domain.Users;

namespace TalkConnect.Application.Settlement;

/// <summary>An admin settles a hold that is disputed or in review.</summary>
/// <param name="Id">The hold.</param>
/// <param name="Admin">Who decides.</param>
/// <param name="Decision">release, refund or split.</param>
/// <param name="TeacherAmount">The teacher's part of a split, before the commission; the student gets the rest.</param>
/// <param name="Reason">Why; both sides read it on the receipt.</param>
/// <param name="IdempotencyKey">The caller's key, if any.</param>
public sealed record ResolveHold(
    PaymentHoldId Id, UserId Admin, string? Decision, decimal? TeacherAmount, string? Reason, IdempotencyKey? IdempotencyKey)
    : IIdempotentCommand<HoldView>;

/// <summary>What an admin can decide.</summary>
public enum HoldDecision
{
    /// <summary>The teacher gets all of it, less the commission.</summary>
    Release,

    /// <summary>The student gets all of it back.</summary>
    Refund,

    /// <summary>Each gets a part.</summary>
    Split,
}

/// <summary>Any admin may decide, but not about money of their own (<c>own_account</c>).</summary>
/// <param name="Id">The hold.</param>
/// <param name="Actor">Who asks.</param>
public sealed record MayResolve(PaymentHoldId Id, Actor Actor) : IAccessCheck;

internal sealed class ResolveHoldHandler(ISettlementCases cases, SettlementRules rules, AuditTrail audit, IIds ids, TimeProvider clock)
    : IRequestHandler<ResolveHold, HoldView>
{
    public async Task<HoldView> Handle(ResolveHold request, CancellationToken cancellationToken)
    {
        var settlement = await cases.OfHoldAsync(request.Id, cancellationToken) ?? throw SettlementErrors.NotFound();
        var before = HoldView.Of(settlement.Hold);
        cases.Add(settlement.Resolve(ResolutionOf(request, settlement.Hold), rules, ids.ForSettlement(), clock.GetUtcNow()));
        var after = HoldView.Of(settlement.Hold);
        audit.Note(AuditAction.HoldResolved, AuditSubject.PaymentHold, request.Id.Value, before, after);
        return after;
    }

    private static Resolution ResolutionOf(ResolveHold request, PaymentHold hold) => Words.Parse<HoldDecision>(request.Decision) switch
    {
        HoldDecision.Release => Resolution.Release(hold, request.Admin, request.Reason!),
        HoldDecision.Refund => Resolution.Refund(request.Admin, request.Reason!),
        _ => Resolution.Split(hold, Money.Of(request.TeacherAmount!.Value), request.Admin, request.Reason!),
    };
}

internal sealed class ResolveHoldValidator : AbstractValidator<ResolveHold>
{
    public ResolveHoldValidator()
    {
        RuleFor(request => request.Decision).Word(default(HoldDecision));
        RuleFor(request => request.Reason).Text(PaymentHold.MaxReasonLength);
        RuleFor(request => request.TeacherAmount).Amount().When(request => request.Decision == HoldDecision.Split.Word());
        RuleFor(request => request.TeacherAmount).Null().When(request => request.Decision != HoldDecision.Split.Word())
            .WithMessage("teacher_amount belongs to a split only.");
    }
}
