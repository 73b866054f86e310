using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Purchases;
using TalkConnect.Domain.Settlement;
using TalkConnect.Domain.Users;

namespace TalkConnect.Application.Settlement;

/// <summary>Held money.</summary>
/// <param name="Id">The hold.</param>
/// <param name="SessionPurchaseId">The purchase.</param>
/// <param name="SessionId">The session.</param>
/// <param name="StudentId">Who paid.</param>
/// <param name="TeacherId">Who is to be paid.</param>
/// <param name="Amount">How much.</param>
/// <param name="Status">Where it is in its life.</param>
/// <param name="HeldAt">Since when.</param>
/// <param name="DueAt">From when it may be settled.</param>
/// <param name="ReleasedAt">When it was settled, either way.</param>
/// <param name="ReleasePercentage">The attendance it was decided on.</param>
/// <param name="Notes">What happened.</param>
/// <param name="RefundedAmount">What the student got back.</param>
/// <param name="ReviewReason">Why the evidence does not decide; null unless it needed review.</param>
/// <param name="DisputeReason">What the student objects to; null unless they did.</param>
/// <param name="FrozenAt">Since when it waits for an admin.</param>
public sealed record HoldView(
    PaymentHoldId Id,
    PurchaseId SessionPurchaseId,
    SessionId SessionId,
    UserId StudentId,
    UserId TeacherId,
    Money Amount,
    PaymentHoldStatus Status,
    DateTimeOffset HeldAt,
    DateTimeOffset DueAt,
    DateTimeOffset? ReleasedAt,
    AttendancePercentage? ReleasePercentage,
    string? Notes,
    Money RefundedAmount,
    ReviewReason? ReviewReason,
    string? DisputeReason,
    DateTimeOffset? FrozenAt)
{
    /// <summary>The view of a hold.</summary>
    public static HoldView Of(PaymentHold hold) => new(
        hold.Id, hold.SessionPurchaseId, hold.SessionId, hold.StudentId, hold.TeacherId, hold.Amount, hold.Status, hold.HeldAt, hold.DueAt,
        hold.ReleasedAt, hold.ReleasePercentage, hold.Notes, hold.RefundedAmount, hold.ReviewReason, hold.DisputeReason, hold.FrozenAt);
}

/// <summary>Held money with how settling it went, for admins.</summary>
/// <param name="Id">The hold.</param>
/// <param name="SessionPurchaseId">The purchase.</param>
/// <param name="SessionId">The session.</param>
/// <param name="StudentId">Who paid.</param>
/// <param name="TeacherId">Who is to be paid.</param>
/// <param name="Amount">How much.</param>
/// <param name="Status">Where it is in its life.</param>
/// <param name="HeldAt">Since when.</param>
/// <param name="DueAt">From when it may be settled.</param>
/// <param name="ReleasedAt">When it was settled, either way.</param>
/// <param name="ReleasePercentage">The attendance it was decided on.</param>
/// <param name="Notes">What happened.</param>
/// <param name="RefundedAmount">What the student got back.</param>
/// <param name="ReviewReason">Why the evidence does not decide; null unless it needed review.</param>
/// <param name="DisputeReason">What the student objects to; null unless they did.</param>
/// <param name="FrozenAt">Since when it waits for an admin.</param>
/// <param name="Attempts">How often settling it failed.</param>
/// <param name="LastError">Why, the last time.</param>
/// <param name="NextTryAt">Not before then is it tried again by the schedule.</param>
/// <param name="SessionTitle">The session's title.</param>
/// <param name="StudentName">The student's name.</param>
/// <param name="TeacherName">The teacher's name.</param>
public sealed record AdminHoldView(
    PaymentHoldId Id,
    PurchaseId SessionPurchaseId,
    SessionId SessionId,
    UserId StudentId,
    UserId TeacherId,
    Money Amount,
    PaymentHoldStatus Status,
    DateTimeOffset HeldAt,
    DateTimeOffset DueAt,
    DateTimeOffset? ReleasedAt,
    AttendancePercentage? ReleasePercentage,
    string? Notes,
    Money RefundedAmount,
    ReviewReason? ReviewReason,
    string? DisputeReason,
    DateTimeOffset? FrozenAt,
    int Attempts,
    string? LastError,
    DateTimeOffset? NextTryAt,
    string? SessionTitle,
    string? StudentName,
    string? TeacherName);
