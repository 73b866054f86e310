using FluentValidation;
using MediatR;
using TalkConnect.Application.Common;
using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Purchases;
using TalkConnect.Domain.Settlement;
using TalkConnect.Domain.Users;

namespace TalkConnect.Application.Settlement;

/// <summary>One hold, for its student, its teacher and admins. Throws <c>hold_not_found</c>.</summary>
/// <param name="Id">The hold.</param>
/// <param name="Actor">Who asks.</param>
public sealed record GetHold(PaymentHoldId Id, Actor Actor) : IRequest<HoldView>;

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

/// <summary>All holds, newest first, or those that wait for an admin, the longest waiting first; for admins.</summary>
/// <param name="Status">Only those in this state; null for all.</param>
/// <param name="Failed">true: only those whose settlement failed and that are not settled; false: the others; null: all.</param>
/// <param name="Waiting">true: only those that wait for an admin, the longest waiting first; false: the others; null: all.</param>
/// <param name="Page">Which part of the list.</param>
public sealed record ListHolds(string? Status, string? Failed, string? Waiting, PageRequest Page) : IRequest<Page<AdminHoldView>>, IPagedQuery;

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

/// <summary>The explanation of a settlement. Throws <c>hold_not_found</c> or <c>not_settled</c>.</summary>
/// <param name="Id">The hold.</param>
/// <param name="Actor">Who asks.</param>
public sealed record GetReceipt(PaymentHoldId Id, Actor Actor) : IRequest<ReceiptView>;

/// <summary>Past runs, newest first.</summary>
/// <param name="Page">Which part of the list.</param>
public sealed record ListSettlements(PageRequest Page) : IRequest<Page<SettlementRunView>>, IPagedQuery;

/// <summary>What a run did.</summary>
/// <param name="Id">The run.</param>
/// <param name="Manual">Whether an admin asked for it.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="FinishedAt">When it was done.</param>
/// <param name="CompletedSessions">Sessions whose time was up.</param>
/// <param name="Released">Holds released.</param>
/// <param name="Refunded">Holds refunded.</param>
/// <param name="Failed">Holds that could not be settled.</param>
/// <param name="NeedsReview">Holds that now wait for an admin because their evidence does not decide.</param>
/// <param name="PausedBy">The pause that kept it from settling anything; null when nothing did.</param>
/// <param name="ReleasedAmount">Gross of what was released.</param>
/// <param name="RefundedAmount">Sum of what was refunded.</param>
/// <param name="CommissionAmount">The platform's part of what was released.</param>
public sealed record SettlementRunView(
    string Id,
    bool Manual,
    DateTimeOffset StartedAt,
    DateTimeOffset FinishedAt,
    int CompletedSessions,
    int Released,
    int Refunded,
    int Failed,
    int NeedsReview,
    SettlementPauseId? PausedBy,
    Money ReleasedAmount,
    Money RefundedAmount,
    Money CommissionAmount)
{
    /// <summary>The view of a run.</summary>
    public static SettlementRunView Of(SettlementRun run) => new(
        run.Id, run.Manual, run.StartedAt, run.FinishedAt, run.CompletedSessions, run.Released, run.Refunded, run.Failed, run.NeedsReview, run.PausedBy,
        run.ReleasedAmount, run.RefundedAmount, run.CommissionAmount);
}

internal sealed class ListHoldsValidator : AbstractValidator<ListHolds>
{
    public ListHoldsValidator()
    {
        RuleFor(query => query.Status).OptionalWord(default(PaymentHoldStatus));
        RuleFor(query => query.Failed).Must(IsFlag).WithMessage("failed must be true or false.");
        RuleFor(query => query.Waiting).Must(IsFlag).WithMessage("waiting must be true or false.");
    }

    private static bool IsFlag(string? text) => text is null or "true" or "false";
}
