using MediatR;
using TalkConnect.Application.Attendance;
using TalkConnect.Application.Common;
using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Courses;

namespace TalkConnect.Application.Settlement;

/// <summary>Completes a session whose scheduled end and grace have passed without word from its room.</summary>
/// <param name="SessionId">The session.</param>
/// <param name="Now">The time of the run.</param>
public sealed record CompleteOverdueSession(SessionId SessionId, DateTimeOffset Now) : ICommand<bool>;

internal sealed class CompleteOverdueSessionHandler(
    IRepository<CourseSession> sessions, RegisterLoader registers, AttendanceRules rules, SessionTiming timing)
    : IRequestHandler<CompleteOverdueSession, bool>
{
    public async Task<bool> Handle(CompleteOverdueSession request, CancellationToken cancellationToken)
    {
        var session = await sessions.LockAsync(request.SessionId, cancellationToken);
        if (session is null || !session.CompleteWhenOverdue(timing, request.Now))
        {
            return false;
        }

        var register = await registers.OfEverybodyAsync(session, cancellationToken);
        register.Reconcile(rules, timing);
        return true;
    }
}
