using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;
using TalkConnect.Application.Audit;
using TalkConnect.Application.Common;
using TalkConnect.Application.Settlement;
using TalkConnect.Domain.Attendance;
using TalkConnect.Domain.Audit;
using TalkConnect.Domain.Common;
using TalkConnect.Domain.Courses;
using TalkConnect.Domain.Ledger;
using TalkConnect.Domain.Settlement;
using TalkConnect.Domain.Users;

namespace TalkConnect.Application.UnitTests.Settlement;

[Collection("what is measured of runs")]
public sealed class RunSettlementTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly SettlementRules Rules =
        new(SettlementPolicy.SeedV1, AttendanceThreshold.Of(20), new CommissionPolicy(0.3m, 0m), new SessionTiming(TimeSpan.FromMinutes(15), TimeSpan.Zero));

    private readonly FakeTimeProvider _clock = new(Start);
    private readonly ISettlementBacklog _backlog = Substitute.For<ISettlementBacklog>();
    private readonly ISettlementStore _store = Substitute.For<ISettlementStore>();
    private readonly IIds _ids = Substitute.For<IIds>();

    [Fact]
    public async Task Dates_each_batch_by_when_it_is_its_turn()
    {
        _ids.New<TransactionId>().Returns(TransactionId.From("line"));
        _backlog.HasWorkAsync(default, default, default).ReturnsForAnyArgs(true);
        _backlog.ListOverdueSessionsAsync(default, default, default).ReturnsForAnyArgs([]);
        _backlog.ListDueAsync(default, default, default, default, default).ReturnsForAnyArgs([Due("h1")], [Due("h2")], []);

        // What fails is recorded with the time at which it was to be settled.
        _store.SettleAsync(default!, default!).ReturnsForAnyArgs<SettledBatch>(_ =>
        {
            _clock.Advance(TimeSpan.FromMinutes(1));
            throw DomainException.Conflict("incomplete_hold", "gone");
        });

        await Handler().Handle(new RunSettlement(Manual: false, null), CancellationToken.None);

        await _backlog.Received(1).RecordFailureAsync(PaymentHoldId.From("h1"), Arg.Any<string>(), Start);
        await _backlog.Received(1).RecordFailureAsync(PaymentHoldId.From("h2"), Arg.Any<string>(), Start.AddMinutes(1));
    }

    private static DueHold Due(string id) => new(Start, PaymentHoldId.From(id), UserId.From("teacher"));

    private RunSettlementHandler Handler()
    {
        var pace = new SettlementPace(BatchSize: 1, Workers: 1);
        var pauses = Substitute.For<ISettlementPauses>();
        var bad = new BadHolds(_backlog, NullLogger<BadHolds>.Instance);
        var mediator = Substitute.For<MediatR.IMediator>();
        var batch = new SettleBatch(_store, bad, Rules, _ids);
        return new RunSettlementHandler(
            _backlog,
            pauses,
            new RunGuard(
                pauses,
                _backlog,
                new Dismissal(pauses, mediator, pace),
                bad,
                Rules,
                new CircuitBreaker(50, 200, 0.25m, 0.2m, 5),
                pace,
                _ids,
                NullLogger<RunGuard>.Instance),
            new SettlementWorkers(batch, Substitute.For<IServiceScopeFactory>(), pace),
            bad,
            mediator,
            new SettlementRunLog(
                _backlog,
                Substitute.For<IIdempotencyStore>(),
                Substitute.For<IUnitOfWork>(),
                new AuditTrail(Substitute.For<IRepository<AuditEntry>>(), new Caller(), _ids, _clock),
                new Replay(),
                new KeyedRuns()),
            pace,
            _clock,
            NullLogger<RunSettlementHandler>.Instance);
    }
}
