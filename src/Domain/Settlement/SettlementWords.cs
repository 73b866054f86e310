namespace TalkConnect.Domain.Settlement;

/// <summary>Where held money is in its life.</summary>
public enum PaymentHoldStatus
{
    /// <summary>It waits.</summary>
    Held,

    /// <summary>The teacher has it, less the commission.</summary>
    Released,

    /// <summary>The student has it back.</summary>
    Refunded,

    /// <summary>The student objected; an admin decides.</summary>
    Disputed,

    /// <summary>The evidence does not decide; an admin does.</summary>
    NeedsReview,
}

/// <summary>Who gets the money.</summary>
public enum SettlementOutcome
{
    /// <summary>The teacher.</summary>
    Released,

    /// <summary>The student.</summary>
    Refunded,
}

/// <summary>Why.</summary>
public enum SettlementReason
{
    /// <summary>The student was there long enough.</summary>
    Attended,

    /// <summary>The student was not there long enough.</summary>
    AttendanceBelowThreshold,

    /// <summary>The teacher was not there long enough.</summary>
    TeacherAbsent,

    /// <summary>The teacher was there and the student was not.</summary>
    TeacherWaited,

    /// <summary>The session was called off.</summary>
    SessionCancelled,

    /// <summary>The evidence did not decide; an admin did.</summary>
    Reviewed,

    /// <summary>The student objected, and an admin decided.</summary>
    DisputeResolved,
}

/// <summary>Why the evidence does not decide a hold.</summary>
public enum ReviewReason
{
    /// <summary>Somebody's leave was never heard, and whether they stayed long enough depends on it.</summary>
    MissingLeave,

    /// <summary>Nobody could hear for a while, and somebody may have been there in that time.</summary>
    BlindTime,

    /// <summary>An admin stopped the run that would have settled it.</summary>
    RunDismissed,
}
