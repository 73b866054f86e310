using MediatR;
using TalkConnect.Application.Common;
using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Courses;

namespace TalkConnect.Application.Attendance;

/// <summary>Stores verified webhooks and lets attendance, sessions and holds follow them, all in one transaction.</summary>
/// <param name="Events">The events, in the order in which they came.</param>
public sealed record HearLiveKitEvents(IReadOnlyList<LiveKitEvent> Events) : IRequest<IReadOnlyList<WebhookAnswer>>;

internal sealed class HearLiveKitEventsHandler(
    IRollCalls rollCalls, AttendanceRules rules, SessionTiming timing, IIds ids, TimeProvider clock)
    : IRequestHandler<HearLiveKitEvents, IReadOnlyList<WebhookAnswer>>
{
    public async Task<IReadOnlyList<WebhookAnswer>> Handle(HearLiveKitEvents request, CancellationToken cancellationToken)
    {
        using var trace = Telemetry.Traces.StartActivity(nameof(HearLiveKitEvents));
        var heard = request.Events.Select(told => Heard.Of(told, clock.GetUtcNow())).ToList();
        return await rollCalls.TakeAsync(
            [.. heard.Select(one => one.Event.Id)],
            [.. heard.Select(one => one.InRoom).OfType<HeardInRoom>()],
            rollCall =>
            {
                // When a settlement was waited for, they were heard after it.
                var now = clock.GetUtcNow();
                return heard.ConvertAll(one => one.At(now)).ConvertAll(one => rollCall.Store(one.Event) ? Follow(one, rollCall) : WebhookAnswer.AlreadyProcessed);
            },
            cancellationToken);
    }

    private WebhookAnswer Follow(Heard heard, RollCall rollCall)
    {
        if (!heard.IsInRoom)
        {
            return WebhookAnswer.EventReceived;
        }

        if (heard.InRoom is not { } inRoom)
        {
            return heard.Opens ? WebhookAnswer.EventReceived
                : RoomName.HasForm(heard.Event.RoomName) ? WebhookAnswer.SessionNotFound
                : WebhookAnswer.NotACourseSessionRoom;
        }

        if (rollCall.SessionOf(inRoom.Room) is not { } session)
        {
            return heard.Opens ? WebhookAnswer.EventReceived : WebhookAnswer.SessionNotFound;
        }

        heard.Event.SessionId = session.Id;
        return heard.Event.AsConnection() is { } told ? Attend(session, heard, told, rollCall)
            : heard.Event.AsStart() is { } start ? Open(session, start, rollCall)
            : Finish(session, heard.Event.AsEnding()!, rollCall);
    }

    private WebhookAnswer Open(CourseSession session, RoomStart start, RollCall rollCall)
    {
        session.Hear(start);
        rollCall.Everybody(session).Reconcile(rules, timing);
        return WebhookAnswer.EventReceived;
    }

    private WebhookAnswer Finish(CourseSession session, RoomEnding ending, RollCall rollCall)
    {
        session.Hear(ending);
        rollCall.Everybody(session).Reconcile(rules, timing);
        return session.Status is SessionStatus.Completed ? WebhookAnswer.SessionCompleted(session) : WebhookAnswer.EventReceived;
    }

    private WebhookAnswer Attend(CourseSession session, Heard heard, ConnectionEvent told, RollCall rollCall)
    {
        if (heard.InRoom?.Person is not { } user || !rollCall.Knows(user))
        {
            return WebhookAnswer.EventReceived;
        }

        var (register, record) = rollCall.Person(
            session, user, () => AttendanceRecord.Open(ids.New<AttendanceRecordId>(), session.Id, user, heard.Event.ReceivedAt));
        var late = register.IsFinal(user);
        if (!late)
        {
            record.Hear(told);
            register.Reconcile(rules, timing);
            rollCall.Keep(record);
        }

        return WebhookAnswer.Attendance(told.Kind, record, told, late);
    }

    /// <summary>One event, as it is stored and as it bears on a room.</summary>
    private sealed record Heard(LiveKitEvent Told, WebhookEvent Event, HeardInRoom? InRoom)
    {
        /// <summary>Whether it tells of people in a room, or of a room that opened or closed.</summary>
        public bool IsInRoom => Event.Kind is not null || Opens || Event.Event is WebhookEvent.RoomFinished;

        public bool Opens => Event.AsStart() is not null;

        public static Heard Of(LiveKitEvent told, DateTimeOffset now)
        {
            var stored = Stored(told, now);
            var everybody = told.Event is WebhookEvent.RoomFinished or WebhookEvent.RoomStarted;
            var room = stored.Kind is not null || everybody ? RoomName.TryParse(told.RoomName) : null;
            return new Heard(told, stored, room is null ? null : new HeardInRoom(room, stored.Person, everybody));
        }

        public Heard At(DateTimeOffset now) => this with { Event = Stored(Told, now) };

        private static WebhookEvent Stored(LiveKitEvent told, DateTimeOffset now) => new()
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
}
