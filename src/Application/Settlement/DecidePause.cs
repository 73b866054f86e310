using FluentValidation;
using MediatR;
using Microsoft.Extensions.Logging;
using TalkConnect.Application.Audit;
using TalkConnect.Application.Common;
using TalkConnect.Domain.Audit;
using TalkConnect.Domain.Settlement;
using TalkConnect.Domain.Users;

namespace TalkConnect.Application.Settlement;

/// <summary>An admin lets a stopped run go on: what it would have done is done now.</summary>
/// <param name="Id">The pause.</param>
/// <param name="Admin">Who.</param>
/// <param name="Reason">Why.</param>
/// <param name="IdempotencyKey">The caller's key, if any.</param>
public sealed record ProceedWithPause(SettlementPauseId Id, UserId Admin, string? Reason, IdempotencyKey? IdempotencyKey)
    : IRequest<SettlementPauseView>, IMovesMoney;

/// <summary>An admin stops a run for good: whom it would not have paid goes to review, one by one; the rest settles with the next run.</summary>
/// <param name="Id">The pause.</param>
/// <param name="Admin">Who.</param>
/// <param name="Reason">Why.</param>
/// <param name="IdempotencyKey">The caller's key, if any.</param>
public sealed record DismissPause(SettlementPauseId Id, UserId Admin, string? Reason, IdempotencyKey? IdempotencyKey)
    : IRequest<SettlementPauseView>, IMovesMoney;

/// <summary>The decision itself. What a run that goes on did not come to is still due, and the next run's.</summary>
internal sealed record DecidePause(SettlementPauseId Id, UserId Admin, bool Proceed, string Reason, IdempotencyKey? IdempotencyKey)
    : IIdempotentCommand<SettlementPauseView>;

/// <summary>Holds that an admin will look at one by one.</summary>
internal sealed record LeaveToReview(IReadOnlyList<PaymentHoldId> Holds) : ICommand<int>;

internal sealed class DecidePauseHandler(IRepository<SettlementPause> pauses, AuditTrail audit, TimeProvider clock)
    : IRequestHandler<DecidePause, SettlementPauseView>
{
    public async Task<SettlementPauseView> Handle(DecidePause request, CancellationToken cancellationToken)
    {
        var pause = await pauses.LockAsync(request.Id, cancellationToken) ?? throw SettlementErrors.PauseNotFound();
        var before = SettlementPauseView.Of(pause);
        if (request.Proceed)
        {
            pause.Proceed(request.Admin, request.Reason, clock.GetUtcNow());
        }
        else
        {
            pause.Dismiss(request.Admin, request.Reason, clock.GetUtcNow());
        }

        var after = SettlementPauseView.Of(pause);
        var action = request.Proceed ? AuditAction.PauseProceeded : AuditAction.PauseDismissed;
        audit.Note(action, AuditSubject.SettlementPause, request.Id.Value, before, after);
        return after;
    }
}

internal sealed partial class ProceedWithPauseHandler(IMediator mediator, ISettlementPauses pauses, ILogger<ProceedWithPauseHandler> logger)
    : IRequestHandler<ProceedWithPause, SettlementPauseView>
{
    public async Task<SettlementPauseView> Handle(ProceedWithPause request, CancellationToken cancellationToken)
    {
        var decided = await mediator.Send(
            new DecidePause(request.Id, request.Admin, Proceed: true, request.Reason!, request.IdempotencyKey), CancellationToken.None);
        try
        {
            // Asked again after the run was cut short: it goes on.
            if (await pauses.HoldsOfAsync(request.Id, unpaidOnly: false, after: null, atMost: 1, CancellationToken.None) is { Count: > 0 })
            {
                await mediator.Send(new RunSettlement(Manual: true, IdempotencyKey: null, request.Id), cancellationToken);
            }
        }
        catch (Exception error)
        {
            // The decision stands whatever becomes of this run, and that is the answer: the next run does the rest.
            LogCutShort(error, request.Id);
        }

        return decided;
    }

    [LoggerMessage(LogLevel.Error, "The run after pause {Pause} was cut short; the next run does the rest")]
    private partial void LogCutShort(Exception error, SettlementPauseId pause);
}

internal sealed class DismissPauseHandler(IMediator mediator, ISettlementPauses pauses, IIdempotencyStore keys, SettlementPace pace)
    : IRequestHandler<DismissPause, SettlementPauseView>
{
    public async Task<SettlementPauseView> Handle(DismissPause request, CancellationToken cancellationToken)
    {
        // A key that stands for another request is refused before anything changes.
        var isFirst = request.IdempotencyKey is not { } key || await keys.FindAsync(key, cancellationToken) is null;

        // Before the decision, because while the pause waits nothing settles: if this is cut short, nobody is refunded meanwhile, and it is dismissed again.
        if (isFirst && await pauses.WaitingAsync(cancellationToken) == request.Id)
        {
            await LeaveUnpaidToReviewAsync(request.Id);
        }

        return await mediator.Send(
            new DecidePause(request.Id, request.Admin, Proceed: false, request.Reason!, request.IdempotencyKey), cancellationToken);
    }

    private async Task LeaveUnpaidToReviewAsync(SettlementPauseId pause)
    {
        PaymentHoldId? last = null;
        while (await pauses.HoldsOfAsync(pause, unpaidOnly: true, last, pace.BatchSize, CancellationToken.None) is { Count: > 0 } holds)
        {
            await mediator.Send(new LeaveToReview([.. holds.Select(hold => hold.Id)]), CancellationToken.None);
            last = holds[^1].Id;
        }
    }
}

internal sealed class LeaveToReviewHandler(IRepository<PaymentHold> holds, TimeProvider clock) : IRequestHandler<LeaveToReview, int>
{
    public async Task<int> Handle(LeaveToReview request, CancellationToken cancellationToken)
    {
        var left = 0;
        foreach (var id in request.Holds)
        {
            if (await holds.LockAsync(id, cancellationToken) is { Status: PaymentHoldStatus.Held } hold)
            {
                hold.NeedReview(ReviewReason.RunDismissed, clock.GetUtcNow());
                left++;
            }
        }

        return left;
    }
}

internal sealed class ProceedWithPauseValidator : AbstractValidator<ProceedWithPause>
{
    public ProceedWithPauseValidator() => RuleFor(request => request.Reason).Text(SettlementPause.MaxReasonLength);
}

internal sealed class DismissPauseValidator : AbstractValidator<DismissPause>
{
    public DismissPauseValidator() => RuleFor(request => request.Reason).Text(SettlementPause.MaxReasonLength);
}
