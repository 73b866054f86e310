using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Purchases;
using TalkConnect.Domain.Users;

namespace TalkConnect.Domain.Settlement;

/// <summary>
/// The money of one purchase while it is nobody's. It is settled exactly once: released to the teacher or refunded to the student.
/// </summary>
public sealed class PaymentHold : AggregateRoot
{
    /// <summary>The longest error that is kept, in characters.</summary>
    public const int MaxErrorLength = 500;

    /// <summary>The longest reason for an objection, in characters.</summary>
    public const int MaxReasonLength = 500;

    private static readonly TimeSpan LongestBackOff = TimeSpan.FromHours(6);

    private PaymentHold()
    {
    }

    /// <summary>The hold's id.</summary>
    public PaymentHoldId Id { get; private init; }

    /// <summary>The purchase whose money it is.</summary>
    public PurchaseId SessionPurchaseId { get; private init; }

    /// <summary>The session that was bought.</summary>
    public SessionId SessionId { get; private init; }

    /// <summary>Who paid.</summary>
    public UserId StudentId { get; private init; }

    /// <summary>Who is to be paid; fixed at purchase.</summary>
    public UserId TeacherId { get; private init; }

    /// <summary>How much.</summary>
    public Money Amount { get; private init; }

    /// <summary>Where it is in its life.</summary>
    public PaymentHoldStatus Status { get; private set; }

    /// <summary>Since when the money is held.</summary>
    public DateTimeOffset HeldAt { get; private init; }

    /// <summary>From when it may be settled; it follows the session.</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>When it was settled, either way.</summary>
    public DateTimeOffset? ReleasedAt { get; private set; }

    /// <summary>When it falls on in the teacher's revenue: when it was settled, and until then when it is due.</summary>
    public DateTimeOffset RevenueAt { get; private set; }

    /// <summary>The platform's share of a release; nothing unless released.</summary>
    public Money Fee { get; private set; }

    /// <summary>The attendance that it was decided on; null unless settled, and where attendance had no say.</summary>
    public AttendancePercentage? ReleasePercentage { get; private set; }

    /// <summary>What happened, for people.</summary>
    public string? Notes { get; private set; }

    /// <summary>What the student got back: all of it, nothing, or the part that an admin gave; nothing unless settled.</summary>
    public Money RefundedAmount { get; private set; }

    /// <summary>Why the evidence does not decide it; null unless it needed review.</summary>
    public ReviewReason? ReviewReason { get; private set; }

    /// <summary>What the student objects to, in their words; null unless they did.</summary>
    public string? DisputeReason { get; private set; }

    /// <summary>Since when it waits for an admin, or when it began to; null where it never did.</summary>
    public DateTimeOffset? FrozenAt { get; private set; }

    /// <summary>How often settling it failed.</summary>
    public int Attempts { get; private set; }

    /// <summary>Why it failed the last time.</summary>
    public string? LastError { get; private set; }

    /// <summary>Not before then is it tried again; null when it has not failed.</summary>
    public DateTimeOffset? NextTryAt { get; private set; }

    /// <summary>Whether it is over with: nothing can change it or its evidence any more.</summary>
    public bool IsSettled => Status is PaymentHoldStatus.Released or PaymentHoldStatus.Refunded;

    /// <summary>Whether only an admin can settle it.</summary>
    public bool IsFrozen => Status is PaymentHoldStatus.Disputed or PaymentHoldStatus.NeedsReview;

    /// <summary>Puts the money of a purchase aside.</summary>
    internal static PaymentHold Place(
        PaymentHoldId id, SessionPurchase purchase, CourseSession session, DateTimeOffset dueAt, DateTimeOffset now) => new()
        {
            Id = id,
            SessionPurchaseId = purchase.Id,
            SessionId = session.Id,
            StudentId = purchase.UserId,
            TeacherId = session.TeacherId,
            Amount = purchase.PricePaid,
            Status = PaymentHoldStatus.Held,
            HeldAt = now,
            DueAt = dueAt,
            RevenueAt = dueAt,
        };

    /// <summary>The session was completed or reopened, so the money falls due at another time; what has settled stays as it is.</summary>
    public void FallDue(DateTimeOffset dueAt)
    {
        if (!IsSettled)
        {
            DueAt = dueAt;
            RevenueAt = dueAt;
        }
    }

    /// <summary>Ends the hold. This is the one way out, and there is no second time.</summary>
    /// <exception cref="DomainException"><c>already_settled</c>; the hold stays as it is.</exception>
    public void Settle(SettlementDecision decision, DateTimeOffset now)
    {
        if (IsSettled)
        {
            throw SettlementErrors.AlreadySettled(this);
        }

        var released = decision.Outcome is SettlementOutcome.Released;
        Status = released ? PaymentHoldStatus.Released : PaymentHoldStatus.Refunded;
        ReleasedAt = now;
        RevenueAt = now;
        Fee = decision.Commission.Fee;
        RefundedAmount = decision.Refund;
        ReleasePercentage = decision.Attendance;
        Notes = SettlementNotes.Of(decision);
        NextTryAt = null;
    }

    /// <summary>The evidence does not decide: from now on only an admin can.</summary>
    /// <exception cref="DomainException"><c>already_settled</c> or <c>already_frozen</c>; the hold stays as it is.</exception>
    public void NeedReview(ReviewReason reason, DateTimeOffset now)
    {
        MustBeHeld();

        Status = PaymentHoldStatus.NeedsReview;
        ReviewReason = reason;
        Notes = SettlementNotes.Of(reason);
        FrozenAt = now;
        NextTryAt = null;
    }

    /// <summary>The student objects: from now on only an admin can settle it.</summary>
    /// <param name="session">The session that it is of.</param>
    /// <param name="reason">What is wrong, in the student's words; 1 to <see cref="MaxReasonLength"/> characters.</param>
    /// <param name="now">The time of the objection.</param>
    /// <exception cref="DomainException">
    /// It is not held any more (<c>already_settled</c>, <c>already_frozen</c>), or the session has not begun (<c>session_not_begun</c>).
    /// </exception>
    public void Dispute(CourseSession session, string reason, DateTimeOffset now)
    {
        MustBeHeld();
        if (session.Status is SessionStatus.Scheduled && now < session.ScheduledAt)
        {
            throw SettlementErrors.SessionNotBegun();
        }

        Status = PaymentHoldStatus.Disputed;
        DisputeReason = reason;
        Notes = "Disputed by the student";
        FrozenAt = now;
        NextTryAt = null;
    }

    /// <summary>
    /// Settling failed: the hold is tried again after one minute, then two, four … up to six hours. One that was settled or frozen meanwhile stays as it is.
    /// </summary>
    /// <param name="error">What went wrong, without personal data; cut to <see cref="MaxErrorLength"/>.</param>
    /// <param name="now">The time of the failure.</param>
    public void Fail(string error, DateTimeOffset now)
    {
        if (IsSettled || IsFrozen)
        {
            return;
        }

        var backOff = TimeSpan.FromMinutes(Math.Pow(2, Math.Min(Attempts, 20)));
        Attempts++;
        LastError = error.Length > MaxErrorLength ? error[..MaxErrorLength] : error;
        NextTryAt = now + (backOff < LongestBackOff ? backOff : LongestBackOff);
    }

    private void MustBeHeld()
    {
        if (IsSettled)
        {
            throw SettlementErrors.AlreadySettled(this);
        }

        if (IsFrozen)
        {
            throw SettlementErrors.AlreadyFrozen(this);
        }
    }
}
