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

/// <summary>The decision itself, before anything comes of it, so that of two admins one decides. What is cut short after it is the next run's to finish.</summary>
internal sealed record DecidePause(SettlementPauseId Id, UserId Admin, bool Proceed, string Reason, IdempotencyKey? IdempotencyKey)
    : IIdempotentCommand<SettlementPauseView>;

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

internal sealed partial class DismissPauseHandler(IMediator mediator, ISettlementPauses pauses, Dismissal dismissal, ILogger<DismissPauseHandler> logger)
    : IRequestHandler<DismissPause, SettlementPauseView>
{
    public async Task<SettlementPauseView> Handle(DismissPause request, CancellationToken cancellationToken)
    {
        var decided = await mediator.Send(
            new DecidePause(request.Id, request.Admin, Proceed: false, request.Reason!, request.IdempotencyKey), CancellationToken.None);
        try
        {
            // Until it is finished nothing settles: if this is cut short, nobody is refunded meanwhile.
            if (await pauses.WaitingAsync(CancellationToken.None) is { IsDismissed: true } waiting && waiting.Id == request.Id)
            {
                await dismissal.FinishAsync(request.Id);
            }
        }
        catch (Exception error)
        {
            LogCutShort(error, request.Id);
        }

        return decided;
    }

    [LoggerMessage(LogLevel.Error, "The dismissal of pause {Pause} was cut short; the next run finishes it")]
    private partial void LogCutShort(Exception error, SettlementPauseId pause);
}

internal sealed class ProceedWithPauseValidator : AbstractValidator<ProceedWithPause>
{
    public ProceedWithPauseValidator() => RuleFor(request => request.Reason).Text(SettlementPause.MaxReasonLength);
}

internal sealed class DismissPauseValidator : AbstractValidator<DismissPause>
{
    public DismissPauseValidator() => RuleFor(request => request.Reason).Text(SettlementPause.MaxReasonLength);
}
