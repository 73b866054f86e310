using FluentValidation;
using MediatR;
using TalkConnect.Application.Audit;
using TalkConnect.Application.Common;
using TalkConnect.Domain.Audit;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Courses;

namespace TalkConnect.Application.Courses;

/// <summary>Schedules a session of a course.</summary>
/// <param name="CourseId">The course.</param>
/// <param name="Actor">Who asks.</param>
/// <param name="Id">The wanted id; null for one of ours.</param>
/// <param name="SessionNumber">Its number, unique in the course for ever.</param>
/// <param name="Title">Its title.</param>
/// <param name="ScheduledAt">When it is to begin; ISO 8601 with an offset; it may lie in the past.</param>
/// <param name="DurationMinutes">How long it is to last.</param>
/// <param name="Price">What a place costs.</param>
public sealed record ScheduleSession(
    CourseId CourseId,
    Actor Actor,
    string? Id,
    int? SessionNumber,
    string? Title,
    DateTimeOffset? ScheduledAt,
    int? DurationMinutes,
    decimal? Price) : ICommand<SessionView>;

internal sealed class ScheduleSessionHandler(
    IRepository<Course> courses, IRepository<CourseSession> sessions, AuditTrail audit, IIds ids, TimeProvider clock)
    : IRequestHandler<ScheduleSession, SessionView>
{
    public async Task<SessionView> Handle(ScheduleSession request, CancellationToken cancellationToken)
    {
        var id = request.Id is null ? ids.New<SessionId>() : SessionId.From(request.Id);
        var number = request.SessionNumber!.Value;
        var course = await courses.LockAsync(request.CourseId, cancellationToken) ?? throw SessionErrors.CourseNotFound();

        if (await sessions.AnyAsync(new SessionOfRoom(course.Id, number), cancellationToken))
        {
            throw SessionErrors.NumberTaken(number);
        }

        if (await sessions.LockAsync(id, cancellationToken) is not null)
        {
            throw SessionErrors.IdTaken(id.Value);
        }

        var session = CourseSession.Schedule(
            id, course, number, request.Title!, request.ScheduledAt!.Value, request.DurationMinutes!.Value,
            Money.Of(request.Price!.Value), clock.GetUtcNow());
        sessions.Add(session);
        var view = SessionView.Of(session);
        audit.NoteOfAdmin(AuditAction.SessionScheduled, AuditSubject.Session, id.Value, after: view);
        return view;
    }
}

internal sealed class ScheduleSessionValidator : AbstractValidator<ScheduleSession>
{
    private static readonly DateTimeOffset Earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Latest = new(2200, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public ScheduleSessionValidator()
    {
        RuleFor(request => request.Id).OptionalId();
        RuleFor(request => request.SessionNumber).Must(number => number is >= 1 and <= CourseSession.MaxNumber)
            .WithMessage($"session_number must be a whole number from 1 to {CourseSession.MaxNumber}.");
        RuleFor(request => request.Title).Text(Course.MaxTitleLength);
        RuleFor(request => request.ScheduledAt).Must(time => time >= Earliest && time < Latest)
            .WithMessage("scheduled_at must be an ISO 8601 time between the years 2000 and 2199, such as 2026-03-01T09:30:00Z.");
        RuleFor(request => request.DurationMinutes).Must(minutes => minutes is >= 1 and <= CourseSession.MaxDurationMinutes)
            .WithMessage($"duration_minutes must be a whole number from 1 to {CourseSession.MaxDurationMinutes}.");
        RuleFor(request => request.Price).Amount();
    }
}
