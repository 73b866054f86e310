using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Ledger;
using TalkConnect.Domain.Purchases;
using TalkConnect.Domain.Users;

namespace TalkConnect.Domain.Settlement;

/// <summary>One hold with all that its settlement looks at and changes.</summary>
/// <param name="Hold">The money.</param>
/// <param name="Purchase">What it was paid for.</param>
/// <param name="Session">The session.</param>
/// <param name="StudentAttendance">The student's attendance; null if they never came.</param>
/// <param name="TeacherAttendance">The teacher's attendance; null if they never came.</param>
/// <param name="Student">Who paid.</param>
/// <param name="Teacher">Who is to be paid.</param>
public sealed record SettlementCase(
    PaymentHold Hold,
    SessionPurchase Purchase,
    CourseSession Session,
    AttendanceRecord? StudentAttendance,
    AttendanceRecord? TeacherAttendance,
    User Student,
    User Teacher)
{
    /// <summary>When nobody could hear what happened.</summary>
    public IReadOnlyList<BlindTime> BlindTimes { get; init; } = [];

    /// <summary>Whether the student was given a token for one of the session's rooms. It matters only where there are blind times.</summary>
    public bool StudentHadPass { get; init; }

    /// <summary>Whether the teacher was. It matters only where there are blind times.</summary>
    public bool TeacherHadPass { get; init; }

    /// <summary>Whether the session is over, so that the hold can be settled.</summary>
    public bool IsRipe => Session.Status is SessionStatus.Completed or SessionStatus.Cancelled;

    /// <summary>Settles the hold if its evidence decides, and otherwise leaves it to an admin.</summary>
    /// <param name="rules">The rules as they stand.</param>
    /// <param name="ids">Ids for the ledger lines; the same ones when the settlement is tried again.</param>
    /// <param name="now">The time of the settlement.</param>
    /// <returns>What the settlement wrote; null when the hold needs review.</returns>
    /// <exception cref="DomainException">
    /// <c>already_settled</c>, it waits for an admin (<c>already_frozen</c>), or the session is still on (<c>session_not_over</c>).
    /// </exception>
    public Settled? SettleOrReview(SettlementRules rules, SettlementIds ids, DateTimeOffset now)
    {
        if (Hold.IsFrozen)
        {
            throw SettlementErrors.AlreadyFrozen(Hold);
        }

        if (Session.Status is SessionStatus.Completed && rules.Doubt(this, now) is { } doubt)
        {
            Hold.NeedReview(doubt, now);
            return null;
        }

        return Settle(rules, ids, now);
    }

    /// <summary>Settles a hold that waits for an admin as the admin decided.</summary>
    /// <param name="resolution">The admin's decision.</param>
    /// <param name="rules">The rules as they stand, of which the commission counts.</param>
    /// <param name="ids">Ids for the ledger lines.</param>
    /// <param name="now">The time of the decision.</param>
    /// <exception cref="DomainException">
    /// <c>already_settled</c>, it waits for nobody (<c>not_frozen</c>), or the money may be the admin's own (<c>own_account</c>).
    /// </exception>
    public Settled Resolve(Resolution resolution, SettlementRules rules, SettlementIds ids, DateTimeOffset now)
    {
        if (resolution.AdminId == Hold.StudentId || resolution.AdminId == Hold.TeacherId)
        {
            throw UserErrors.OwnAccount();
        }

        if (!Hold.IsSettled && !Hold.IsFrozen)
        {
            throw SettlementErrors.NotFrozen(Hold);
        }

        var released = resolution.ToTeacher > Money.Zero;
        var decision = new SettlementDecision(
            released ? SettlementOutcome.Released : SettlementOutcome.Refunded,
            Hold.Status is PaymentHoldStatus.Disputed ? SettlementReason.DisputeResolved : SettlementReason.Reviewed,
            AttendanceOf(StudentAttendance),
            released ? rules.Commission.On(resolution.ToTeacher, Teacher) : Commission.None,
            Hold.Amount - resolution.ToTeacher);
        return Settle(decision, resolution, rules, ids, now);
    }

    /// <summary>Settles the hold by the rules: money, purchase and receipt at once.</summary>
    /// <param name="rules">The rules as they stand.</param>
    /// <param name="ids">Ids for the ledger lines; the same ones when the settlement is tried again.</param>
    /// <param name="now">The time of the settlement.</param>
    /// <exception cref="DomainException"><c>already_settled</c>, or the session is still on (<c>session_not_over</c>).</exception>
    public Settled Settle(SettlementRules rules, SettlementIds ids, DateTimeOffset now)
    {
        if (!IsRipe)
        {
            throw SettlementErrors.SessionNotOver();
        }

        var decision = Session.Status is SessionStatus.Cancelled
            ? new SettlementDecision(SettlementOutcome.Refunded, SettlementReason.SessionCancelled, null, Commission.None, Hold.Amount)
            : rules.Decide(this);
        return Settle(decision, null, rules, ids, now);
    }

    /// <summary>Between what the student's attendance must lie.</summary>
    public AttendanceBounds StudentBounds(SessionTiming timing, DateTimeOffset now) =>
        AttendanceBounds.Of(StudentAttendance, Session, Hold.HeldAt, BlindTimes, StudentHadPass, timing, now);

    /// <summary>Between what the teacher's attendance must lie.</summary>
    public AttendanceBounds TeacherBounds(SessionTiming timing, DateTimeOffset now) =>
        AttendanceBounds.Of(TeacherAttendance, Session, Session.CreatedAt, BlindTimes, TeacherHadPass, timing, now);

    /// <summary>The share of the session that somebody with this record attended.</summary>
    internal AttendancePercentage AttendanceOf(AttendanceRecord? record) =>
        AttendancePercentage.Of(record?.AttendedSeconds ?? 0, Session.DurationSeconds);

    private Settled Settle(
        SettlementDecision decision, Resolution? resolution, SettlementRules rules, SettlementIds ids, DateTimeOffset now)
    {
        Hold.Settle(decision, now);
        Purchase.Settle(decision);
        IReadOnlyList<Transaction> transactions = [.. Post(decision, ids, now)];
        return new Settled(Hold.Amount, decision, transactions, Receipt.Of(this, decision, resolution, rules, transactions, now));
    }

    private IEnumerable<Transaction> Post(SettlementDecision decision, SettlementIds ids, DateTimeOffset now)
    {
        if (decision.Outcome is SettlementOutcome.Released)
        {
            yield return Teacher.Post(ids.Payment, SettlementPosting.Release(this, decision), now);
        }

        if (decision.Commission.Fee != Money.Zero)
        {
            yield return Teacher.Post(ids.Commission, SettlementPosting.Commission(this, decision), now);
        }

        if (decision.Refund != Money.Zero)
        {
            yield return Student.Post(ids.Refund, SettlementPosting.Refund(this, decision), now);
        }
    }
}

/// <summary>Ids for the ledger lines of one settlement.</summary>
/// <param name="Payment">For the release.</param>
/// <param name="Commission">For the commission.</param>
/// <param name="Refund">For the refund.</param>
public sealed record SettlementIds(TransactionId Payment, TransactionId Commission, TransactionId Refund);

/// <summary>What a settlement wrote.</summary>
/// <param name="Amount">The held amount.</param>
/// <param name="Decision">What was decided.</param>
/// <param name="Transactions">The ledger lines.</param>
/// <param name="Receipt">The explanation.</param>
public sealed record Settled(Money Amount, SettlementDecision Decision, IReadOnlyList<Transaction> Transactions, Receipt Receipt);
