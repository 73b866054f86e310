using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Settlement;
using TalkConnect.Domain.Users;

namespace TalkConnect.Domain.Attendance;

/// <summary>Lets a session and everybody's attendance follow once more from the webhooks that were heard. What is stored is not changed.</summary>
/// <remarks>
/// Between two settlements the order of the events has no say; what was heard after a student's hold had settled bears on that student no more.
/// </remarks>
public sealed class AttendanceReplay
{
    private readonly SessionHistory _stored;
    private readonly CourseSession _session;
    private readonly Dictionary<UserId, AttendanceRecord> _records;
    private readonly List<PaymentHold> _settled;
    private readonly Dictionary<UserId, DateTimeOffset> _finalSince;

    /// <summary>Which events the stored records rest on: those were heard in time, whatever their clock says.</summary>
    private readonly Dictionary<string, UserId> _evidence;

    private AttendanceReplay(SessionHistory stored)
    {
        _stored = stored;
        _session = stored.Session.Unheard();
        _records = stored.Records.ToDictionary(record => record.UserId, record => record.Unheard());
        _settled = [.. stored.Holds.Where(hold => hold.IsSettled).OrderBy(hold => hold.ReleasedAt)];
        _finalSince = _settled.DistinctBy(hold => hold.StudentId).ToDictionary(hold => hold.StudentId, hold => hold.ReleasedAt!.Value);
        _evidence = stored.Records
            .SelectMany(record => record.Connections.SelectMany(connection => connection.EventIds).Select(id => (id, record.UserId)))
            .DistinctBy(one => one.id)
            .ToDictionary(one => one.id, one => one.UserId, StringComparer.Ordinal);
    }

    /// <summary>Where what is stored differs from what follows from the webhooks.</summary>
    public static IEnumerable<AttendanceDifference> Differences(SessionHistory stored, AttendanceRules rules, SessionTiming timing)
    {
        var replay = new AttendanceReplay(stored);
        replay.Run(rules, timing);
        return AttendanceComparison.Between(stored.Session, replay._session)
            .Concat(AttendanceComparison.Between(stored.Session.Id, stored.Records, replay._records));
    }

    private void Run(AttendanceRules rules, SessionTiming timing)
    {
        List<DateTimeOffset> ends = [.. _settled.Select(hold => hold.ReleasedAt!.Value).Distinct(), DateTimeOffset.MaxValue];
        var heard = _stored.Events.OrderBy(told => told.ReceivedAt).ToLookup(told => ends.Find(end => HeardAt(told) <= end));

        foreach (var end in ends)
        {
            var settled = _settled.FindAll(hold => hold.ReleasedAt < end);
            var register = new SessionRegister(_session, _records.Values, settled, _stored.Purchases);
            CarryOver(register, end);
            foreach (var told in heard[end])
            {
                Hear(told, register);

                // Once a hold has settled, the first completion stands: then the order does have a say.
                if (settled.Count > 0)
                {
                    register.Reconcile(rules, timing);
                }
            }

            register.Reconcile(rules, timing);
        }
    }

    /// <summary>What no webhook tells is taken from what is stored, as far as it was known then.</summary>
    private void CarryOver(SessionRegister register, DateTimeOffset end)
    {
        foreach (var stored in _stored.Records.Where(record => !register.IsFinal(record.UserId)))
        {
            _records[stored.UserId].SeeAs(stored, end);
        }

        if (_stored.Session is { CompletedByClock: true, CompletedAt: { } over } && over <= end)
        {
            _session.CompleteByClock(over);
        }
    }

    private void Hear(WebhookEvent told, SessionRegister register)
    {
        if (told.AsConnection() is { } connection)
        {
            if (told.Person is { } user && IsKnown(user, told) && !register.IsFinal(user))
            {
                RecordOf(user, told).Hear(connection);
            }
        }
        else if (told.AsStart() is { } start)
        {
            _session.Hear(start);
        }
        else if (told.AsEnding() is { } ending)
        {
            _session.Hear(ending);
        }
    }

    /// <summary>
    /// A settlement is dated from the beginning of its batch, so that an event that came just before its turn was in time all the same. One of the
    /// very same moment was in time if the record rests on it.
    /// </summary>
    private DateTimeOffset HeardAt(WebhookEvent told)
    {
        if (_evidence.TryGetValue(told.Id, out var user))
        {
            return _finalSince.TryGetValue(user, out var settled) && settled < told.ReceivedAt ? settled : told.ReceivedAt;
        }

        return told.Person is { } person && _finalSince.TryGetValue(person, out var since) && since == told.ReceivedAt
            ? told.ReceivedAt.AddTicks(1)
            : told.ReceivedAt;
    }

    /// <summary>Who became a user of ours later was nobody when it was heard.</summary>
    private bool IsKnown(UserId user, WebhookEvent told) =>
        _evidence.ContainsKey(told.Id) || (_stored.Users.TryGetValue(user, out var since) && since <= told.ReceivedAt);

    private AttendanceRecord RecordOf(UserId user, WebhookEvent told)
    {
        if (!_records.TryGetValue(user, out var record))
        {
            record = _records[user] = AttendanceRecord.Open(default, _session.Id, user, told.ReceivedAt);
        }

        return record;
    }
}

/// <summary>Something that is stored otherwise than it follows from the webhooks.</summary>
/// <param name="SessionId">The session.</param>
/// <param name="UserId">The person; null where it is the session itself.</param>
/// <param name="Field">What differs.</param>
/// <param name="Stored">What is stored; null for nothing.</param>
/// <param name="Rebuilt">What follows; null for nothing.</param>
public sealed record AttendanceDifference(SessionId SessionId, UserId? UserId, string Field, string? Stored, string? Rebuilt);
