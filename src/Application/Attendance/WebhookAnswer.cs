using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Users;

namespace TalkConnect.Application.Attendance;

/// <summary>What LiveKit, or whoever reads its logs, is told; fields that say nothing are left out.</summary>
/// <param name="Message">What became of the event.</param>
public sealed record WebhookAnswer(string Message)
{
    /// <summary>The event was heard before.</summary>
    public static readonly WebhookAnswer AlreadyProcessed = new("Event already processed");

    /// <summary>The event was stored and changes nothing.</summary>
    public static readonly WebhookAnswer EventReceived = new("Event received");

    /// <summary>The room is none of ours.</summary>
    public static readonly WebhookAnswer NotACourseSessionRoom = new("Not a course session room");

    /// <summary>The room's name stands for no session.</summary>
    public static readonly WebhookAnswer SessionNotFound = new("Session not found");

    /// <summary>The session.</summary>
    public SessionId? SessionId { get; private init; }

    /// <summary>Whose attendance.</summary>
    public UserId? UserId { get; private init; }

    /// <summary>When the stay began.</summary>
    public DateTimeOffset? JoinedAt { get; private init; }

    /// <summary>Whole minutes attended so far.</summary>
    public int? DurationMinutes { get; private init; }

    /// <summary>The share attended so far.</summary>
    public AttendancePercentage? AttendancePercentage { get; private init; }

    /// <summary>True when the money had settled before: the event was stored and changed nothing.</summary>
    public bool? Late { get; private init; }

    internal static WebhookAnswer SessionCompleted(CourseSession session) => new("Session marked as completed") { SessionId = session.Id };

    internal static WebhookAnswer Attendance(ConnectionEventKind kind, AttendanceRecord record, ConnectionEvent told, bool late) =>
        kind is ConnectionEventKind.Joined
            ? new("Attendance recorded")
            {
                SessionId = record.SessionId,
                UserId = record.UserId,
                JoinedAt = told.Start,
                Late = late ? true : null,
            }
            : new("Attendance updated")
            {
                SessionId = record.SessionId,
                UserId = record.UserId,
                DurationMinutes = record.DurationMinutes,
                AttendancePercentage = record.AttendancePercentage,
                Late = late ? true : null,
            };
}
