using FluentValidation;
using MediatR;
using TalkConnect.Application.Common;
using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Users;

namespace TalkConnect.Application.Courses;

/// <summary>Lets a participant into a lesson's room.</summary>
/// <param name="SessionId">The session.</param>
/// <param name="Actor">Who wants to join.</param>
/// <param name="LessonNumber">Which lesson's room, 1 to 99; null for the first.</param>
public sealed record JoinSession(SessionId SessionId, Actor Actor, int? LessonNumber) : ICommand<JoinAnswer>;

/// <summary>What a LiveKit client needs.</summary>
/// <param name="Url">The LiveKit server.</param>
/// <param name="Room">The room.</param>
/// <param name="Token">A token for that room only; its identity is the user's id.</param>
/// <param name="ExpiresAt">Until when it can be used to connect.</param>
public sealed record JoinAnswer(string Url, string Room, string Token, DateTimeOffset ExpiresAt);

/// <summary>Makes tokens that let people into LiveKit rooms.</summary>
public interface IRoomTokens
{
    /// <summary>A token of at most 15 minutes for that room and person.</summary>
    JoinAnswer Make(RoomName room, UserId identity, DateTimeOffset now);
}

internal sealed class JoinSessionHandler(
    IRepository<CourseSession> sessions, IRepository<IssuedPass> passes, IRoomTokens tokens, SessionTiming timing, TimeProvider clock)
    : IRequestHandler<JoinSession, JoinAnswer>
{
    public async Task<JoinAnswer> Handle(JoinSession request, CancellationToken cancellationToken)
    {
        var session = await sessions.LockAsync(request.SessionId, cancellationToken) ?? throw SessionErrors.NotFound();
        var now = clock.GetUtcNow();
        session.MustBeOpen(timing, now);
        var lesson = request.LessonNumber ?? 1;
        if ((await passes.LockAsync(new PassOf(session.Id, request.Actor.Id, lesson), cancellationToken)).SingleOrDefault() is { } before)
        {
            before.GiveAgain(now);
        }
        else
        {
            passes.Add(IssuedPass.Give(session.Id, request.Actor.Id, lesson, now));
        }

        return tokens.Make(session.RoomOf(lesson), request.Actor.Id, now);
    }
}

internal sealed class JoinSessionValidator : AbstractValidator<JoinSession>
{
    public JoinSessionValidator() => RuleFor(request => request.LessonNumber)
        .Must(number => number is null or (>= 1 and <= 99))
        .WithMessage("lesson_number must be a whole number from 1 to 99.");
}
