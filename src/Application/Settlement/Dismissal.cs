using MediatR;
using TalkConnect.Application.Common;
using TalkConnect.Domain.Settlement;

namespace TalkConnect.Application.Settlement;

/// <summary>Does what the dismissal of a stopped run asks for. Whoever does it again, or at the same time, does the rest.</summary>
internal sealed class Dismissal(ISettlementPauses pauses, IMediator mediator, SettlementPace pace)
{
    /// <summary>Leaves whom the run would not have paid to review, batch by batch, and then lets runs settle again.</summary>
    public async Task FinishAsync(SettlementPauseId pause)
    {
        PaymentHoldId? last = null;
        while (await pauses.HoldsOfAsync(pause, unpaidOnly: true, last, pace.BatchSize, CancellationToken.None) is { Count: > 0 } holds)
        {
            await mediator.Send(new LeaveToReview([.. holds.Select(hold => hold.Id)]), CancellationToken.None);
            last = holds[^1].Id;
        }

        await mediator.Send(new EndDismissal(pause), CancellationToken.None);
    }
}

/// <summary>Holds that an admin will look at one by one.</summary>
internal sealed record LeaveToReview(IReadOnlyList<PaymentHoldId> Holds) : ICommand<int>;

/// <summary>The holds of a dismissed run are in review.</summary>
internal sealed record EndDismissal(SettlementPauseId Id) : ICommand<SettlementPauseStatus>;

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

internal sealed class EndDismissalHandler(IRepository<SettlementPause> pauses) : IRequestHandler<EndDismissal, SettlementPauseStatus>
{
    public async Task<SettlementPauseStatus> Handle(EndDismissal request, CancellationToken cancellationToken)
    {
        var pause = await pauses.LockAsync(request.Id, cancellationToken) ?? throw SettlementErrors.PauseNotFound();
        pause.End();
        return pause.Status;
    }
}
