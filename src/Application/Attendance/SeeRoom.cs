using MediatR;
using TalkConnect.Application.Common;
using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Users;

namespace TalkConnect.Application.Attendance;

/// <summary>Keeps what a look into a room showed, and lets attendance follow it.</summary>
/// <param name="Room">The room.</param>
/// <param name="Seen">Who was there.</param>
/// <param name="At">When.</param>
internal sealed record SeeRoom(RoomName Room, IReadOnlyList<SeenInRoom> Seen, DateTimeOffset At) : IRequest<bool>;

internal sealed class SeeRoomHandler(IRollCalls rollCalls, AttendanceRules rules, SessionTiming timing, IIds ids) : IRequestHandler<SeeRoom, bool>
{
    public async Task<bool> Handle(SeeRoom request, CancellationToken cancellationToken)
    {
        using var trace = Telemetry.Traces.StartActivity(nameof(SeeRoom));
        var seen = request.Seen.Where(one => EntityIdText.IsValid(one.Identity)).ToLookup(one => UserId.From(one.Identity));
        var wanted = seen.Select(person => new HeardInRoom(request.Room, person.Key, OfEverybody: false))
            .Append(new HeardInRoom(request.Room, null, OfEverybody: true))
            .ToList();
        return await rollCalls.TakeAsync([], wanted, rollCall => See(request, seen, rollCall), cancellationToken);
    }

    private bool See(SeeRoom request, ILookup<UserId, SeenInRoom> seen, RollCall rollCall)
    {
        if (rollCall.SessionOf(request.Room) is not { } session)
        {
            return false;
        }

        foreach (var person in seen.Where(person => rollCall.Knows(person.Key)))
        {
            rollCall.Keep(rollCall.Person(
                session, person.Key, () => AttendanceRecord.Open(ids.New<AttendanceRecordId>(), session.Id, person.Key, request.At)).Record);
        }

        rollCall.Everybody(session).See(request.Room, seen, request.At);
        rollCall.Everybody(session).Reconcile(rules, timing);
        return true;
    }
}
