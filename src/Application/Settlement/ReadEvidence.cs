using MediatR;
using TalkConnect.Application.Common;
using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Settlement;
using TalkConnect.Domain.Users;

namespace TalkConnect.Application.Settlement;

/// <summary>All that bears on what becomes of a hold, for its student, its teacher and admins. Throws <c>hold_not_found</c>.</summary>
/// <param name="Id">The hold.</param>
/// <param name="Actor">Who asks.</param>
public sealed record GetEvidence(PaymentHoldId Id, Actor Actor) : IRequest<HoldEvidence>;

/// <summary>Everybody's evidence of a session and the signs that some of it was lost, for admins. Throws <c>session_not_found</c>.</summary>
/// <param name="Id">The session.</param>
public sealed record GetSessionEvidence(SessionId Id) : IRequest<SessionEvidence>;

/// <summary>All that bears on what becomes of a hold.</summary>
/// <param name="Hold">The hold, with what the student objects to.</param>
/// <param name="ScheduledAt">When the session was to begin.</param>
/// <param name="ScheduledEnd">When it was to end.</param>
/// <param name="CompletedAt">When it was over; null while it is not.</param>
/// <param name="ThresholdPercentage">The share that counts as attending it.</param>
/// <param name="RequiredSeconds">The fewest seconds that are enough.</param>
/// <param name="Student">The student's evidence.</param>
/// <param name="Teacher">The teacher's evidence.</param>
/// <param name="BlindTimes">When nobody could hear.</param>
/// <param name="SignsOfLoss">Signs that something of these two was not heard.</param>
public sealed record HoldEvidence(
    HoldView Hold,
    DateTimeOffset ScheduledAt,
    DateTimeOffset ScheduledEnd,
    DateTimeOffset? CompletedAt,
    decimal ThresholdPercentage,
    int RequiredSeconds,
    PersonEvidence Student,
    PersonEvidence Teacher,
    IReadOnlyList<BlindTime> BlindTimes,
    IReadOnlyList<SignOfLoss> SignsOfLoss);

/// <summary>Everybody's evidence of a session.</summary>
/// <param name="SessionId">The session.</param>
/// <param name="People">Everybody who was heard of or seen.</param>
/// <param name="BlindTimes">When nobody could hear.</param>
/// <param name="SignsOfLoss">Signs that something was not heard.</param>
public sealed record SessionEvidence(
    SessionId SessionId, IReadOnlyList<PersonEvidence> People, IReadOnlyList<BlindTime> BlindTimes, IReadOnlyList<SignOfLoss> SignsOfLoss);

/// <summary>What is known of one person's attendance.</summary>
/// <param name="UserId">The person.</param>
/// <param name="CertainSeconds">In the room for sure.</param>
/// <param name="AttendedSeconds">As it counts now.</param>
/// <param name="PossibleSeconds">With all that nobody may have heard.</param>
/// <param name="Intervals">The stays, with the events behind them.</param>
/// <param name="Sightings">What looks into the rooms showed.</param>
public sealed record PersonEvidence(
    UserId UserId,
    int CertainSeconds,
    int AttendedSeconds,
    int PossibleSeconds,
    IReadOnlyList<AttendanceInterval> Intervals,
    IReadOnlyList<Sighting> Sightings);
