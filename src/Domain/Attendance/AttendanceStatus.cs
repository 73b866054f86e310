namespace TalkConnect.Domain.Attendance;

/// <summary>What a person's time in the room amounts to.</summary>
public enum AttendanceStatus
{
    /// <summary>Below the threshold.</summary>
    Absent,

    /// <summary>There, and in time.</summary>
    Present,

    /// <summary>There, but joined late.</summary>
    Late,
}
