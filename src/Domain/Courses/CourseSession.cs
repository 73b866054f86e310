using TalkConnect.Domain.Common;
using TalkConnect.Domain.Users;

namespace TalkConnect.Domain.Courses;

/// <summary>One numbered, scheduled session of a course, on which places are sold.</summary>
/// <remarks>Its schedule and price never change: to change them, cancel it and make another.</remarks>
public sealed class CourseSession : AggregateRoot
{
    /// <summary>The highest session number.</summary>
    public const int MaxNumber = 999_999;

    /// <summary>The longest session, in minutes.</summary>
    public const int MaxDurationMinutes = 1440;

    /// <summary>The longest reason for a cancellation, in characters.</summary>
    public const int MaxReasonLength = 500;

    private CourseSession()
    {
    }

    /// <summary>The session's id.</summary>
    public SessionId Id { get; private init; }

    /// <summary>Its course.</summary>
    public CourseId CourseId { get; private init; }

    /// <summary>Who gives it: the course's teacher.</summary>
    public UserId TeacherId { get; private init; }

    /// <summary>1 to 999,999; unique in the course for ever.</summary>
    public int SessionNumber { get; private init; }

    /// <summary>Its title.</summary>
    public string Title { get; private init; } = "";

    /// <summary>When it is to begin.</summary>
    public DateTimeOffset ScheduledAt { get; private init; }

    /// <summary>How long it is to last, 1 to 1440 minutes.</summary>
    public int DurationMinutes { get; private init; }

    /// <summary>When it is to end.</summary>
    public DateTimeOffset ScheduledEnd { get; private init; }

    /// <summary>What a place costs.</summary>
    public Money Price { get; private init; }

    /// <summary>Where it is in its life.</summary>
    public SessionStatus Status { get; private set; }

    /// <summary>When it was over; null while it is not.</summary>
    public DateTimeOffset? CompletedAt { get; private set; }

    /// <summary>Whether it was completed because its time was up, not because its room closed.</summary>
    public bool CompletedByClock { get; private set; }

    /// <summary>When it was cancelled.</summary>
    public DateTimeOffset? CancelledAt { get; private set; }

    /// <summary>Why it was cancelled, in the canceller's words.</summary>
    public string? CancelReason { get; private set; }

    /// <summary>How many places were sold. A purchase writes it, so that a sale and a cancellation exclude each other.</summary>
    public int PlacesSold { get; private set; }

    /// <summary>Each time LiveKit said that a room of the session closed.</summary>
    public IReadOnlyList<RoomEnding> RoomEndings { get; private set; } = [];

    /// <summary>Each time LiveKit said that a room of the session opened.</summary>
    public IReadOnlyList<RoomStart> RoomStarts { get; private set; } = [];

    /// <summary>When it was added.</summary>
    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>The scheduled length, in seconds.</summary>
    public int DurationSeconds => DurationMinutes * 60;

    /// <summary>The room of its first lesson.</summary>
    public RoomName Room => RoomOf(lesson: 1);

    /// <summary>Schedules a session of a course; the time may lie in the past (import).</summary>
    public static CourseSession Schedule(
        SessionId id, Course course, int number, string title, DateTimeOffset scheduledAt, int durationMinutes, Money price, DateTimeOffset now) => new()
        {
            Id = id,
            CourseId = course.Id,
            TeacherId = course.TeacherId,
            SessionNumber = number,
            Title = title,
            ScheduledAt = scheduledAt,
            DurationMinutes = durationMinutes,
            ScheduledEnd = scheduledAt.AddMinutes(durationMinutes),
            Price = price,
            Status = SessionStatus.Scheduled,
            CreatedAt = now,
        };

    /// <summary>The room of a lesson; all lessons of a session count together.</summary>
    public RoomName RoomOf(int lesson) => new(CourseId, SessionNumber, lesson);

    /// <summary>Sells a place, whatever the clock says, as long as the session is neither over nor cancelled.</summary>
    /// <exception cref="DomainException"><c>session_closed</c>.</exception>
    public void SellPlace()
    {
        MustBeOnSale();
        PlacesSold++;
    }

    /// <summary>Places are sold until the session is over or cancelled.</summary>
    /// <exception cref="DomainException"><c>session_closed</c>.</exception>
    public void MustBeOnSale()
    {
        if (Status is not (SessionStatus.Scheduled or SessionStatus.InProgress))
        {
            throw SessionErrors.Closed();
        }
    }

