namespace TalkConnect.Domain.Attendance;

/// <summary>What makes somebody present, late or absent.</summary>
/// <param name="Threshold">The share of the session that counts as attending it.</param>
/// <param name="LateAfter">How long after the scheduled start a first join is late (<c>Attendance:LateAfterMinutes</c>).</param>
public sealed record AttendanceRules(AttendanceThreshold Threshold, TimeSpan LateAfter);
