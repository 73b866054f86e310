using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Purchases;
using TalkConnect.Domain.Settlement;

namespace TalkConnect.Infrastructure.Attendance;

/// <summary>Something that was loaded, and whether an event has changed it since.</summary>
internal sealed class RollCallChange(object entity, Func<bool> isChanged)
{
    public object Entity => entity;

    public bool IsChanged => isChanged();

    public static RollCallChange Of(CourseSession session) =>
        From(session, () => (session.Status, session.CompletedAt, session.CompletedByClock, session.RoomEndings, session.RoomStarts));

    public static RollCallChange Of(PaymentHold hold) => From(hold, () => (hold.DueAt, hold.RevenueAt));

    public static RollCallChange Of(SessionPurchase purchase) => From(purchase, () => (purchase.Attended, purchase.AttendanceDurationMinutes));

    public static RollCallChange Of(AttendanceRecord record)
    {
        var (connections, sightings, stays, status) = (record.Connections, record.Sightings, record.Intervals, record.Status);
        return new RollCallChange(record, () => connections != record.Connections || status != record.Status
            || !sightings.SequenceEqual(record.Sightings) || !stays.SequenceEqual(record.Intervals, SameStay.Comparer));
    }

    private static RollCallChange From<T>(object entity, Func<T> state)
        where T : struct
    {
        var before = state();
        return new RollCallChange(entity, () => !before.Equals(state()));
    }

    /// <summary>Two stays are the same if they say the same, in whatever list their events stand.</summary>
    private sealed class SameStay : IEqualityComparer<AttendanceInterval>
    {
        public static readonly SameStay Comparer = new();

        public bool Equals(AttendanceInterval? left, AttendanceInterval? right) =>
            left! with { EventIds = [] } == right! with { EventIds = [] } && left.EventIds.SequenceEqual(right.EventIds, StringComparer.Ordinal);

        public int GetHashCode(AttendanceInterval stay) => stay.JoinedAt.GetHashCode();
    }
}
