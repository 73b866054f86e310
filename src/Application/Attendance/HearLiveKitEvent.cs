using MediatR;
using TalkConnect.Application.Common;
using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Users;

namespace TalkConnect.Application.Attendance;

/// <summary>Stores a verified webhook and lets attendance, session and holds follow it, in one transaction.</summary>
/// <param name="Event">The event.</param>
public sealed record HearLiveKitEvent(LiveKitEvent Event) : ICommand<WebhookAnswer>;

/// <summary>Every event that was heard, by its id.</summary>
public interface IWebhookInbox
{
    /// <summary>Whether the event was heard before.</summary>
    Task<bool> HasAsync(string eventId, CancellationToken cancellationToken);

    /// <summary>Keeps an event; its id is unique, so of two deliveries at once one starts again and finds the other.</summary>
    void Add(WebhookEvent heard);
}

internal sealed class HearLiveKitEventHandler(
    IWebhookInbox inbox,
    IRepository<CourseSession> sessions,
    IRepository<User> users,
    IRepository<AttendanceRecord> records,
    RegisterLoader registers,
    AttendanceRules rules,
    SessionTiming timing,
    IIds ids,
    TimeProvider clock) : IRequestHandler<HearLiveKitEvent, WebhookAnswer>
{
    public async Task<WebhookAnswer> Handle(HearLiveKitEvent request, CancellationToken cancellationToken)
    {
        if (await inbox.HasAsync(request.Event.Id, cancellationToken))
        {
            return WebhookAnswer.AlreadyProcessed;
        }

        var heard = Heard(request.Event, clock.GetUtcNow());
        inbox.Add(heard);
        return heard.Event switch
        {
            LiveKitEvent.ParticipantJoined => await InSessionAsync(heard, ConnectionEventKind.Joined, cancellationToken),
            LiveKitEvent.ParticipantLeft => await InSessionAsync(heard, ConnectionEventKind.Left, cancellationToken),
            LiveKitEvent.ParticipantAborted => await InSessionAsync(heard, ConnectionEventKind.Aborted, cancellationToken),
            LiveKitEvent.RoomFinished => await InSessionAsync(heard, null, cancellationToken),
            _ => WebhookAnswer.EventReceived,
        };
    }

    private async Task<WebhookAnswer> InSessionAsync(WebhookEvent heard, ConnectionEventKind? kind, CancellationToken cancellationToken)
    {
        if (RoomName.TryParse(heard.RoomName) is not { } room)
        {
            return WebhookAnswer.NotACourseSessionRoom;
        }

        var session = (await sessions.LockAsync(new SessionOfRoom(room.CourseId, room.SessionNumber), cancellationToken)).SingleOrDefault();
        if (session is null)
        {
            return WebhookAnswer.SessionNotFound;
        }

        heard.SessionId = session.Id;
        return kind is null
            ? await FinishAsync(session, heard, cancellationToken)
            : await AttendAsync(session, heard, kind.Value, cancellationToken);
    }

    private async Task<WebhookAnswer> FinishAsync(CourseSession session, WebhookEvent heard, CancellationToken cancellationToken)
    {
        session.Hear(new RoomEnding(heard.RoomSid, heard.RoomName!, heard.OccurredAt, heard.ReceivedAt, heard.Id));
        var register = await registers.OfEverybodyAsync(session, cancellationToken);
        register.Reconcile(rules, timing);
        return session.Status is SessionStatus.Completed ? WebhookAnswer.SessionCompleted(session) : WebhookAnswer.EventReceived;
    }

    private async Task<WebhookAnswer> AttendAsync(
        CourseSession session, WebhookEvent heard, ConnectionEventKind kind, CancellationToken cancellationToken)
    {
        if (!heard.IsPerson
            || !EntityIdText.IsValid(heard.Identity)
            || !await users.AnyAsync(new UserWithId(UserId.From(heard.Identity!)), cancellationToken))
        {
            return WebhookAnswer.EventReceived;
        }

        var user = UserId.From(heard.Identity!);
        var opened = false;
        var (register, record) = await registers.OfPersonAsync(session, user, Open, cancellationToken);
        var told = new ConnectionEvent(
            kind, heard.Id, heard.RoomSid, heard.RoomName!, heard.ParticipantSid, heard.JoinedAt, heard.OccurredAt);
        var late = register.IsFinal(user);

        if (!late)
        {
            record.Hear(told);
            register.Reconcile(rules, timing);
            if (opened)
            {
                records.Add(record);
            }
        }

        return WebhookAnswer.Attendance(kind, record, told, late);

        AttendanceRecord Open()
        {
            opened = true;
            return AttendanceRecord.Open(ids.New<AttendanceRecordId>(), session.Id, user, heard.ReceivedAt);
        }
    }

    private static WebhookEvent Heard(LiveKitEvent told, DateTimeOffset now) => new()
    {
        Id = told.Id,
        Event = told.Event,
        RoomName = told.RoomName,
        RoomSid = told.RoomSid,
        Identity = told.Identity,
        ParticipantSid = told.ParticipantSid,
        IsPerson = told.IsPerson,
        JoinedAt = told.JoinedAt?.Cut(),
        OccurredAt = (told.CreatedAt ?? now).Cut(),
        ReceivedAt = now,
    };
}
