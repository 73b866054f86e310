using Microsoft.EntityFrameworkCore;
using TalkConnect.Application.Common;
using TalkConnect.Application.Settlement;
using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Settlement;
using TalkConnect.Infrastructure.Persistence;

namespace TalkConnect.Infrastructure.Settlement;

internal sealed class SettlementPauses(TalkConnectDbContext db, SettlementCases cases, IUnitOfWork unitOfWork, TimeProvider clock) : ISettlementPauses
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    public Task<WaitingPause?> WaitingAsync(CancellationToken cancellationToken) => db.Set<SettlementPause>()
        .Where(pause => pause.Waiting != null)
        .Select(pause => new WaitingPause(pause.Id, pause.Status == SettlementPauseStatus.Dismissed))
        .SingleOrDefaultAsync(cancellationToken);

    public async Task<RunOutlook> LookAheadAsync(DateTimeOffset now, bool inBackOff, SettlementRules rules, CancellationToken cancellationToken)
    {
        var due = now.UtcDateTime;
        var hundredths = (long)(rules.Threshold.Percent * 100);
        var silentSince = await SilentSinceAsync(cancellationToken) is { } heard ? (heard + rules.Timing.Grace).UtcDateTime : DateTime.MaxValue;

        // The share is cut to two places, so comparing whole seconds says the same as comparing it.
        var groups = await db.Database.SqlQuery<OutlookGroup>($"""
            SELECT COUNT(*) AS Holds,
                CASE WHEN COALESCE(s.attended_seconds, 0) * 10000 >= c.duration_minutes * 60 * {hundredths} THEN 1 ELSE 0 END AS StudentPresent,
                CASE WHEN COALESCE(t.attended_seconds, 0) * 10000 >= c.duration_minutes * 60 * {hundredths} THEN 1 ELSE 0 END AS TeacherPresent,
                CASE WHEN COALESCE(s.attended_seconds, 0) * 10000 < c.duration_minutes * 60 THEN 1 ELSE 0 END AS NeverSeen,
                CASE WHEN c.scheduled_at > {silentSince} AND EXISTS (SELECT 1 FROM issued_passes p WHERE p.session_id = c.id) THEN 1 ELSE 0 END AS Unheard
            FROM payment_holds h
            JOIN course_sessions c ON c.id = h.session_id AND c.status = 'completed'
            LEFT JOIN attendance_records s ON s.session_id = h.session_id AND s.user_id = h.student_id
            LEFT JOIN attendance_records t ON t.session_id = h.session_id AND t.user_id = h.teacher_id
            WHERE h.status = 'held' AND h.due_at <= {due} AND ({inBackOff} OR h.next_try_at IS NULL OR h.next_try_at <= {due})
            AND NOT EXISTS (
                SELECT 1 FROM settlement_pauses g JOIN foreseen_decisions f ON f.pause_id = g.id AND f.hold_id = h.id
                WHERE g.status = 'proceeded' AND h.due_at <= g.paused_at)
            GROUP BY StudentPresent, TeacherPresent, NeverSeen, Unheard
            """).ToListAsync(cancellationToken);

        return new RunOutlook(
            groups.Sum(group => group.Holds),
            groups.Where(group => rules.Policy.Decide(group.StudentPresent == 1, group.TeacherPresent == 1).Outcome is SettlementOutcome.Refunded)
                .Sum(group => group.Holds),
            groups.Where(group => group.NeverSeen == 1).Sum(group => group.Holds),
            groups.Where(group => group.Unheard == 1).Sum(group => group.Holds));
    }

    public async Task<RunBaseline> WeekAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Ids are made in the order of time, so the key finds the week.
        var from = Guid.CreateVersion7(now - Week).ToString();
        var week = await db.Set<SettlementRun>().Where(run => run.Id.CompareTo(from) >= 0)
            .GroupBy(_ => 1)
            .Select(runs => new
            {
                Holds = runs.Sum(run => run.Released + run.Refunded),
                Refunds = runs.Sum(run => run.Refunded),
                ZeroAttendance = runs.Sum(run => run.ZeroAttendance),
                Since = runs.Min(run => run.StartedAt),
            })
            .SingleOrDefaultAsync(cancellationToken);
        return week is null
            ? new RunBaseline(0, 0, 0, 1)
            : new RunBaseline(week.Holds, week.Refunds, week.ZeroAttendance, Math.Clamp((decimal)(now - week.Since).TotalDays, 1, 7));
    }

    public Task<SettlementPauseId> KeepAsync(SettlementPause pause, CancellationToken cancellationToken) => unitOfWork.RunAsync(
        async token =>
        {
            // Of two at once the second meets the unique key, starts again and finds the first.
            if (await WaitingAsync(token) is { } first)
            {
                await db.Set<ForeseenDecision>().Where(decision => decision.PauseId == pause.Id).ExecuteDeleteAsync(token);
                return first.Id;
            }

            db.Add(pause);
            return pause.Id;
        },
        cancellationToken);

    public Task ForeseeAsync(
        SettlementPauseId pause, IReadOnlyCollection<PaymentHoldId> holds, SettlementRules rules, CancellationToken cancellationToken) => unitOfWork.RunAsync(
        async token =>
        {
            var wentOn = await WentOn().Where(hold => holds.Contains(hold)).ToListAsync(token);
            var ripe = (await cases.AsTheyStandAsync([.. holds.Except(wentOn)], token)).Where(settlement => settlement.IsRipe).ToList();
            db.AddRange(ripe.Select(settlement => ForeseenDecision.Of(pause, settlement, rules, clock.GetUtcNow())));
            return ripe.Count;
        },
        cancellationToken);

    public async Task<IReadOnlyList<DueHold>> HoldsOfAsync(
        SettlementPauseId pause, bool unpaidOnly, PaymentHoldId? after, int atMost, CancellationToken cancellationToken)
    {
        var decisions = db.Set<ForeseenDecision>().Where(decision => decision.PauseId == pause);
        if (unpaidOnly)
        {
            decisions = decisions.Where(decision => decision.Outcome != PaymentHoldStatus.Released);
        }

        if (after is { } last)
        {
            decisions = decisions.Where(decision => decision.HoldId.CompareTo(last) > 0);
        }

        return await (
            from decision in decisions
            join stopped in db.Set<SettlementPause>() on decision.PauseId equals stopped.Id
            join hold in db.Set<PaymentHold>() on decision.HoldId equals hold.Id
            where hold.Status == PaymentHoldStatus.Held && (unpaidOnly || hold.DueAt <= stopped.PausedAt)
            orderby decision.HoldId
            select new DueHold(hold.DueAt, hold.Id, hold.TeacherId)).Take(atMost).ToListAsync(cancellationToken);
    }

    /// <summary>What an admin has let go on, as far as it is still due as it was then.</summary>
    private IQueryable<PaymentHoldId> WentOn() =>
        from stopped in db.Set<SettlementPause>()
        where stopped.Status == SettlementPauseStatus.Proceeded
        join decision in db.Set<ForeseenDecision>() on stopped.Id equals decision.PauseId
        join hold in db.Set<PaymentHold>() on decision.HoldId equals hold.Id
        where hold.DueAt <= stopped.PausedAt
        select hold.Id;

    /// <summary>When LiveKit last told anything, or where it never did, since when somebody listens; null where nobody ever has.</summary>
    private async Task<DateTimeOffset?> SilentSinceAsync(CancellationToken cancellationToken) =>
        await db.Set<ListeningSpan>().MaxAsync(span => span.LastEventAt, cancellationToken)
        ?? await db.Set<ListeningSpan>().MinAsync(span => (DateTimeOffset?)span.Since, cancellationToken);

    private sealed record OutlookGroup(int Holds, int StudentPresent, int TeacherPresent, int NeverSeen, int Unheard);
}
