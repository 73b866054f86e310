using System.Globalization;
using TalkConnect.Application.Common;
using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Purchases;
using TalkConnect.Domain.Settlement;
using TalkConnect.Infrastructure.Persistence.SetWise;

namespace TalkConnect.Infrastructure.Attendance;

/// <summary>The statements that keep what a group of webhooks changed.</summary>
internal static class AttendanceRows
{
    public static string Events(IReadOnlyCollection<WebhookEvent> events)
    {
        using var rows = new SqlRows(
            "INSERT INTO webhook_events (id, event, room_name, room_sid, identity, participant_sid, is_person, joined_at, occurred_at, received_at, session_id)");
        foreach (var heard in events)
        {
            rows.Row().Text(heard.Id).Text(heard.Event).Text(heard.RoomName).Text(heard.RoomSid).Text(heard.Identity).Text(heard.ParticipantSid)
                .Number(heard.IsPerson ? 1 : 0).Time(heard.JoinedAt).Time(heard.OccurredAt).Time(heard.ReceivedAt).Text(heard.SessionId?.Value);
        }

        return rows.ToString();
    }

    public static string Records(IReadOnlyCollection<AttendanceRecord> records)
    {
        using var rows = new SqlRows("""
            INSERT INTO attendance_records (id, session_id, user_id, connections, sightings, intervals, joined_at, left_at, attended_seconds, duration_minutes,
                attendance_percentage, status, created_at, version)
            """);
        foreach (var record in records)
        {
            rows.Row().Text(record.Id.Value).Text(record.SessionId.Value).Text(record.UserId.Value)
                .Text(WireJson.Write(record.Connections)).Text(WireJson.Write(record.Sightings)).Text(WireJson.Write(record.Intervals)).Time(record.JoinedAt).Time(record.LeftAt)
                .Number(record.AttendedSeconds).Number(record.DurationMinutes).Number(record.AttendancePercentage.Value)
                .Text(record.Status.Word()).Time(record.CreatedAt).Number(0);
        }

        return $"""
            {rows}
            ON DUPLICATE KEY UPDATE connections = VALUES(connections), sightings = VALUES(sightings), intervals = VALUES(intervals), joined_at = VALUES(joined_at),
                left_at = VALUES(left_at), attended_seconds = VALUES(attended_seconds), duration_minutes = VALUES(duration_minutes),
                attendance_percentage = VALUES(attendance_percentage), status = VALUES(status), version = version + 1
            """;
    }

    public static string Purchases(IReadOnlyCollection<SessionPurchase> purchases)
    {
        var changed = SqlRows.Literal(SetWiseSql.JsonOf(purchases.Select(purchase =>
            new object[] { purchase.Id.Value, purchase.Attended ? 1 : 0, purchase.AttendanceDurationMinutes })));
        return $"""
            UPDATE JSON_TABLE({changed}, '$[*]' COLUMNS (
                id varchar(36) CHARACTER SET ascii COLLATE ascii_bin PATH '$[0]', attended int PATH '$[1]', minutes int PATH '$[2]')) changed
            STRAIGHT_JOIN session_purchases p FORCE INDEX (PRIMARY) ON p.id = changed.id
            SET p.attended = changed.attended, p.attendance_duration_minutes = changed.minutes, p.version = p.version + 1
            """;
    }

    public static string Hold(PaymentHold hold) =>
        $"UPDATE payment_holds SET due_at = {Time(hold.DueAt)}, revenue_at = {Time(hold.RevenueAt)}, version = version + 1 WHERE id = {SqlRows.Literal(hold.Id.Value)}";

    public static string Session(CourseSession session)
    {
        var endings = SqlRows.Literal(WireJson.Write(session.RoomEndings));
        var starts = SqlRows.Literal(WireJson.Write(session.RoomStarts));
        return $"""
            UPDATE course_sessions SET status = '{session.Status.Word()}', completed_at = {Time(session.CompletedAt)},
                completed_by_clock = {session.CompletedByClock}, room_endings = {endings}, room_starts = {starts}, version = version + 1 WHERE id = {SqlRows.Literal(session.Id.Value)}
            """;
    }

    private static string Time(DateTimeOffset? time) =>
        time is { } value ? string.Create(CultureInfo.InvariantCulture, $"'{value.UtcDateTime:yyyy-MM-dd HH:mm:ss.ffffff}'") : "NULL";
}
