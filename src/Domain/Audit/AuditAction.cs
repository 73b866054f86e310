namespace TalkConnect.Domain.Audit;

/// <summary>What somebody did that others may have to account for.</summary>
public enum AuditAction
{
    /// <summary>An admin added a person.</summary>
    UserAdded,

    /// <summary>An admin replaced what is known of a person.</summary>
    UserReplaced,

    /// <summary>An admin booked money from outside.</summary>
    DepositBooked,

    /// <summary>An admin gave credit.</summary>
    CreditGiven,

    /// <summary>An admin took credit.</summary>
    DebitTaken,

    /// <summary>An admin opened a course for a teacher.</summary>
    CourseOpened,

    /// <summary>An admin scheduled a session.</summary>
    SessionScheduled,

    /// <summary>An admin called a session off.</summary>
    SessionCancelled,

    /// <summary>An admin ran the settlement.</summary>
    SettlementRun,

    /// <summary>An admin let a stopped run go on.</summary>
    PauseProceeded,

    /// <summary>An admin stopped a run for good.</summary>
    PauseDismissed,

    /// <summary>An admin had attendance rebuilt from what was heard, and compared; nothing was changed.</summary>
    AttendanceRebuilt,

    /// <summary>A student objected to being charged.</summary>
    HoldDisputed,

    /// <summary>An admin settled a hold that was disputed or in review.</summary>
    HoldResolved,

    /// <summary>A teacher asked for money.</summary>
    WithdrawalRequested,

    /// <summary>A teacher took a withdrawal back.</summary>
    WithdrawalCancelled,

    /// <summary>An admin approved a withdrawal.</summary>
    WithdrawalApproved,

    /// <summary>An admin said that the bank has paid.</summary>
    WithdrawalCompleted,

    /// <summary>An admin refused a withdrawal.</summary>
    WithdrawalRejected,

    /// <summary>An admin saw a full account number.</summary>
    BankDataRevealed,
}

/// <summary>The kind of thing that was acted on.</summary>
public enum AuditSubject
{
    /// <summary>A person or their account.</summary>
    User,

    /// <summary>A course.</summary>
    Course,

    /// <summary>A session of a course.</summary>
    Session,

    /// <summary>Held money.</summary>
    PaymentHold,

    /// <summary>A settlement run.</summary>
    SettlementRun,

    /// <summary>A settlement run that was stopped.</summary>
    SettlementPause,

    /// <summary>A rebuilding of attendance.</summary>
    AttendanceRebuild,

    /// <summary>A withdrawal.</summary>
    Withdrawal,
}
