using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Ledger;
using TalkConnect.Domain.Settlement;
using TalkConnect.Domain.Users;

namespace TalkConnect.Domain.Purchases;

/// <summary>A student's paid place in a session; a student buys one per session.</summary>
public sealed class SessionPurchase : AggregateRoot
{
    private SessionPurchase()
    {
    }

    /// <summary>The purchase's id.</summary>
    public PurchaseId Id { get; private init; }

    /// <summary>The session.</summary>
    public SessionId SessionId { get; private init; }

    /// <summary>Who bought the place.</summary>
    public UserId UserId { get; private init; }

    /// <summary>Where it is in its life.</summary>
    public PurchaseStatus Status { get; private set; }

    /// <summary>What the place cost.</summary>
    public Money PricePaid { get; private init; }

    /// <summary>Whether the student was there long enough, as far as is known.</summary>
    public bool Attended { get; private set; }

    /// <summary>Whole minutes the student was there.</summary>
    public int AttendanceDurationMinutes { get; private set; }

    /// <summary>What the student got back; null when it was nothing.</summary>
    public Money? RefundAmount { get; private set; }

    /// <summary>The hold that keeps the money.</summary>
    public PaymentHoldId PaymentHoldId { get; private init; }

    /// <summary>When it was bought.</summary>
    public DateTimeOffset PurchasedAt { get; private init; }

    /// <summary>
    /// Sells a place: the session counts it, the student pays, and the money waits in a hold that falls due after the session.
    /// </summary>
    /// <remarks>Whoever was in the room before they bought came as a purchaser all the same: the session and the place follow it.</remarks>
    /// <param name="session">The session.</param>
    /// <param name="student">Who buys.</param>
    /// <param name="id">Of the place.</param>
    /// <param name="holdId">Of the hold.</param>
    /// <param name="transactionId">Of the ledger line.</param>
    /// <param name="timing">When the money falls due.</param>
    /// <param name="now">The time of the purchase.</param>
    /// <param name="attendance">The student's attendance so far; null if they never came.</param>
    /// <param name="alreadyBought">Whether they have, or had, a place in it.</param>
    /// <exception cref="DomainException">
    /// <c>own_session</c>, <c>role_mismatch</c>, <c>already_purchased</c>, <c>session_closed</c> or <c>insufficient_balance</c>.
    /// </exception>
    public static Sale Buy(
        CourseSession session,
        User student,
        PurchaseId id,
        PaymentHoldId holdId,
        TransactionId transactionId,
        SessionTiming timing,
        DateTimeOffset now,
        AttendanceRecord? attendance = null,
        bool alreadyBought = false)
    {
        if (session.TeacherId == student.Id)
        {
            throw PurchaseErrors.OwnSession();
        }

        student.MustBe(UserRole.Student);
        if (alreadyBought)
        {
            throw PurchaseErrors.AlreadyPurchased();
        }

        session.MustBeOnSale();
        var payment = student.Post(transactionId, Posting.OfPurchase(id, session), now);
        session.SellPlace();
        var purchase = new SessionPurchase
        {
            Id = id,
            SessionId = session.Id,
            UserId = student.Id,
            Status = PurchaseStatus.Active,
            PricePaid = session.Price,
            PaymentHoldId = holdId,
            PurchasedAt = now,
        };
        if (attendance is { Entered: true })
        {
            session.Start();
            purchase.Follow(attendance);
        }

        return new Sale(purchase, PaymentHold.Place(holdId, purchase, session, timing.DueAt(session), now), payment);
    }

    /// <summary>Follows the student's attendance.</summary>
    public void Follow(AttendanceRecord attendance)
    {
        Attended = attendance.Status is not AttendanceStatus.Absent;
        AttendanceDurationMinutes = attendance.DurationMinutes;
    }

    /// <summary>The hold was settled: the place is used up, or the money is back.</summary>
    internal void Settle(SettlementDecision decision)
    {
        var refunded = decision.Outcome is SettlementOutcome.Refunded;
        Status = refunded ? PurchaseStatus.Refunded : PurchaseStatus.Completed;
        RefundAmount = decision.Refund == Money.Zero ? null : decision.Refund;
    }
}

/// <summary>All that a sold place writes.</summary>
/// <param name="Purchase">The place.</param>
/// <param name="Hold">The money, waiting.</param>
/// <param name="Payment">The student's ledger line.</param>
public sealed record Sale(SessionPurchase Purchase, PaymentHold Hold, Transaction Payment);
