using FluentValidation;
using MediatR;
using TalkConnect.Application.Audit;
using TalkConnect.Application.Common;
using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Audit;
using TalkConnect.Domain.Courses;

namespace TalkConnect.Application.Attendance;

/// <summary>Lets attendance follow once more from the webhooks that were heard, and tells where what is stored differs. It changes nothing.</summary>
/// <param name="SessionId">Only this session; null for all.</param>
/// <param name="From">Sessions that were to begin then or later; null for all.</param>
/// <param name="To">Sessions that were to begin before then; null for all.</param>
public sealed record RebuildAttendance(string? SessionId, string? From, string? To) : IRequest<AttendanceRebuild>
{
    /// <summary>Which sessions are meant, once validated.</summary>
    public HistoryScope Scope => new(
        SessionId is null ? null : Domain.Courses.SessionId.From(SessionId),
        From is null ? null : WireJson.TryReadTime(From),
        To is null ? null : WireJson.TryReadTime(To));
}

/// <summary>What rebuilding attendance found.</summary>
/// <param name="Id">Under which the audit trail has it.</param>
/// <param name="Sessions">How many sessions were rebuilt.</param>
/// <param name="Records">How many stored records of attendance they have.</param>
/// <param name="Events">From how many webhooks.</param>
/// <param name="Differences">Where what is stored differs; the first thousand.</param>
/// <param name="Truncated">Whether there are more.</param>
public sealed record AttendanceRebuild(
    string Id, int Sessions, int Records, int Events, IReadOnlyList<AttendanceDifference> Differences, bool Truncated)
{
    /// <summary>The most differences that are listed: more would not be read.</summary>
    public const int MaxDifferences = 1000;
}

/// <summary>What the audit trail keeps of a rebuilding.</summary>
internal sealed record RebuildSummary(
    string? SessionId, DateTimeOffset? From, DateTimeOffset? To, int Sessions, int Records, int Events, int Differences, bool Truncated);

internal sealed class RebuildAttendanceHandler(
    IAttendanceHistory histories, AttendanceRules rules, SessionTiming timing, AuditTrail audit, IUnitOfWork unitOfWork, TimeProvider clock)
    : IRequestHandler<RebuildAttendance, AttendanceRebuild>
{
    public async Task<AttendanceRebuild> Handle(RebuildAttendance request, CancellationToken cancellationToken)
    {
        var (sessions, records, events) = (0, 0, 0);
        var found = new List<AttendanceDifference>();

        await foreach (var history in histories.ReadAsync(request.Scope, cancellationToken))
        {
            sessions++;
            records += history.Records.Count;
            events += history.Events.Count;
            found.AddRange(AttendanceReplay.Differences(history, rules, timing).Take(AttendanceRebuild.MaxDifferences + 1 - found.Count));
        }

        if (sessions == 0 && request.SessionId is not null)
        {
            throw SessionErrors.NotFound();
        }

        var truncated = found.Count > AttendanceRebuild.MaxDifferences;
        var listed = truncated ? found[..AttendanceRebuild.MaxDifferences] : found;
        return await NoteAsync(
            request.Scope, new AttendanceRebuild(Guid.CreateVersion7(clock.GetUtcNow()).ToString(), sessions, records, events, listed, truncated));
    }

    private Task<AttendanceRebuild> NoteAsync(HistoryScope scope, AttendanceRebuild rebuild) => unitOfWork.RunAsync(
        _ =>
        {
            var summary = new RebuildSummary(
                scope.SessionId?.Value,
                scope.From,
                scope.To,
                rebuild.Sessions,
                rebuild.Records,
                rebuild.Events,
                rebuild.Differences.Count,
                rebuild.Truncated);
            audit.Note(AuditAction.AttendanceRebuilt, AuditSubject.AttendanceRebuild, rebuild.Id, after: summary);
            return Task.FromResult(rebuild);
        },
        CancellationToken.None);
}

internal sealed class RebuildAttendanceValidator : AbstractValidator<RebuildAttendance>
{
    public RebuildAttendanceValidator()
    {
        RuleFor(request => request.SessionId).OptionalId();
        RuleFor(request => request.From).OptionalTime();
        RuleFor(request => request.To).OptionalTime();
        RuleFor(request => request.To)
            .Must((request, _) => WireJson.TryReadTime(request.From!) < WireJson.TryReadTime(request.To!))
            .WithMessage("to must be after from.")
            .When(request => request is { From: not null, To: not null }
                && WireJson.TryReadTime(request.From) is not null && WireJson.TryReadTime(request.To) is not null);
    }
}
