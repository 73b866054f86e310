using MySqlConnector;
using TalkConnect.Application.Attendance;
using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Purchases;
using TalkConnect.Domain.Settlement;
using TalkConnect.Infrastructure.Persistence;
using TalkConnect.Infrastructure.Persistence.SetWise;

namespace TalkConnect.Infrastructure.Attendance;

/// <summary>Takes roll calls on MariaDB with a fixed number of statements, however many events share them, and without tracking what it loads.</summary>
/// <remarks>It keeps the same rows as <see cref="EfRollCalls"/>.</remarks>
internal sealed class SetWiseRollCalls(TalkConnectDbContext db, UnitOfWork unitOfWork, DatabaseSession databaseSession, RepeatedEvents repeated) : IRollCalls
{
    private const int DuplicateKey = 1062;

    public Task<TAnswer> TakeAsync<TAnswer>(
        IReadOnlyCollection<string> eventIds, IReadOnlyCollection<HeardInRoom> heard, Func<RollCall, TAnswer> follow, CancellationToken cancellationToken)
    {
        var isFirst = true;
        return unitOfWork.RepeatAsync<TAnswer>(
            async _ =>
            {
                // An earlier attempt may have been committed without an answer: then the events are there, and only by asking for them that is found out.
                if (isFirst && !repeated.AreLikely)
                {
                    isFirst = false;
                    try
                    {
                        return await AttemptAsync(eventIds, heard, follow, asks: false, cancellationToken);
                    }
                    catch (MySqlException error) when (error.Number == DuplicateKey)
                    {
                        repeated.Notice();
                    }
                }

                return await AttemptAsync(eventIds, heard, follow, asks: true, cancellationToken);
            },
            cancellationToken);
    }

    private async Task<TAnswer> AttemptAsync<TAnswer>(
        IReadOnlyCollection<string> eventIds, IReadOnlyCollection<HeardInRoom> heard, Func<RollCall, TAnswer> follow, bool asks, CancellationToken cancellationToken)
    {
        var found = new RollCallQuestions(db);
        var rooms = found.OfRooms(heard);
        await using var transaction = await ShortTransaction.BeginAsync(db, databaseSession, asks ? found.OfEvents(eventIds) : rooms, cancellationToken);
        if (asks)
        {
            await transaction.AskAsync([rooms], cancellationToken);
        }

        // Once a room has closed, each stay bears on whether the session is over; before that, nobody else's matters to a person's.
        var whole = heard.Where(one => one.OfEverybody).Select(one => (one.Room.CourseId, one.Room.SessionNumber)).ToHashSet();
        var everybody = found.Sessions.Values
            .Where(session => session.RoomEndings.Count > 0 || whole.Contains((session.CourseId, session.SessionNumber)))
            .Select(session => session.Id)
            .ToHashSet();
        if (everybody.Count > 0)
        {
            await transaction.AskAsync(found.OfEverybody(everybody), cancellationToken);
        }

        List<RollCallChange> loaded =
        [
            .. found.Sessions.Values.Select(RollCallChange.Of), .. found.Holds.Select(RollCallChange.Of),
            .. found.Purchases.Select(RollCallChange.Of), .. found.Records.Select(RollCallChange.Of),
        ];
        var rollCall = new RollCall(found.Sessions.Values, found.Holds, found.Purchases, found.Records, found.Users, found.HeardBefore);
        var answer = follow(rollCall);
        await transaction.CommitAsync(Statements(rollCall, [.. loaded.Where(one => one.IsChanged).Select(one => one.Entity)]));
        return answer;
    }

    private static IEnumerable<string> Statements(RollCall rollCall, IReadOnlyList<object> changed)
    {
        if (rollCall.Stored.Count > 0)
        {
            yield return AttendanceRows.Events(rollCall.Stored);
        }

        if (changed.OfType<AttendanceRecord>().Concat(rollCall.Opened).ToList() is { Count: > 0 } records)
        {
            yield return AttendanceRows.Records(records);
        }

        if (changed.OfType<SessionPurchase>().ToList() is { Count: > 0 } purchases)
        {
            yield return AttendanceRows.Purchases(purchases);
        }

        foreach (var statement in changed.OfType<CourseSession>().Select(AttendanceRows.Session).Concat(changed.OfType<PaymentHold>().Select(AttendanceRows.Hold)))
        {
            yield return statement;
        }
    }
}
