namespace TalkConnect.Domain.Courses;

/// <summary>Where a session is in its life.</summary>
public enum SessionStatus
{
    /// <summary>Nobody was there yet.</summary>
    Scheduled,

    /// <summary>Its teacher or a purchaser was in the room.</summary>
    InProgress,

    /// <summary>It is over; its holds fall due.</summary>
    Completed,

    /// <summary>It will not take place; its holds were refunded.</summary>
    Cancelled,
}
