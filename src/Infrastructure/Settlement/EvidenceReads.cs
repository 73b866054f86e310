using MediatR;
using Microsoft.EntityFrameworkCore;
using TalkConnect.Application.Settlement;
using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Settlement;
using TalkConnect.Domain.Users;
using TalkConnect.Infrastructure.Attendance;
using TalkConnect.Infrastructure.Persistence;

namespace TalkConnect.Infrastructure.Settlement;

internal sealed class GetEvidenceHandler(TalkConnectDbContext db, SessionDossiers dossiers, SettlementRules rules)
    : IRequestHandler<GetEvidence, HoldEvidence>
{
    public async Task<HoldEvidence> Handle(GetEvidence request, CancellationToken cancellationToken)
    {
        var hold = await db.Set<PaymentHold>().AsNoTracking().Where(hold => hold.Id == request.Id).Where(HoldAccess.Of(request.Actor))
            .SingleOrDefaultAsync(cancellationToken) ?? throw SettlementErrors.NotFound();

        // What others did or did not do is nobody's business but an admin's.
        var dossier = await dossiers.OfAsync(hold.SessionId, [hold.StudentId, hold.TeacherId], cancellationToken);
        var session = dossier.Session;
        return new HoldEvidence(
            HoldView.Of(hold), session.ScheduledAt, session.ScheduledEnd, session.CompletedAt, rules.Threshold.Percent,
            rules.Threshold.RequiredSeconds(session.DurationSeconds),
            dossier.Of(hold.StudentId, hold.HeldAt, rules.Timing),
            dossier.Of(hold.TeacherId, session.CreatedAt, rules.Timing),
            dossier.BlindTimes,
            dossier.Signs);
    }
}

internal sealed class GetSessionEvidenceHandler(SessionDossiers dossiers, SettlementRules rules) : IRequestHandler<GetSessionEvidence, SessionEvidence>
{
    public async Task<SessionEvidence> Handle(GetSessionEvidence request, CancellationToken cancellationToken)
    {
        var dossier = await dossiers.OfAsync(request.Id, null, cancellationToken);
        return new SessionEvidence(
            request.Id,
            [.. dossier.Records.Select(record => dossier.Of(record.UserId, dossier.Session.CreatedAt, rules.Timing))],
            dossier.BlindTimes,
            dossier.Signs);
    }
}

/// <summary>Gathers what is known of a session.</summary>
internal sealed class SessionDossiers(TalkConnectDbContext db, ListeningLog listening, SettlementRules rules, TimeProvider clock)
{
    /// <summary>What is known of the session and of these people; of everybody where none are named.</summary>
    public async Task<SessionDossier> OfAsync(SessionId id, IReadOnlyCollection<UserId>? people, CancellationToken cancellationToken)
    {
        var session = await db.Set<CourseSession>().AsNoTracking().SingleOrDefaultAsync(session => session.Id == id, cancellationToken)
            ?? throw SessionErrors.NotFound();
        var records = await db.Set<AttendanceRecord>().AsNoTracking()
            .Where(record => record.SessionId == id && (people == null || people.Contains(record.UserId))).OrderBy(record => record.UserId)
            .ToListAsync(cancellationToken);
        var passes = await db.Set<IssuedPass>().AsNoTracking()
            .Where(pass => pass.SessionId == id && (people == null || people.Contains(pass.UserId))).ToListAsync(cancellationToken);
        var told = records.SelectMany(record => record.Connections).SelectMany(connection => connection.EventIds).Distinct().ToList();
        var joins = await db.Set<WebhookEvent>().Where(heard => told.Contains(heard.Id) && heard.Event == WebhookEvent.ParticipantJoined)
            .Select(heard => heard.Id).ToHashSetAsync(cancellationToken);
        var notHeard = await listening.NotHeardAsync([session], cancellationToken);
        return new SessionDossier(
            session,
            records,
            [.. notHeard.BlindTimes.Where(time => time.To > rules.Timing.Opens(session) && time.From < rules.Timing.Closes(session))],
            passes.Select(pass => pass.UserId).ToHashSet(),
            SignsOfLoss.Of(session, records, joins, passes),
            clock.GetUtcNow());
    }
}

/// <summary>What is known of a session.</summary>
internal sealed record SessionDossier(
    CourseSession Session,
    IReadOnlyList<AttendanceRecord> Records,
    IReadOnlyList<BlindTime> BlindTimes,
    IReadOnlySet<UserId> Passes,
    IReadOnlyList<SignOfLoss> Signs,
    DateTimeOffset At)
{
    public PersonEvidence Of(UserId user, DateTimeOffset since, SessionTiming timing)
    {
        var record = Records.FirstOrDefault(record => record.UserId == user);
        var bounds = AttendanceBounds.Of(record, Session, since, BlindTimes, Passes.Contains(user), timing, At);
        return new PersonEvidence(
            user, bounds.CertainSeconds, bounds.AttendedSeconds, bounds.PossibleSeconds, record?.Intervals ?? [], record?.Sightings ?? []);
    }
}
