using MediatR;
using TalkConnect.Domain.Attendance;

namespace TalkConnect.Application.Attendance;

/// <summary>One heartbeat: this server could hear LiveKit since the one before, or can again from now on.</summary>
public sealed record KeepListening : IRequest;

/// <summary>Whether this server has heard LiveKit all along. One for the whole process.</summary>
public sealed class Hearing(TimeProvider clock)
{
    private string? _span;
    private DateTimeOffset _lastBeat;
    private int _missed;

    /// <summary>When an event was last kept; null when none was.</summary>
    public DateTimeOffset? HeardAt { get; private set; }

    /// <summary>An event was kept.</summary>
    public void Heard() => HeardAt = clock.GetUtcNow();

    /// <summary>An event came that could not be kept: if LiveKit gives up on it, nobody has heard it.</summary>
    public void Miss() => Interlocked.Exchange(ref _missed, 1);

    /// <summary>The span that a heartbeat now belongs to; null where something was missed since the one before, so that it cannot count.</summary>
    internal string? Span()
    {
        var now = clock.GetUtcNow();

        // A process that was stopped for a while has heard nothing either.
        var stopped = now - _lastBeat >= BlindTime.Least;
        _lastBeat = now;
        _span = Interlocked.Exchange(ref _missed, 0) == 1 ? null
            : _span is null || stopped ? Guid.CreateVersion7(now).ToString()
            : _span;
        return _span;
    }

    /// <summary>The heartbeat could not be kept, and neither could an event have been: the next one begins a new span.</summary>
    internal void EndSpan() => _span = null;
}

internal sealed class KeepListeningHandler(IListeningLog log, Hearing hearing) : AsyncRequestHandler<KeepListening>
{
    protected override async Task Handle(KeepListening request, CancellationToken cancellationToken)
    {
        if (hearing.Span() is not { } span)
        {
            return;
        }

        try
        {
            await log.BeatAsync(span, hearing.HeardAt, cancellationToken);
        }
        catch
        {
            hearing.EndSpan();
            throw;
        }
    }
}
