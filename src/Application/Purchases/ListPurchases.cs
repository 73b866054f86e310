using MediatR;
using TalkConnect.Application.Common;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Purchases;
using TalkConnect.Domain.Settlement;
using TalkConnect.Domain.Users;

namespace TalkConnect.Application.Purchases;

/// <summary>A user's own purchases, newest first.</summary>
/// <param name="UserId">Whose.</param>
/// <param name="Page">Which part of the list.</param>
public sealed record ListPurchases(UserId UserId, PageRequest Page) : IRequest<Page<PurchaseView>>, IPagedQuery;

/// <summary>A bought place.</summary>
/// <param name="Id">The place.</param>
/// <param name="SessionId">The session.</param>
/// <param name="SessionTitle">The session's title.</param>
/// <param name="ScheduledAt">When the session is to begin.</param>
/// <param name="Status">Where it is in its life.</param>
/// <param name="PricePaid">What it cost.</param>
/// <param name="Attended">Whether the student was there long enough, as far as is known.</param>
/// <param name="AttendanceDurationMinutes">Whole minutes the student was there.</param>
/// <param name="RefundAmount">What came back, all of it or of a split a part; null if nothing did.</param>
/// <param name="PaymentHoldId">The hold.</param>
/// <param name="PurchasedAt">When it was bought.</param>
/// <param name="PaymentStatus">Where its money is.</param>
/// <param name="DueAt">From when the money may be settled; until it is, the student may object.</param>
public sealed record PurchaseView(
    PurchaseId Id,
    SessionId SessionId,
    string SessionTitle,
    DateTimeOffset ScheduledAt,
    PurchaseStatus Status,
    Money PricePaid,
    bool Attended,
    int AttendanceDurationMinutes,
    Money? RefundAmount,
    PaymentHoldId PaymentHoldId,
    DateTimeOffset PurchasedAt,
    PaymentHoldStatus PaymentStatus,
    DateTimeOffset DueAt);
