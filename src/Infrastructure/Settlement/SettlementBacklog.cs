using Microsoft.EntityFrameworkCore;
using TalkConnect.Application.Common;
using TalkConnect.Application.Settlement;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Settlement;
using TalkConnect.Infrastructure.Persistence;

namespace TalkConnect.Infrastructure.Settlement;

internal sealed class SettlementBacklog(TalkConnectDbContext db, IUnitOfWork unitOfWork, SessionTiming timing) : ISettlementBacklog
{
    public async Task<bool> HasWorkAsync(DateTimeOffset now, bool inBackOff, CancellationToken cancellationToken)
    {
        var latestEnd = (now - timing.Grace).UtcDateTime;
        var latestDue = now.UtcDateTime;

        // Two looks at the first entry of an index range, in one round trip.
        var found = await db.Database.SqlQuery<int>($"""
            SELECT CASE WHEN EXISTS (
                SELECT 1 FROM course_sessions WHERE status IN ('scheduled', 'in_progress') AND scheduled_end <= {latestEnd})
            OR EXISTS (
                SELECT 1 FROM payment_holds WHERE status = 'held' AND due_at <= {latestDue}
                AND ({inBackOff} OR next_try_at IS NULL OR next_try_at <= {latestDue}))
            THEN 1 ELSE 0 END AS Value
            """).ToListAsync(cancellationToken);
        return found[0] == 1;
    }

    public Task<int> CountDueAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        db.Set<PaymentHold>().CountAsync(hold => hold.Status == PaymentHoldStatus.Held && hold.DueAt <= now, cancellationToken);

    public async Task<IReadOnlyList<SessionId>> ListOverdueSessionsAsync(DateTimeOffset now, int atMost, CancellationToken cancellationToken) =>
        await SpecificationEvaluator.Default.GetQuery(db.Set<CourseSession>(), new OverdueSessions(timing, now, atMost))
            .Select(session => session.Id)
            .ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<DueHold>> ListDueAsync(
        DateTimeOffset now, bool inBackOff, DueHold? after, int atMost, CancellationToken cancellationToken) =>
        await SpecificationEvaluator.Default.GetQuery(db.Set<PaymentHold>(), new HoldsDueForSettlement(now, inBackOff, after?.DueAt, after?.Id, atMost))
            .Select(hold => new DueHold(hold.DueAt, hold.Id, hold.TeacherId))
            .ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<PaymentHoldId>> ListDueOfAsync(
        SessionId session, DateTimeOffset now, bool inBackOff, CancellationToken cancellationToken) =>
        await db.Set<PaymentHold>()
            .Where(hold => hold.SessionId == session && hold.Status == PaymentHoldStatus.Held && hold.DueAt <= now)
            .Where(hold => inBackOff || hold.NextTryAt == null || hold.NextTryAt <= now)
            .OrderBy(hold => hold.Id)
            .Select(hold => hold.Id)
            .ToListAsync(cancellationToken);

    public Task RecordFailureAsync(PaymentHoldId hold, string error, DateTimeOffset now) => unitOfWork.RunAsync(
        async cancellationToken =>
        {
            var failed = await db.Set<PaymentHold>().Where(other => other.Id == hold).Locked().SingleAsync(cancellationToken);
            failed.Fail(error, now);
            return failed.Attempts;
        },
        CancellationToken.None);

    public void Add(SettlementRun run) => db.Add(run);
}
