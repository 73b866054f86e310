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
    /// <summary>Whether the session is over, so that the hold can be settled.</summary>
    public bool IsRipe => Session.Status is SessionStatus.Completed or SessionStatus.Cancelled;

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
            ? new SettlementDecision(SettlementOutcome.Refunded, SettlementReason.SessionCancelled, null, Commission.None)
            : rules.Decide(this);

        Hold.Settle(decision, now);
        Purchase.Settle(decision);
        var transactions = Post(decision, ids, now);
        return new Settled(Hold.Amount, decision, transactions, Receipt.Of(this, decision, rules, transactions, now));
    }

    /// <summary>The share of the session that somebody with this record attended.</summary>
    internal AttendancePercentage AttendanceOf(AttendanceRecord? record) =>
        AttendancePercentage.Of(record?.AttendedSeconds ?? 0, Session.DurationSeconds);

    private IReadOnlyList<Transaction> Post(SettlementDecision decision, SettlementIds ids, DateTimeOffset now)
    {
        if (decision.Outcome is SettlementOutcome.Refunded)
        {
            return [Student.Post(ids.First, SettlementPosting.Refund(this, decision), now)];
        }

        var release = Teacher.Post(ids.First, SettlementPosting.Release(this, decision), now);
        return decision.Commission.Fee == Money.Zero
            ? [release]
            : [release, Teacher.Post(ids.Second, SettlementPosting.Commission(this, decision), now)];
    }
}

/// <summary>Ids for the ledger lines of one settlement.</summary>
/// <param name="First">For the release or the refund.</param>
/// <param name="Second">For the commission, if there is any.</param>
public sealed record SettlementIds(TransactionId First, TransactionId Second);

/// <summary>What a settlement wrote.</summary>
/// <param name="Amount">The held amount.</param>
/// <param name="Decision">What was decided.</param>
/// <param name="Transactions">The ledger lines.</param>
/// <param name="Receipt">The explanation.</param>
public sealed record Settled(Money Amount, SettlementDecision Decision, IReadOnlyList<Transaction> Transactions, Receipt Receipt);