    /// <summary>Until its scheduled end and the grace are over, people may come (back), unless it was cancelled.</summary>
    /// <exception cref="DomainException"><c>session_closed</c>.</exception>
    public void MustBeOpen(SessionTiming timing, DateTimeOffset now)
    {
        if (Status is SessionStatus.Cancelled || CompletedByClock || now > timing.LastEntry(this))
        {
            throw SessionErrors.Closed();
        }
    }

    /// <summary>Takes note that a room closed; the same event twice changes nothing.</summary>
    public void Hear(RoomEnding ending)
    {
        if (RoomEndings.All(known => known.EventId != ending.EventId))
        {
            RoomEndings = [.. RoomEndings, ending];
        }
    }

    /// <summary>Takes note that a room opened; the same event twice changes nothing.</summary>
    public void Hear(RoomStart start)
    {
        if (RoomStarts.All(known => known.EventId != start.EventId))
        {
            RoomStarts = [.. RoomStarts, start];
        }
    }

    /// <summary>The session as if nothing had been heard of its rooms, and its time were not up yet: only people decide its state.</summary>
    internal CourseSession Unheard()
    {
        var session = (CourseSession)MemberwiseClone();
        session.RoomEndings = [];
        session.RoomStarts = [];
        session.CompletedByClock = false;
        if (Status is not SessionStatus.Cancelled)
        {
            session.Status = SessionStatus.Scheduled;
            session.CompletedAt = null;
        }

        return session;
    }

    /// <summary>Its teacher or a purchaser came: a scheduled session is in progress, even before its start.</summary>
    public void Start()
    {
        if (Status is SessionStatus.Scheduled)
        {
            Status = SessionStatus.InProgress;
        }
    }

    /// <summary>
    /// Follows what is known of the session's rooms: completes it where they say that it is over, and reopens it where
    /// its teacher or a purchaser came back in time.
    /// </summary>
    /// <remarks>
    /// What happened is replayed in the order in which it happened, so that the order in which it was heard has no say.
    /// A cancelled session, one that its time completed and a completed one of which a hold has settled stay as they are.
    /// </remarks>
    /// <param name="presences">Every stay in the session's rooms.</param>
    /// <param name="settled">Whether a hold of the session has settled.</param>
    /// <param name="timing">Until when somebody can come back.</param>
    public void Follow(IReadOnlyCollection<Presence> presences, bool settled, SessionTiming timing)
    {
        if (Status is SessionStatus.Cancelled || CompletedByClock || (settled && Status is SessionStatus.Completed))
        {
            return;
        }

        var entries = presences.Where(stay => stay.OfParticipant).Select(stay => stay.JoinedAt).ToList();
        if (entries.Count > 0)
        {
            Start();
        }

        CompletedAt = CompletionReplay.CompletedAt(this, presences, entries, timing.LastEntry(this));
        if (CompletedAt is not null)
        {
            Status = SessionStatus.Completed;
        }
        else if (Status is SessionStatus.Completed)
        {
            Status = entries.Count > 0 ? SessionStatus.InProgress : SessionStatus.Scheduled;
        }
    }

    /// <summary>Completes a session whose time, with the grace, is up; its end is that moment.</summary>
    /// <returns>Whether it was completed now.</returns>
    public bool CompleteWhenOverdue(SessionTiming timing, DateTimeOffset now)
    {
        if (Status is SessionStatus.Completed or SessionStatus.Cancelled || timing.LastEntry(this) > now)
        {
            return false;
        }

        CompleteByClock(timing.LastEntry(this));
        return true;
    }

    /// <summary>Its time was up at that moment, so it is completed.</summary>
    internal void CompleteByClock(DateTimeOffset at)
    {
        Status = SessionStatus.Completed;
        CompletedAt = at;
        CompletedByClock = true;
    }

    /// <summary>Calls the session off; its unsettled holds are to be refunded in the same transaction.</summary>
    /// <exception cref="DomainException">It is over or cancelled already (<c>invalid_transition</c>).</exception>
    public void Cancel(string? reason, DateTimeOffset now)
    {
        if (Status is not (SessionStatus.Scheduled or SessionStatus.InProgress))
        {
            throw SessionErrors.InvalidTransition(Status);
        }

        Status = SessionStatus.Cancelled;
        CancelledAt = now;
        CancelReason = reason;
    }
}
