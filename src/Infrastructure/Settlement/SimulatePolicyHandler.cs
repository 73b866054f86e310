using MediatR;
using Microsoft.EntityFrameworkCore;
using TalkConnect.Application.Common;
using TalkConnect.Application.Settlement;
using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Settlement;
using TalkConnect.Domain.Users;
using TalkConnect.Infrastructure.Persistence;

namespace TalkConnect.Infrastructure.Settlement;

/// <summary>Reads the period's receipts in one statement, one row at a time, however many there are.</summary>
internal sealed class SimulatePolicyHandler(TalkConnectDbContext db, SettlementRules today, Currency currency)
    : IRequestHandler<SimulatePolicy, PolicySimulationView>
{
    public async Task<PolicySimulationView> Handle(SimulatePolicy request, CancellationToken cancellationToken)
    {
        var simulation = new PolicySimulation(request.Rules, today);
        await foreach (var hold in Settled(request.Begin, request.End).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            simulation.Take(hold);
        }

        return PolicySimulationView.Of(request, simulation, currency);
    }

    private IQueryable<SettledHold> Settled(DateTimeOffset from, DateTimeOffset to) =>
        from receipt in db.Set<Receipt>().AsNoTracking()
        where receipt.SettledAt >= @from && receipt.SettledAt < to
        join hold in db.Set<PaymentHold>() on receipt.HoldId equals hold.Id
        join session in db.Set<CourseSession>() on hold.SessionId equals session.Id
        join teacher in db.Set<User>() on hold.TeacherId equals teacher.Id
        select new SettledHold
        {
            HoldId = receipt.HoldId,
            SessionId = hold.SessionId,
            Amount = hold.Amount,
            Outcome = receipt.Outcome,
            Reason = receipt.Reason,
            PolicyName = receipt.PolicyName,
            ThresholdPercentage = receipt.ThresholdPercentage,
            DurationSeconds = receipt.DurationSeconds,
            AttendedSeconds = receipt.AttendedSeconds,
            TeacherAttendedSeconds = receipt.TeacherAttendedSeconds,
            Commission = receipt.Commission,
            TeacherIsReferred = teacher.ReferredBy != null,
            OverAt = session.CompletedAt > session.ScheduledEnd ? session.CompletedAt.Value : session.ScheduledEnd,
            DueAt = hold.DueAt,
            SettledAt = receipt.SettledAt,
        };
}
