using MediatR;
using TalkConnect.Application.Common;
using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Ledger;
using TalkConnect.Domain.Purchases;
using TalkConnect.Domain.Settlement;
using TalkConnect.Domain.Users;

namespace TalkConnect.Application.Purchases;

/// <summary>A student buys a place in a session; the price waits in a hold.</summary>
/// <param name="SessionId">The session.</param>
/// <param name="StudentId">Who buys.</param>
/// <param name="IdempotencyKey">The caller's key, if any.</param>
public sealed record PurchaseSession(SessionId SessionId, UserId StudentId, IdempotencyKey? IdempotencyKey) : IIdempotentCommand<PurchaseAnswer>;

/// <summary>The bought place.</summary>
/// <param name="PurchaseId">The place.</param>
/// <param name="PaymentHoldId">The hold that keeps the money.</param>
/// <param name="Amount">What it cost.</param>
/// <param name="CreditBalance">What the student has left.</param>
public sealed record PurchaseAnswer(PurchaseId PurchaseId, PaymentHoldId PaymentHoldId, Money Amount, Money CreditBalance);

internal sealed class PurchaseSessionHandler(
    IRepository<CourseSession> sessions,
    IRepository<User> users,
    IRepository<SessionPurchase> purchases,
    IRepository<AttendanceRecord> attendance,
    IRepository<PaymentHold> holds,
    IRepository<Transaction> ledger,
    IIds ids,
    SessionTiming timing,
    TimeProvider clock) : IRequestHandler<PurchaseSession, PurchaseAnswer>
{
    public async Task<PurchaseAnswer> Handle(PurchaseSession request, CancellationToken cancellationToken)
    {
        var session = await sessions.LockAsync(request.SessionId, cancellationToken) ?? throw SessionErrors.NotFound();
        var student = await users.LockAsync(request.StudentId, cancellationToken) ?? throw UserErrors.NotFound(request.StudentId);
        var bought = await purchases.AnyAsync(new PurchaseOf(session.Id, student.Id), cancellationToken);
        var present = (await attendance.LockAsync(new AttendanceOf(session.Id, student.Id), cancellationToken)).SingleOrDefault();
        var sale = SessionPurchase.Buy(
            session, student, ids.New<PurchaseId>(), ids.New<PaymentHoldId>(), ids.New<TransactionId>(), timing, clock.GetUtcNow(), present, bought);
        purchases.Add(sale.Purchase);
        holds.Add(sale.Hold);
        ledger.Add(sale.Payment);
        return new PurchaseAnswer(sale.Purchase.Id, sale.Hold.Id, sale.Hold.Amount, student.CreditBalance);
    }
}
